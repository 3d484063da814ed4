package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a source got wrong, told fairly, and what is not known. */
@ApplicationScoped
class ArticleView implements PageView {

  @Override
  public View view() {
    return View.article;
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    page.fetch(
        List.of(
            page.collection("discrepancies"),
            page.collection("unknowns"),
            page.collection("clauses"),
            page.collection("instruments")));
    Map<String, List<Map<String, Object>>> bySource = new LinkedHashMap<>();
    for (JsonNode each : Discrepancies.gravestFirst(page)) {
      bySource
          .computeIfAbsent(each.path("source").asText(), source -> new ArrayList<>())
          .add(Discrepancies.shown(each, page));
    }
    page.fetch(bySource.keySet().stream().map(source -> "/v1/sources/" + source).toList());
    List<Map<String, Object>> sources = new ArrayList<>();
    bySource.forEach(
        (id, those) -> {
          JsonNode source = page.answer("/v1/sources/" + id);
          String url = source.path("url").asText("");
          sources.add(
              Fields.of(
                  "id", id,
                  "title", source.path("title").asText(id),
                  "note", source.path("note").asText(null),
                  "url", url.startsWith("https://") ? url : null,
                  "statements", page.addresses().api("/v1/sources/" + id + "/statements"),
                  "count", page.words().count("discrepancies", those.size()),
                  "discrepancies", those));
        });
    return Fields.of(
        "sources", sources,
        "json", page.json(page.collection("discrepancies")),
        "missing", Unknowns.shown(page.items("unknowns"), page),
        "missingJson", page.json(page.collection("unknowns")));
  }
}

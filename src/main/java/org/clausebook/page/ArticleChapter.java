package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a source got wrong, told fairly, and what nobody has published. */
@ApplicationScoped
class ArticleChapter implements Chapter {

  @Override
  public View view() {
    return View.article;
  }

  @Override
  public Map<String, Object> tell(Desk desk) {
    desk.fetch(
        List.of(
            desk.collection("discrepancies"),
            desk.collection("unknowns"),
            desk.collection("clauses"),
            desk.collection("instruments")));
    Map<String, List<Map<String, Object>>> bySource = new LinkedHashMap<>();
    for (JsonNode each : Discrepancies.gravestFirst(desk)) {
      bySource
          .computeIfAbsent(each.path("source").asText(), source -> new ArrayList<>())
          .add(Discrepancies.shown(each, desk));
    }
    desk.fetch(bySource.keySet().stream().map(source -> "/v1/sources/" + source).toList());
    List<Map<String, Object>> sources = new ArrayList<>();
    bySource.forEach(
        (id, those) -> {
          JsonNode source = desk.answer("/v1/sources/" + id);
          String url = source.path("url").asText("");
          sources.add(
              Shown.of(
                  "id", id,
                  "title", source.path("title").asText(id),
                  "note", source.path("note").asText(null),
                  "url", url.startsWith("https://") ? url : null,
                  "statements", desk.addresses().api("/v1/sources/" + id + "/statements"),
                  "count", desk.words().count("discrepancies", those.size()),
                  "discrepancies", those));
        });
    return Shown.of(
        "sources", sources,
        "json", desk.json(desk.collection("discrepancies")),
        "missing", Unknowns.shown(desk.items("unknowns"), desk),
        "missingJson", desk.json(desk.collection("unknowns")));
  }
}

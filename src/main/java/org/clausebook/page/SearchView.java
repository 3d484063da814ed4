package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is found of some words, each result leading to where the page shows it. */
@ApplicationScoped
class SearchView implements PageView {

  @Override
  public View view() {
    return View.search;
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    String q = page.query().q == null ? "" : page.query().q.strip();
    String path = "/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&limit=30";
    if (page.query().includeHistory) {
      path += "&includeHistory=true";
    }
    JsonNode answer = q.isEmpty() ? null : page.answer(path);
    List<Map<String, Object>> results = new ArrayList<>();
    if (answer != null) {
      answer.path("items").forEach(each -> results.add(shown(each, page)));
    }
    int notInForce = answer == null ? 0 : answer.path("notInForce").asInt();
    return Fields.of(
        "notInForce",
        notInForce == 0 ? null : page.words().count("notInForce", notInForce),
        "withHistory",
        page.addresses().with("includeHistory", true),
        "asked",
        q.isEmpty() ? null : q,
        "isThere",
        answer == null || !answer.isMissingNode(),
        "results",
        results,
        "hasResults",
        !results.isEmpty(),
        "count",
        page.words().count("results", results.size()),
        "json",
        page.json(path));
  }

  private static Map<String, Object> shown(JsonNode each, PageContext page) {
    String type = each.path("type").asText();
    return Fields.of(
        "type", page.words().of("resultType." + type),
        "title", each.path("title").asText(),
        // Escaped by the API but for its marks.
        "snippet", each.path("snippet").asText(""),
        "snippetLang", each.path("language").asText(null),
        "href", href(type, each, page));
  }

  private static String href(String type, JsonNode each, PageContext page) {
    String id = each.path("id").asText();
    Addresses to = page.addresses().ofDeal(each.path("deal").asText(page.slug()));
    return switch (type) {
      case "clause" -> to.clause(id);
      case "term" -> to.clause(each.path("clause").asText());
      case "implication" -> to.view(View.europe) + "#" + id;
      case "regulation" -> to.view(View.europe) + "#" + id;
      case "stakeholder" -> to.view(View.people) + "#" + id;
      case "discrepancy" -> to.view(View.article) + "#" + id;
      case "unknown", "statement" -> to.view(View.article);
      case "instrument", "event" -> to.view(View.timeline);
      default -> to.view(View.deal);
    };
  }
}

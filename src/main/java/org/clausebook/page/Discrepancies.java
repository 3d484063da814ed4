package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where a source is wrong, or less than right, the gravest first. */
final class Discrepancies {

  private static final List<String> GRAVITY =
      List.of("contradicted", "outdated", "imprecise", "unsupported", "omission");

  private Discrepancies() {}

  static List<JsonNode> gravestFirst(PageContext page) {
    List<JsonNode> all = PageContext.list(page.items("discrepancies"));
    all.sort(Comparator.comparingInt(each -> gravity(each)));
    return all;
  }

  private static int gravity(JsonNode each) {
    int at = GRAVITY.indexOf(each.path("verdict").asText());
    return at < 0 ? GRAVITY.size() : at;
  }

  static Map<String, Object> shown(JsonNode each, PageContext page) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    for (JsonNode clause : each.path("clauses")) {
      clauses.add(
          Fields.of(
              "title", title(clause.asText(), page),
              "href", page.addresses().clause(clause.asText())));
    }
    String verdict = each.path("verdict").asText();
    return Fields.of(
        "id", each.path("id").asText(),
        "title", each.path("title").asText(),
        "verdict", verdict,
        "verdictWord", page.words().of("verdict." + verdict),
        "says", each.path("says").asText(),
        "reading", each.path("reading").asText(),
        "why", each.path("why").asText(null),
        "clauses", clauses,
        "hasClauses", !clauses.isEmpty(),
        "statements", Evidence.of(each.path("statements"), MissingNode.getInstance(), page),
        "proof", Evidence.of(each.path("citations"), MissingNode.getInstance(), page));
  }

  static String title(String clause, PageContext page) {
    for (JsonNode each : page.items("clauses")) {
      if (each.path("id").asText().equals(clause)) {
        return each.path("title").asText();
      }
    }
    return clause;
  }
}

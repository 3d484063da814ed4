package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where a source is wrong, or less than right, the gravest first. */
final class Discrepancies {

  private static final List<String> GRAVITY =
      List.of("contradicted", "outdated", "imprecise", "unsupported", "omission");

  private Discrepancies() {}

  static List<JsonNode> gravestFirst(Desk desk) {
    List<JsonNode> all = Press.list(desk.items("discrepancies"));
    all.sort(Comparator.comparingInt(each -> gravity(each)));
    return all;
  }

  private static int gravity(JsonNode each) {
    int at = GRAVITY.indexOf(each.path("verdict").asText());
    return at < 0 ? GRAVITY.size() : at;
  }

  static Map<String, Object> shown(JsonNode each, Desk desk) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    for (JsonNode clause : each.path("clauses")) {
      clauses.add(
          Shown.of(
              "title", title(clause.asText(), desk),
              "href", desk.addresses().clause(clause.asText())));
    }
    String verdict = each.path("verdict").asText();
    return Shown.of(
        "id", each.path("id").asText(),
        "title", each.path("title").asText(),
        "verdict", verdict,
        "verdictWord", desk.words().of("verdict." + verdict),
        "says", each.path("says").asText(),
        "reading", each.path("reading").asText(),
        "why", each.path("why").asText(null),
        "clauses", clauses,
        "hasClauses", !clauses.isEmpty(),
        "statements", Proof.of(each.path("statements"), each.path("none"), desk),
        "proof", Proof.of(each.path("citations"), each.path("none"), desk));
  }

  static String title(String clause, Desk desk) {
    for (JsonNode each : desk.items("clauses")) {
      if (each.path("id").asText().equals(clause)) {
        return each.path("title").asText();
      }
    }
    return clause;
  }
}

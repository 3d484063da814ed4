package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a fact is borne out: its evidence, and the statements behind it, one click away. */
final class Evidence {

  /** From the strongest to the weakest, as the API spells them. */
  private static final List<String> LEVELS =
      List.of("primary", "quoted", "secondary", "derived", "unverified");

  private Evidence() {}

  static Map<String, Object> of(JsonNode citations, JsonNode disputedBy, PageContext page) {
    if (citations.isEmpty() && disputedBy.isEmpty()) {
      return null;
    }
    return Fields.of(
        "evidence", evidence(strongest(citations), page),
        "count", page.words().count("statements", citations.size()),
        "citations", list(citations, page),
        "disputed", list(disputedBy, page),
        "isDisputed", !disputedBy.isEmpty());
  }

  static Map<String, Object> of(JsonNode fact, PageContext page) {
    return of(fact.path("citations"), fact.path("disputedBy"), page);
  }

  static Map<String, Object> evidence(String level, PageContext page) {
    return level == null
        ? null
        : Fields.of(
            "level", level,
            "word", page.words().of("evidence." + level),
            "meaning", page.words().of("evidenceMeaning." + level));
  }

  private static String strongest(JsonNode citations) {
    String best = null;
    for (JsonNode each : citations) {
      String level = each.path("evidence").asText();
      if (best == null || LEVELS.indexOf(level) < LEVELS.indexOf(best)) {
        best = level;
      }
    }
    return best;
  }

  private static List<Map<String, Object>> list(JsonNode citations, PageContext page) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : citations) {
      String url = each.path("url").asText(null);
      String mode = each.path("mode").asText();
      shown.add(
          Fields.of(
              "text", each.path("text").asText(),
              "title", each.path("title").asText(),
              "locator", each.path("locator").asText(null),
              "via", each.path("via").asText(null),
              "url", url != null && url.startsWith("https://") ? url : null,
              "evidence", evidence(each.path("evidence").asText(), page),
              "mode", mode.equals("asserted") ? null : page.words().of("certainty." + mode),
              "statement", each.path("source").asText() + "/" + each.path("statement").asText(),
              "href",
                  page.addresses()
                      .api("/v1/sources/" + each.path("source").asText() + "/statements")));
    }
    return shown;
  }
}

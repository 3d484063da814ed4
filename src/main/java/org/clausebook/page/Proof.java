package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a fact is borne out: its evidence, and the statements behind it, one click away. */
final class Proof {

  /** From the strongest to the weakest, as the API spells them. */
  private static final List<String> LEVELS =
      List.of("primary", "quoted", "secondary", "derived", "unverified");

  private Proof() {}

  static Map<String, Object> of(JsonNode citations, JsonNode disputedBy, Desk desk) {
    if (citations.isEmpty() && disputedBy.isEmpty()) {
      return null;
    }
    return Shown.of(
        "evidence", evidence(strongest(citations), desk),
        "count", desk.words().count("sources", citations.size()),
        "citations", list(citations, desk),
        "disputed", list(disputedBy, desk),
        "isDisputed", !disputedBy.isEmpty());
  }

  static Map<String, Object> of(JsonNode fact, Desk desk) {
    return of(fact.path("citations"), fact.path("disputedBy"), desk);
  }

  static Map<String, Object> evidence(String level, Desk desk) {
    return level == null
        ? null
        : Shown.of(
            "level", level,
            "word", desk.words().of("evidence." + level),
            "meaning", desk.words().of("evidenceMeaning." + level));
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

  private static List<Map<String, Object>> list(JsonNode citations, Desk desk) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : citations) {
      String url = each.path("url").asText(null);
      String mode = each.path("mode").asText();
      shown.add(
          Shown.of(
              "text", each.path("text").asText(),
              "title", each.path("title").asText(),
              "locator", each.path("locator").asText(null),
              "via", each.path("via").asText(null),
              "url", url != null && url.startsWith("https://") ? url : null,
              "evidence", evidence(each.path("evidence").asText(), desk),
              "mode", mode.equals("asserted") ? null : desk.words().of("certainty." + mode),
              "statement", each.path("source").asText() + "/" + each.path("statement").asText(),
              "href",
                  desk.addresses()
                      .api("/v1/sources/" + each.path("source").asText() + "/statements")));
    }
    return shown;
  }
}

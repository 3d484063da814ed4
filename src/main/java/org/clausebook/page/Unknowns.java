package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is not known, and where it was looked for. */
final class Unknowns {

  private Unknowns() {}

  static List<Map<String, Object>> shown(JsonNode unknowns, PageContext page) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : unknowns) {
      shown.add(
          Fields.of(
              "title", each.path("title").asText(),
              "text", each.path("text").asText(),
              "reason", page.words().of("reason." + each.path("reason").asText()),
              "read", page.words().count("sourcesRead", each.path("sourcesRead").size()),
              "proof", Evidence.of(each, page)));
    }
    return shown;
  }
}

package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is not public, and where it was looked for. */
final class Unknowns {

  private Unknowns() {}

  static List<Map<String, Object>> shown(JsonNode unknowns, Desk desk) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : unknowns) {
      shown.add(
          Shown.of(
              "title", each.path("title").asText(),
              "text", each.path("text").asText(),
              "reason", desk.words().of("reason." + each.path("reason").asText()),
              "read", desk.words().count("sourcesRead", each.path("sourcesRead").size()),
              "proof", Proof.of(each, desk)));
    }
    return shown;
  }
}

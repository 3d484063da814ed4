package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries of the time line as the page shows them. */
final class Milestones {

  private Milestones() {}

  static List<Map<String, Object>> toCome(JsonNode entries, Desk desk) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : entries) {
      if (each.path("upcoming").asBoolean()) {
        shown.add(shown(each, desk));
      }
    }
    return shown;
  }

  static Map<String, Object> shown(JsonNode each, Desk desk) {
    String kind = each.path("kind").asText();
    String clause = each.path("clause").asText(null);
    String regulation = each.path("regulation").asText(null);
    String until = desk.words().day(each.path("until").asText(null));
    String day = desk.words().day(each.path("date").asText());
    return Shown.of(
        "kind", kind,
        "kindWord", desk.words().of("timelineKind." + kind),
        "date", each.path("date").asText(),
        "day", until == null ? day : day + " – " + until,
        "title", each.path("title").asText(),
        "text", each.path("text").asText(null),
        "isUpcoming", each.path("upcoming").asBoolean(),
        "regionWord",
            each.has("region") ? desk.words().of("region." + each.path("region").asText()) : null,
        "href",
            clause != null
                ? desk.addresses().clause(clause)
                : regulation != null ? desk.addresses().view(View.europe) + "#" + regulation : null,
        "proof", Proof.of(each, desk));
  }
}

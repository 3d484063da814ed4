package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.PartialDate;

/** Entries of the time line as the page shows them. */
final class TimelineEntries {

  private TimelineEntries() {}

  static List<Map<String, Object>> toCome(List<JsonNode> entries, PageContext page) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : entries) {
      if (each.path("upcoming").asBoolean()) {
        shown.add(shown(each, page));
      }
    }
    return shown;
  }

  /** When an entry is, as exactly as is known. */
  static String day(JsonNode entry, PageContext page) {
    return page.words().day(known(entry.path("date"), entry.path("precision")));
  }

  /** True of what is said to be expected, and not to have happened, though its time has passed. */
  private static boolean isOverdue(JsonNode entry, LocalDate asOf) {
    return entry.path("upcoming").asBoolean()
        && PartialDate.parse(known(entry.path("date"), entry.path("precision"))).hasCome(asOf);
  }

  private static String known(JsonNode date, JsonNode precision) {
    int known =
        switch (precision.asText()) {
          case "year" -> 4;
          case "month" -> 7;
          default -> 10;
        };
    return date.asText().substring(0, known);
  }

  static Map<String, Object> shown(JsonNode each, PageContext page) {
    String kind = each.path("kind").asText();
    String clause = each.path("clause").asText(null);
    String regulation = each.path("regulation").asText(null);
    String until =
        each.has("until")
            ? page.words().day(known(each.path("until"), each.path("untilPrecision")))
            : null;
    String day = day(each, page);
    return Fields.of(
        "kind", kind,
        "kindWord", page.words().of("timelineKind." + kind),
        "date", known(each.path("date"), each.path("precision")),
        "day", until == null ? day : day + " – " + until,
        "title", each.path("title").asText(),
        "text", each.path("text").asText(null),
        "isUpcoming", each.path("upcoming").asBoolean(),
        "isOverdue", isOverdue(each, page.asOf()),
        "regionWord", page.regions().name(each.path("region")),
        "href",
            clause != null
                ? page.addresses().clause(clause)
                : regulation != null ? page.addresses().view(View.europe) + "#" + regulation : null,
        "proof", Evidence.of(each, page));
  }
}

package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened and what is to come, in order, with a line where the day asked about is. */
@ApplicationScoped
class TimelineChapter implements Chapter {

  @Override
  public View view() {
    return View.timeline;
  }

  @Override
  public Map<String, Object> tell(Desk desk) {
    List<JsonNode> entries = whole(desk);
    Map<String, List<Map<String, Object>>> byYear = new LinkedHashMap<>();
    boolean passed = false;
    for (JsonNode each : entries) {
      Map<String, Object> shown = Milestones.shown(each, desk);
      boolean isFirstToCome = !passed && each.path("upcoming").asBoolean();
      passed = passed || isFirstToCome;
      shown.put("isFirstToCome", isFirstToCome);
      byYear
          .computeIfAbsent(each.path("date").asText().substring(0, 4), year -> new ArrayList<>())
          .add(shown);
    }
    List<Map<String, Object>> years = new ArrayList<>();
    byYear.forEach((year, those) -> years.add(Shown.of("year", year, "entries", those)));
    return Shown.of(
        "years", years,
        "isEmpty", years.isEmpty(),
        "drawing", entries.isEmpty() ? null : drawing(entries, desk),
        "json", desk.json(desk.collection("timeline")),
        "calendar", desk.addresses().api(desk.path("/timeline"), "format", "ics"));
  }

  private static List<JsonNode> whole(Desk desk) {
    List<JsonNode> entries = new ArrayList<>();
    String path = desk.collection("timeline");
    // A page of the API holds a hundred; a deal with more than a thousand entries is cut off.
    for (int page = 0; page < 10 && path != null; page++) {
      JsonNode answer = desk.answer(path);
      answer.path("items").forEach(entries::add);
      String next = answer.path("page").path("next").asText("");
      int cursor = next.indexOf("cursor=");
      path =
          cursor < 0
              ? null
              : desk.collection("timeline") + "&" + next.substring(cursor).replaceAll("&.*", "");
    }
    return entries;
  }

  private static Map<String, Object> drawing(List<JsonNode> entries, Desk desk) {
    // Laws may be much older than the deal: what was before it is listed, not drawn.
    LocalDate first =
        day(desk.items("instruments").path(0).path("date").asText(desk.asOf().toString()))
            .minusYears(1);
    LocalDate last = day(entries.get(entries.size() - 1).path("date").asText());
    LocalDate end = last.isAfter(desk.asOf()) ? last : desk.asOf();
    Axis axis = new Axis(first.withDayOfYear(1), end.withDayOfYear(1).plusYears(1));
    List<Map<String, Object>> dots = new ArrayList<>();
    List<String> lanes = List.of("instrument", "event", "termBegins", "termEnds", "milestone");
    for (JsonNode each : entries) {
      if (day(each.path("date").asText()).isBefore(axis.from())) {
        continue;
      }
      int lane = Math.max(0, lanes.indexOf(each.path("kind").asText()));
      dots.add(
          Shown.of(
              "x",
              axis.x(day(each.path("date").asText())),
              "y",
              18 + 22 * lane,
              "kind",
              each.path("kind").asText(),
              "title",
              desk.words().day(each.path("date").asText()) + " · " + each.path("title").asText()));
    }
    List<Map<String, Object>> names = new ArrayList<>();
    lanes.forEach(
        lane ->
            names.add(
                Shown.of(
                    "y",
                    22 + 22 * names.size(),
                    "kind",
                    lane,
                    "word",
                    desk.words().of("timelineKinds." + lane))));
    return Shown.of(
        "dots", dots, "lanes", names, "years", axis.years(), "now", axis.x(desk.asOf()));
  }

  /** The first day of what may be known by month or year only. */
  private static LocalDate day(String date) {
    return LocalDate.parse((date + "-01-01").substring(0, 10));
  }
}

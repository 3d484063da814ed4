package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happened and what is to come, in order, with a line where the day asked about is. */
@ApplicationScoped
class TimelineView implements PageView {

  private static final List<String> KINDS =
      List.of("instrument", "event", "termBegins", "termEnds", "milestone");

  @Override
  public View view() {
    return View.timeline;
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    List<JsonNode> entries = page.whole(page.collection(part(page)));
    Map<String, List<Map<String, Object>>> byYear = new LinkedHashMap<>();
    boolean passed = false;
    for (JsonNode each : entries) {
      Map<String, Object> shown = TimelineEntries.shown(each, page);
      // By the day they stand at: a month or year is to come until it is over.
      boolean isFirstToCome =
          !passed && LocalDate.parse(each.path("date").asText()).isAfter(page.asOf());
      passed = passed || isFirstToCome;
      shown.put("isFirstToCome", isFirstToCome);
      byYear
          .computeIfAbsent(each.path("date").asText().substring(0, 4), year -> new ArrayList<>())
          .add(shown);
    }
    List<Map<String, Object>> years = new ArrayList<>();
    byYear.forEach((year, those) -> years.add(Fields.of("year", year, "entries", those)));
    return Fields.of(
        "years", years,
        "isEmpty", years.isEmpty(),
        "drawing", entries.isEmpty() ? null : drawing(entries, page),
        "kinds", kinds(page),
        "json", page.json(page.collection(part(page))),
        "calendar", page.addresses().api(page.path("/timeline"), "format", "ics"));
  }

  private static String part(PageContext page) {
    return page.query().kind == null ? "timeline" : "timeline?kind=" + page.query().kind;
  }

  /** All, or those of one kind. */
  private static List<Map<String, Object>> kinds(PageContext page) {
    List<Map<String, Object>> kinds = new ArrayList<>();
    kinds.add(kind(null, page.words().of("timeline.all"), page));
    KINDS.forEach(each -> kinds.add(kind(each, page.words().of("timelineKinds." + each), page)));
    return kinds;
  }

  private static Map<String, Object> kind(String kind, String word, PageContext page) {
    return Fields.of(
        "word", word,
        "href", page.addresses().with("kind", kind),
        "isHere", Objects.equals(kind, page.query().kind));
  }

  private static Map<String, Object> drawing(List<JsonNode> entries, PageContext page) {
    // Laws may be much older than the deal: what was before it is listed, not drawn.
    LocalDate first =
        LocalDate.parse(
                page.items("instruments").path(0).path("date").asText(page.asOf().toString()))
            .minusYears(1);
    LocalDate last = LocalDate.parse(entries.get(entries.size() - 1).path("date").asText());
    LocalDate end = last.isAfter(page.asOf()) ? last : page.asOf();
    Axis axis = new Axis(first.withDayOfYear(1), end.withDayOfYear(1).plusMonths(15));
    List<Map<String, Object>> dots = new ArrayList<>();
    for (JsonNode each : entries) {
      if (LocalDate.parse(each.path("date").asText()).isBefore(axis.from())) {
        continue;
      }
      int lane = Math.max(0, KINDS.indexOf(each.path("kind").asText()));
      dots.add(
          Fields.of(
              "x",
              axis.x(LocalDate.parse(each.path("date").asText())),
              "y",
              10 + 24 * lane,
              "kind",
              each.path("kind").asText(),
              "title",
              TimelineEntries.day(each, page) + " · " + each.path("title").asText()));
    }
    List<Map<String, Object>> names = new ArrayList<>();
    KINDS.forEach(
        lane ->
            names.add(
                Fields.of(
                    "y",
                    22 + 24 * names.size(),
                    "line",
                    17 + 24 * names.size(),
                    "kind",
                    lane,
                    "word",
                    page.words().of("timelineKinds." + lane))));
    return Fields.of(
        "dots", dots, "lanes", names, "years", axis.years(), "now", axis.x(page.asOf()));
  }
}

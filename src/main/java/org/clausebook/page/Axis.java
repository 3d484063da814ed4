package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A stretch of years drawn as a line, a thousand units long; all clauses share one. */
record Axis(LocalDate from, LocalDate until) {

  private static final int LENGTH = 1000;
  private static final int MOST_MARKS = 50;

  /** From the year of the first instrument to the end of the last term, or two years from now. */
  static Axis of(PageContext page, Iterable<JsonNode> clauses) {
    LocalDate first = page.asOf();
    for (JsonNode each : page.items("instruments")) {
      first = earlier(first, each.path("date").asText());
    }
    LocalDate last = page.asOf().plusYears(2);
    for (JsonNode clause : clauses) {
      for (JsonNode term : clause.path("history")) {
        last = later(last, term.path("end").path("until").asText());
        last = later(last, term.path("ending").path("date").asText());
      }
    }
    return new Axis(first.withDayOfYear(1), last.plusMonths(6).withDayOfYear(1).plusYears(1));
  }

  private static LocalDate earlier(LocalDate date, String other) {
    return other.isEmpty() || date.isBefore(LocalDate.parse(other)) ? date : LocalDate.parse(other);
  }

  private static LocalDate later(LocalDate date, String other) {
    return other.isEmpty() || date.isAfter(LocalDate.parse(other)) ? date : LocalDate.parse(other);
  }

  int x(LocalDate date) {
    LocalDate within = date.isBefore(from) ? from : date.isAfter(until) ? until : date;
    return (int)
        Math.round(
            LENGTH
                * (double) ChronoUnit.DAYS.between(from, within)
                / ChronoUnit.DAYS.between(from, until));
  }

  List<Map<String, Object>> years() {
    List<Map<String, Object>> years = new ArrayList<>();
    int step = yearsFromMarkToMark();
    int named = step * (from.plusYears(20L * step).isBefore(until) ? 5 : 2);
    for (LocalDate at = from; at.isBefore(until); at = at.plusYears(step)) {
      years.add(
          Fields.of(
              "x",
              x(at),
              "percent",
              x(at) / 10.0,
              "year",
              at.getYear(),
              "isNamed",
              (at.getYear() - from.getYear()) % named == 0));
    }
    return years;
  }

  /** One, and on a line too long for that 2, 5, 10, 20 and so on. */
  private int yearsFromMarkToMark() {
    long years = ChronoUnit.YEARS.between(from, until);
    return Stream.iterate(1, power -> power * 10)
        .flatMap(power -> Stream.of(power, 2 * power, 5 * power))
        .filter(step -> years <= (long) step * MOST_MARKS)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The terms of a clause as bars: what held, what is to hold after the day asked about, and since
   * when nobody says whether it does.
   *
   * @param silentSince day of the instrument that is silent; null for none
   * @param instruments their days; what was agreed before the silence is in doubt, whenever it
   *     begins
   */
  List<Map<String, Object>> bars(
      JsonNode history, LocalDate asOf, LocalDate silentSince, Map<String, LocalDate> instruments) {
    List<Map<String, Object>> bars = new ArrayList<>();
    int number = 0;
    for (JsonNode term : history) {
      LocalDate begin = LocalDate.parse(term.path("from").asText());
      String over = term.path("ending").path("date").asText();
      LocalDate end = over.isEmpty() ? until : LocalDate.parse(over);
      LocalDate agreed = instruments.getOrDefault(term.path("introducedBy").asText(), begin);
      boolean isInDoubt =
          silentSince != null && silentSince.isBefore(end) && !silentSince.isBefore(agreed);
      LocalDate certain = !isInDoubt ? end : silentSince.isBefore(begin) ? begin : silentSince;
      LocalDate past = certain.isBefore(asOf) ? certain : asOf.isAfter(begin) ? asOf : begin;
      bar(bars, begin, past, number % 2 == 0 ? "held" : "held alt");
      bar(bars, past, certain, "ahead");
      bar(bars, certain, end, "unsure");
      number++;
    }
    return bars;
  }

  private void bar(List<Map<String, Object>> bars, LocalDate begin, LocalDate end, String kind) {
    if (begin.isBefore(end)) {
      bars.add(Fields.of("x", x(begin), "width", Math.max(2, x(end) - x(begin) - 1), "kind", kind));
    }
  }
}

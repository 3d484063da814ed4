package org.clausebook.dossier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A day, month or year, as exactly as it is known. Written {@code 2026-04-27}, {@code 2018-04} or
 * {@code 2021} (ISO 8601 calendar dates, complete or reduced).
 *
 * @param day the day, or the first day of the month or year
 */
public record PartialDate(LocalDate day, Precision precision) implements Comparable<PartialDate> {

  /** How much of a date is known. */
  public enum Precision {
    day,
    month,
    year
  }

  /**
   * Reads one of the three forms.
   *
   * @throws DateTimeException when the text is none of the three forms
   */
  @JsonCreator
  public static PartialDate parse(String text) {
    return switch (text.length()) {
      case 4 -> new PartialDate(Year.parse(text).atDay(1), Precision.year);
      case 7 -> new PartialDate(YearMonth.parse(text).atDay(1), Precision.month);
      default -> new PartialDate(LocalDate.parse(text), Precision.day);
    };
  }

  /** The day, or the last one of the month or year. */
  public LocalDate lastDay() {
    return switch (precision) {
      case day -> day;
      case month -> day.plusMonths(1).minusDays(1);
      case year -> day.plusYears(1).minusDays(1);
    };
  }

  /** True once it is certainly behind: a month or year has come with its last day. */
  public boolean hasCome(LocalDate today) {
    return !lastDay().isAfter(today);
  }

  @JsonValue
  @Override
  public String toString() {
    return switch (precision) {
      case day -> day.toString();
      case month -> YearMonth.from(day).toString();
      case year -> Year.from(day).toString();
    };
  }

  /** By day; the less exact of two equal days comes first. */
  @Override
  public int compareTo(PartialDate other) {
    int byDay = day.compareTo(other.day);
    return byDay != 0 ? byDay : other.precision.compareTo(precision);
  }
}

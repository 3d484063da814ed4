package org.clausebook.http.language;

import java.time.LocalDate;
import java.util.List;

/** Days as people write them, in both languages, whatever the locale data of the machine. */
public final class DateWords {

  private static final List<String> FRENCH =
      List.of(
          "janvier",
          "février",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "août",
          "septembre",
          "octobre",
          "novembre",
          "décembre");
  private static final List<String> ENGLISH =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private DateWords() {}

  /**
   * {@code 27 April 2026}, {@code 27 avril 2026}; the first of a month is {@code 1er} in French,
   * where day and month stay on one line.
   */
  public static Text of(LocalDate day) {
    int month = day.getMonthValue() - 1;
    String first = day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    return new Text(
        first + "\u00a0" + FRENCH.get(month) + " " + day.getYear(),
        day.getDayOfMonth() + " " + ENGLISH.get(month) + " " + day.getYear());
  }
}

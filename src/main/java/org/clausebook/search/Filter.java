package org.clausebook.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which entries are asked about; null where any will do.
 *
 * @param regions a region and those it lies within
 * @param dataset only revisions published by then
 */
record Filter(
    ResultType type,
    String deal,
    List<String> regions,
    String theme,
    LocalDate asOf,
    Long dataset) {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]+");

  /** What entries within the filter match, each a {@code tsquery}. */
  List<String> queries() {
    List<String> within = new ArrayList<>();
    if (type != null) {
      within.add(lexeme("type", type.name()));
    }
    if (deal != null) {
      within.add(lexeme("deal", deal));
    }
    if (theme != null) {
      within.add(lexeme("theme", theme));
    }
    if (regions != null) {
      within.add(
          regions.stream()
              .map(region -> lexeme("region", region))
              .collect(Collectors.joining(" | ", "(", ")")));
    }
    return within;
  }

  private static String lexeme(String name, String value) {
    if (!SAFE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a " + name + ": " + value);
    }
    return "'" + name + "=" + value + "'";
  }
}

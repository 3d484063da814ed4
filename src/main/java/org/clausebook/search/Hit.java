package org.clausebook.search;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * An entry that matches.
 *
 * @param number of the entry; not stable over publications
 * @param inForce whether it holds on the day; true where that question does not arise
 */
record Hit(
    long number,
    ResultType type,
    String id,
    String deal,
    List<String> regions,
    String theme,
    boolean isTimed,
    boolean inForce,
    BigDecimal score) {

  /** By relevance, then by what it is: the same order on every replica and after a rebuild. */
  static final Comparator<Hit> ORDER =
      Comparator.comparing(Hit::score).reversed().thenComparing(Hit::key);

  String key() {
    return type + "/" + (deal == null ? "" : deal) + "/" + id;
  }

  boolean isAfter(BigDecimal otherScore, String otherKey) {
    int byScore = score.compareTo(otherScore);
    return byScore < 0 || (byScore == 0 && key().compareTo(otherKey) > 0);
  }
}

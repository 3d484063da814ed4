package org.clausebook.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FreshnessMetricsTest {

  private static final Period MONTHS = Period.ofMonths(3);

  /** Counted back from today, 31 May and 28 May would lie equally far from the review. */
  @Test
  void aReviewAtTheEndOfAShortMonthEndsOnTheDayThatAnswersName() {
    LocalDate reviewed = LocalDate.of(2026, 2, 28);
    assertEquals(LocalDate.of(2026, 5, 29), Freshness.staleFrom(reviewed, MONTHS));
    assertEquals(0, stale(reviewed, LocalDate.of(2026, 5, 28)));
    assertEquals(1, stale(reviewed, LocalDate.of(2026, 5, 29)));
    assertEquals(1, stale(reviewed, LocalDate.of(2026, 5, 31)));
  }

  @Test
  void dealsOfOneDayAreCountedTogether() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    Map<LocalDate, Long> reviews =
        Map.of(today, 5L, today.minusMonths(4), 3L, today.minusMonths(5), 2L);
    assertEquals(5, FreshnessMetrics.stale(new TreeMap<>(reviews), MONTHS, today));
  }

  private static long stale(LocalDate reviewed, LocalDate today) {
    return FreshnessMetrics.stale(new TreeMap<>(Map.of(reviewed, 1L)), MONTHS, today);
  }
}

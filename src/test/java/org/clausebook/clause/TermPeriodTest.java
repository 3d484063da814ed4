package org.clausebook.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.clause.TermPeriod.Cause;
import org.clausebook.dossier.Dossier.End;
import org.clausebook.dossier.Dossier.EndRule;
import org.clausebook.dossier.Dossier.Term;
import org.clausebook.http.language.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule, with the event pending, before, on and after the date, and with a replacement before,
 * on and after the foreseen end; each asked the day before, the day itself and the day after.
 */
class TermPeriodTest {

  private static final LocalDate FROM = LocalDate.of(2025, 10, 28);
  private static final LocalDate DATE = LocalDate.of(2031, 1, 1);
  private static final LocalDate EARLY = LocalDate.of(2029, 6, 30);
  private static final LocalDate LATE = LocalDate.of(2034, 3, 1);
  private static final LocalDate NEVER = null;

  /** rule, event, expected end, expected cause. */
  static Stream<Arguments> foreseenEnds() {
    return Stream.of(
        Arguments.of(null, NEVER, NEVER, Cause.open),
        Arguments.of(null, EARLY, NEVER, Cause.open),
        Arguments.of(EndRule.date, NEVER, DATE, Cause.date),
        Arguments.of(EndRule.date, EARLY, DATE, Cause.date),
        Arguments.of(EndRule.date, LATE, DATE, Cause.date),
        Arguments.of(EndRule.event, NEVER, NEVER, Cause.open),
        Arguments.of(EndRule.event, EARLY, EARLY, Cause.event),
        Arguments.of(EndRule.event, DATE, DATE, Cause.event),
        Arguments.of(EndRule.event, LATE, LATE, Cause.event),
        Arguments.of(EndRule.earlier, NEVER, DATE, Cause.date),
        Arguments.of(EndRule.earlier, EARLY, EARLY, Cause.event),
        Arguments.of(EndRule.earlier, DATE, DATE, Cause.date),
        Arguments.of(EndRule.earlier, LATE, DATE, Cause.date),
        Arguments.of(EndRule.later, NEVER, NEVER, Cause.open),
        Arguments.of(EndRule.later, EARLY, DATE, Cause.date),
        Arguments.of(EndRule.later, DATE, DATE, Cause.date),
        Arguments.of(EndRule.later, LATE, LATE, Cause.event));
  }

  @ParameterizedTest(name = "{0}, event on {1}: until {2} by {3}")
  @MethodSource("foreseenEnds")
  void foreseenEndDecides(EndRule rule, LocalDate event, LocalDate until, Cause cause) {
    TermPeriod period = TermPeriod.of(term(rule, null), happenings(event));
    assertEquals(new TermPeriod(FROM, Optional.ofNullable(until), cause), period);
    assertHolds(period, until);
  }

  /**
   * Whatever was foreseen: a replacement that comes first decides, one that comes later does not.
   */
  @ParameterizedTest(name = "{0}, event on {1}: foreseen until {2} by {3}")
  @MethodSource("foreseenEnds")
  void replacementDecidesWhenItComesFirst(
      EndRule rule, LocalDate event, LocalDate foreseen, Cause cause) {
    LocalDate end = foreseen == null ? LATE.plusYears(5) : foreseen;
    for (LocalDate replaced : new LocalDate[] {end.minusDays(1), end, end.plusDays(1)}) {
      TermPeriod period = TermPeriod.of(term(rule, replaced), happenings(event));
      boolean first = foreseen == null || !foreseen.isBefore(replaced);
      LocalDate until = first ? replaced : foreseen;
      assertEquals(
          new TermPeriod(FROM, Optional.of(until), first ? Cause.instrument : cause), period);
      assertHolds(period, until);
    }
  }

  @Test
  void whatEndedBeforeItBeganHoldsOnNoDay() {
    for (LocalDate event : new LocalDate[] {FROM.minusYears(1), FROM}) {
      TermPeriod period = TermPeriod.of(term(EndRule.event, null), happenings(event));
      assertEquals(true, period.isEmpty());
      assertEquals(false, period.holdsOn(FROM));
    }
    assertEquals(false, TermPeriod.of(term(EndRule.event, null), happenings(EARLY)).isEmpty());
    assertEquals(false, TermPeriod.of(term(null, null), happenings(NEVER)).isEmpty());
  }

  /** From the first day on, and no longer on the last: half-open, so that no day has two terms. */
  private static void assertHolds(TermPeriod period, LocalDate until) {
    assertEquals(false, period.holdsOn(FROM.minusDays(1)), "before it begins");
    assertEquals(true, period.holdsOn(FROM), "on its first day");
    LocalDate end = until == null ? LocalDate.of(2100, 1, 1) : until;
    assertEquals(true, period.holdsOn(end.minusDays(1)), "on the day before the end");
    assertEquals(until == null, period.holdsOn(end), "on the end");
    assertEquals(until == null, period.holdsOn(end.plusDays(1)), "after the end");
  }

  private static Happenings happenings(LocalDate event) {
    return new Happenings(event == null ? Map.of() : Map.of("verified", event));
  }

  private static Term term(EndRule rule, LocalDate replaced) {
    End end =
        rule == null
            ? null
            : new End(
                rule,
                rule == EndRule.event ? null : DATE,
                rule == EndRule.date ? null : "verified",
                Text.same("end"));
    return new Term(
        FROM, replaced, "2025-10-28", Text.same("term"), null, null, null, null, end, null);
  }
}

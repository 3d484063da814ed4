package org.clausebook.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clausebook.dossier.Dossier;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For all pairs of days on which anything turns, and the days before them: no examples. */
class SpanTest {

  static Stream<Dossier> deals() {
    return Stream.of(Dossiers.microsoftOpenAi(), Dossiers.lighthouse());
  }

  @ParameterizedTest
  @MethodSource("deals")
  void theInverseSwapsBeforeAndAfterAndNothingElse(Dossier deal) {
    List<LocalDate> days = days(deal);
    for (Dossier.Clause clause : deal.clauses()) {
      for (LocalDate one : days) {
        for (LocalDate other : days) {
          Span there = Span.of(deal, clause, one, other);
          Span back = Span.of(deal, clause, other, one);
          String what = clause.id() + " between " + one + " and " + other;
          assertEquals(there.before(), back.after(), what);
          assertEquals(there.after(), back.before(), what);
          assertEquals(there.effects(), back.effects(), what);
          assertEquals(there.outcome(), back.outcome(), what);
          assertEquals(there.ended(), back.ended(), what);
          assertEquals(differences(there), inverted(differences(back)), what);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("deals")
  void adjacentSpansComposeToTheWhole(Dossier deal) {
    List<LocalDate> days = days(deal);
    for (Dossier.Clause clause : deal.clauses()) {
      for (int a = 0; a < days.size(); a++) {
        for (int b = a; b < days.size(); b++) {
          for (int c = b; c < days.size(); c++) {
            Span first = Span.of(deal, clause, days.get(a), days.get(b));
            Span second = Span.of(deal, clause, days.get(b), days.get(c));
            Span whole = Span.of(deal, clause, days.get(a), days.get(c));
            String what = clause.id() + " from " + days.get(a) + " to " + days.get(c);
            assertEquals(first.after(), second.before(), what);
            assertEquals(whole.before(), first.before(), what);
            assertEquals(whole.after(), second.after(), what);
            List<Dossier.Effect> effects = new ArrayList<>(first.effects());
            effects.addAll(second.effects());
            assertEquals(whole.effects(), effects, what);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("deals")
  void aDayComparedWithItselfHasNoDifference(Dossier deal) {
    for (Dossier.Clause clause : deal.clauses()) {
      for (LocalDate day : days(deal)) {
        Span span = Span.of(deal, clause, day, day);
        assertTrue(span.effects().isEmpty() && differences(span).isEmpty());
      }
    }
  }

  private static List<Difference> differences(Span span) {
    return Difference.between(span.before().term(), span.after().term()).stream()
        // Fields come in the order of the first term that has them.
        .sorted((one, other) -> one.pointer().compareTo(other.pointer()))
        .toList();
  }

  private static List<Difference> inverted(List<Difference> differences) {
    return differences.stream()
        .map(
            each ->
                new Difference(
                    each.pointer(), /* before= */ each.after(), /* after= */ each.before()))
        .toList();
  }

  private static List<LocalDate> days(Dossier deal) {
    NavigableSet<LocalDate> turning = new TreeSet<>();
    deal.instruments().forEach(instrument -> turning.add(instrument.date()));
    for (Dossier.Clause clause : deal.clauses()) {
      for (Dossier.Term term : clause.terms()) {
        turning.add(term.from());
        if (term.until() != null) {
          turning.add(term.until());
        }
        if (term.end() != null && term.end().until() != null) {
          turning.add(term.end().until());
        }
      }
    }
    deal.events().stream().map(Dossier.Event::date).filter(Objects::nonNull).forEach(turning::add);
    NavigableSet<LocalDate> days = new TreeSet<>(turning);
    turning.forEach(day -> days.add(day.minusDays(1)));
    return List.copyOf(days);
  }
}

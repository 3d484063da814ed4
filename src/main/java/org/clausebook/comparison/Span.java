package org.clausebook.comparison;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.clause.Happenings;
import org.clausebook.clause.TermPeriod;
import org.clausebook.dossier.Dossier;

/**
 * One clause on two days, and what instruments did to it in between: after the earlier day, up to
 * and including the later.
 *
 * @param before how it stands on the first day named, which may be the later one
 * @param effects oldest first
 */
record Span(
    Dossier dossier,
    Dossier.Clause clause,
    LocalDate from,
    LocalDate until,
    ClauseState before,
    ClauseState after,
    List<Dossier.Effect> effects) {

  /** What became of a clause. */
  enum Outcome {
    /** Another term holds, or none any more, or the first one, or one came and went in between. */
    changed,
    /** The same term, or none, on both days. */
    unchanged,
    /** The same term, but on the later day nobody says whether it still holds. */
    unknown
  }

  static Span of(Dossier dossier, Dossier.Clause clause, LocalDate from, LocalDate until) {
    Happenings happenings = Happenings.of(dossier);
    LocalDate earlier = from.isBefore(until) ? from : until;
    LocalDate later = from.isBefore(until) ? until : from;
    return new Span(
        dossier,
        clause,
        from,
        until,
        ClauseState.of(dossier, clause, from, happenings),
        ClauseState.of(dossier, clause, until, happenings),
        clause.effects().stream()
            .filter(each -> dossier.dayOf(each).isAfter(earlier))
            .filter(each -> !dossier.dayOf(each).isAfter(later))
            .sorted(Comparator.comparing(dossier::dayOf))
            .toList());
  }

  Outcome outcome() {
    if (!before.term().map(Dossier.Term::from).equals(after.term().map(Dossier.Term::from))) {
      return Outcome.changed;
    }
    if (isUnknownOnLaterDay()) {
      return Outcome.unknown;
    }
    boolean isUnchanged =
        after.term().isPresent() || (before.status() == after.status() && !cameAndWent());
    return isUnchanged ? Outcome.unchanged : Outcome.changed;
  }

  /** True when it was known on the first day and no longer is on the second. */
  boolean becameUnknown() {
    return isUnknown(after) && !isUnknown(before);
  }

  /** True when nobody said on the earlier day whether it held, and somebody did by the later. */
  boolean becameKnown() {
    return isUnknown(earlier()) && later().status() == ClauseStatus.inForce;
  }

  /** True of what instruments did to a clause of which no term holds on either day. */
  private boolean cameAndWent() {
    return effects.stream().anyMatch(each -> each.kind().changesTerm());
  }

  boolean isUnknownOnLaterDay() {
    return isUnknown(later());
  }

  /** The instrument that was silent by the later day, else by the earlier; null for none. */
  String silentInstrument() {
    return Stream.of(later(), earlier())
        .filter(Span::isUnknown)
        .map(ClauseState::silentInstrument)
        .findFirst()
        .orElse(null);
  }

  ClauseState earlier() {
    return from.isBefore(until) ? before : after;
  }

  ClauseState later() {
    return from.isBefore(until) ? after : before;
  }

  /** How the term that held on the earlier day ended, if it did by the later. */
  Optional<TermPeriod> ended() {
    return earlier()
        .term()
        .map(term -> TermPeriod.of(term, Happenings.of(dossier)))
        .filter(period -> !period.holdsOn(from.isBefore(until) ? until : from));
  }

  private static boolean isUnknown(ClauseState state) {
    return state.status() == ClauseStatus.notRestated;
  }
}

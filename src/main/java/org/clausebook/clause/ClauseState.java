package org.clausebook.clause;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.revision.Edition;

/**
 * What a clause says on a day, given what has happened.
 *
 * @param term the term that holds; empty unless in force or not restated
 * @param silentInstrument slug of the instrument that is silent on it, when not restated; of one
 *     that ended as foreseen, of that which was silent by then; null for none
 */
public record ClauseState(
    ClauseStatus status, Optional<Dossier.Term> term, String silentInstrument) {

  /** On the day an edition is read at, given what has happened. */
  public static ClauseState in(Edition edition, Dossier.Clause clause) {
    Dossier dossier = edition.dossier();
    return of(dossier, clause, edition.asOf(), Happenings.of(dossier));
  }

  public static ClauseState of(
      Dossier dossier, Dossier.Clause clause, LocalDate day, Happenings happenings) {
    Optional<Dossier.Term> term =
        clause.terms().stream()
            .filter(each -> TermPeriod.of(each, happenings).holdsOn(day))
            .findFirst();
    if (term.isEmpty()) {
      return clause.terms().stream()
          .filter(each -> !each.from().isAfter(day))
          .reduce((first, second) -> second)
          .map(last -> ended(silenceAtItsEnd(dossier, clause, last, happenings)))
          .orElseGet(() -> new ClauseState(ClauseStatus.notYet, Optional.empty(), null));
    }
    return silence(dossier, clause, term.get(), day)
        .map(silent -> new ClauseState(ClauseStatus.notRestated, term, silent.id()))
        .orElseGet(() -> new ClauseState(ClauseStatus.inForce, term, null));
  }

  private static ClauseState ended(Optional<Dossier.Instrument> silent) {
    return new ClauseState(
        ClauseStatus.ended, Optional.empty(), silent.map(Dossier.Instrument::id).orElse(null));
  }

  /**
   * The instrument whose silence leaves open whether a term still held when its foreseen end came.
   * Empty also of a term that an instrument ended: that one spoke of it.
   */
  public static Optional<Dossier.Instrument> silenceAtItsEnd(
      Dossier dossier, Dossier.Clause clause, Dossier.Term term, Happenings happenings) {
    TermPeriod period = TermPeriod.of(term, happenings);
    if (period.isEmpty() || period.cause() == TermPeriod.Cause.instrument) {
      return Optional.empty();
    }
    return period.until().flatMap(end -> silence(dossier, clause, term, end.minusDays(1)));
  }

  /**
   * The newest instrument that was silent on what was agreed, unless another has since spoken of
   * it. What counts is when they spoke, not from when on it matters.
   */
  private static Optional<Dossier.Instrument> silence(
      Dossier dossier, Dossier.Clause clause, Dossier.Term term, LocalDate day) {
    LocalDate agreed = dayOf(dossier, term.introducedBy());
    return dossier.instruments().stream()
        .filter(each -> each.silentOn().contains(clause.id()))
        .filter(each -> each.date().isAfter(agreed) && !each.date().isAfter(day))
        .max(Comparator.comparing(Dossier.Instrument::date))
        .filter(
            silent ->
                clause.effects().stream()
                    .map(effect -> dayOf(dossier, effect.instrument()))
                    .noneMatch(spoken -> !spoken.isBefore(silent.date()) && !spoken.isAfter(day)));
  }

  private static LocalDate dayOf(Dossier dossier, String instrument) {
    return dossier.instrument(instrument).orElseThrow().date();
  }

  /** What instruments did to the terms of a clause on a day, mere restatements left out. */
  public static List<Dossier.Effect> changesOn(
      Dossier dossier, Dossier.Clause clause, LocalDate day) {
    return clause.effects().stream()
        .filter(effect -> effect.kind().changesTerm())
        .filter(effect -> dossier.dayOf(effect).equals(day))
        .toList();
  }
}

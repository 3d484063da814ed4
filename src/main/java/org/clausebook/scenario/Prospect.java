package org.clausebook.scenario;

import java.time.LocalDate;
import java.util.Optional;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.Happenings;
import org.clausebook.dossier.Dossier;

/**
 * A clause on a day under assumptions, against where it stands on the record.
 *
 * @param base where it stands without assumption on the day the dossier was last reviewed, or on
 *     the day asked about when that is earlier: both are the same whenever they are asked for
 * @param plain where it would stand on the day asked about without assumption
 * @param assumed where it would stand on that day under the assumptions
 */
record Prospect(
    Dossier dossier,
    Dossier.Clause clause,
    LocalDate asOf,
    Happenings happenings,
    ClauseState base,
    ClauseState plain,
    ClauseState assumed) {

  /** What becomes of a clause from the state on record to the day asked about. */
  enum Outcome {
    /** The term on record no longer holds, and no other does. */
    ends,
    /** The term on record still holds. */
    continues,
    /** A term holds where none does on record. */
    starts,
    /** Another term holds than the one on record. */
    replaced,
    /** No term holds, then as now. */
    absent
  }

  static Prospect of(
      Dossier dossier, Dossier.Clause clause, LocalDate asOf, Happenings happenings) {
    Happenings happened = Happenings.of(dossier);
    LocalDate onRecord = asOf.isBefore(dossier.reviewed()) ? asOf : dossier.reviewed();
    return new Prospect(
        dossier,
        clause,
        asOf,
        happenings,
        ClauseState.of(dossier, clause, onRecord, happened),
        ClauseState.of(dossier, clause, asOf, happened),
        ClauseState.of(dossier, clause, asOf, happenings));
  }

  Outcome outcome() {
    Optional<LocalDate> before = base.term().map(Dossier.Term::from);
    Optional<LocalDate> after = assumed.term().map(Dossier.Term::from);
    if (before.isEmpty()) {
      return after.isEmpty() ? Outcome.absent : Outcome.starts;
    }
    if (after.isEmpty()) {
      return Outcome.ends;
    }
    return before.equals(after) ? Outcome.continues : Outcome.replaced;
  }

  boolean dependsOnAssumption() {
    return !plain.equals(assumed);
  }

  /** The term to reason about: the one on record, or else the last to have begun by then. */
  Optional<Dossier.Term> subject() {
    return base.term()
        .or(
            () ->
                clause.terms().stream()
                    .filter(each -> !each.from().isAfter(asOf))
                    .reduce((first, second) -> second));
  }
}

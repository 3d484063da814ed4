package org.clausebook.comparison;

import org.clausebook.clause.ClauseState;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.clause.Term;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a clause stands on one of the days. */
@Schema(description = "How a clause stands on one of the two days.")
public record Standing(
    ClauseStatus status,
    @Schema(
            description =
                "Slug of the instrument that is silent on it, when `notRestated`; when `ended` as foreseen, of one that was silent by then, so that nothing published says whether it still held. Absent otherwise.",
            examples = {"2026-04-27"})
        String silentInstrument,
    @Schema(description = "The term; absent when none holds.") Term term) {

  static Standing of(ClauseState state, Facts facts) {
    return new Standing(
        state.status(),
        state.silentInstrument(),
        state.term().flatMap(term -> Term.of(term, facts)).orElse(null));
  }
}

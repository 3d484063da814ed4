package org.clausebook.comparison;

import java.time.LocalDate;
import org.clausebook.clause.TermPeriod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a term came to its end. */
@Schema(description = "How the term that held on the earlier day came to its end.")
public record Ending(
    @Schema(
            description =
                "`instrument` replaced or removed it; the foreseen `date` came; the `event` it hung on happened.")
        TermPeriod.Cause cause,
    @Schema(
            description = "First day on which it no longer held.",
            examples = {"2026-04-27"})
        LocalDate date) {

  static Ending of(TermPeriod period) {
    return new Ending(period.cause(), period.until().orElseThrow());
  }
}

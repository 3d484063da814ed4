package org.clausebook.clause;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a term comes to its end. */
@Schema(description = "How a term comes to its end.")
public record Ending(
    @Schema(
            description =
                "`instrument` replaces or removes it; the foreseen `date` comes; the `event` it hangs on happened.")
        TermPeriod.Cause cause,
    @Schema(
            description = "First day on which it no longer holds.",
            examples = {"2026-04-27"})
        LocalDate date) {

  /** Empty while no end is in sight. */
  public static Optional<Ending> of(TermPeriod period) {
    return period.until().map(day -> new Ending(period.cause(), day));
  }
}

package org.clausebook.revision;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the two clocks resolved to. */
@Schema(description = "What the two clocks resolved to.")
public record Reading(
    @Schema(
            description = "The day the answer is about.",
            examples = {"2026-11-23"})
        LocalDate asOf,
    @Schema(
            description =
                "Since when Clausebook has known what it answers: the publication of the newest revision behind it.",
            examples = {"2026-11-23T08:00:00Z"})
        Instant knownAt,
    @Schema(
            description = "Number of the deal's revision that answers.",
            examples = {"1"})
        int revision,
    @Schema(
            description = "Number of the newest publication behind the answer; pins it.",
            examples = {"2"})
        long dataset,
    @Schema(
            description = "The newest instrument in effect on that day; absent before the first.",
            examples = {"2026-04-27"})
        String introducedBy,
    @Schema(
            description =
                "False when a later instrument that has taken place by today, a later revision or a withdrawal has overtaken this state. An answer pinned by `dataset` never changes: it counts instruments up to the day of that publication, and knows of no later revision; so does one that lists several deals.")
        boolean isCurrent,
    @Schema(description = "What has overtaken this state; absent when it is current.")
        SupersededBy supersededBy) {

  /** What came after. */
  @Schema(description = "What has overtaken a state of a deal.")
  public record SupersededBy(
      @Schema(
              description = "The first instrument to take effect after the day asked about.",
              examples = {"2026-04-27"})
          String instrument,
      @Schema(
              description = "The newest revision, when what was asked for is an older one.",
              examples = {"2"})
          Integer revision,
      @Schema(description = "True when the deal was withdrawn since; absent otherwise.")
          Boolean isWithdrawn) {}
}

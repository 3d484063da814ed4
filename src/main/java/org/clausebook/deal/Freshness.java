package org.clausebook.deal;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import org.clausebook.dossier.PartialDate;
import org.clausebook.dossier.Source;
import org.clausebook.http.Link;
import org.clausebook.revision.Edition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fresh what is said of a deal is. */
@Schema(description = "How fresh what is said of a deal is.")
public record Freshness(
    @Schema(
            description =
                "True when, on the day asked about, the last review lies further back than Clausebook allows: read it with care. Absent from a pinned answer: how long a review counts is a setting, and may change.")
        Boolean isStale,
    @Schema(
            description =
                "First day on which it is stale unless it is reviewed before; absent with `isStale`.",
            examples = {"2027-02-22"})
        LocalDate staleFrom,
    @Schema(description = "The newest dated source; absent when none has a date.")
        NewestSource newestSource) {

  /** The last document that was taken into account. */
  @Schema(description = "The newest dated source of a deal.")
  public record NewestSource(
      @Schema(
              description = "Slug of the source.",
              examples = {"microsoft-2026-04-27"})
          String source,
      @Schema(
              type = SchemaType.STRING,
              implementation = String.class,
              pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
              description = "Day, month or year of its publication, as exactly as known.",
              examples = {"2026-04-27"})
          PartialDate published,
      @Schema(description = "The source.") Link link) {}

  /**
   * How fresh a deal is. A pinned answer tells only what never changes: it says the same for ever.
   *
   * @param allowed how long a review counts
   */
  static Freshness of(Edition edition, Period allowed) {
    NewestSource newest = newest(edition).orElse(null);
    if (edition.isPinned()) {
      return new Freshness(null, null, newest);
    }
    LocalDate staleFrom = staleFrom(edition.dossier().reviewed(), allowed);
    return new Freshness(!edition.asOf().isBefore(staleFrom), staleFrom, newest);
  }

  /** Counted from the review: three months from 28 February end on 28 May, whatever the day. */
  static LocalDate staleFrom(LocalDate reviewed, Period allowed) {
    return reviewed.plus(allowed).plusDays(1);
  }

  private static Optional<NewestSource> newest(Edition edition) {
    return edition.dossier().sources().stream()
        .filter(each -> each.published() != null)
        .max(Comparator.comparing(Source::published).thenComparing(Source::id))
        .map(
            each ->
                new NewestSource(each.id(), each.published(), Link.to("/v1/sources/" + each.id())));
  }
}

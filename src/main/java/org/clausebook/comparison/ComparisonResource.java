package org.clausebook.comparison;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.clausebook.clause.Clauses;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Slug;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.KnownAt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/comparison")
@Tag(name = "Time")
class ComparisonResource {

  private final Deals deals;

  ComparisonResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "compareDates",
      summary = "Compare a deal on two days",
      description =
          "Clause by clause: what instruments did in between (after the earlier day, up to and including the later), how the clause stood before and stands after, and in which fields; what is unchanged, with who reaffirmed it; and what nobody restated. The days may be given in either order: before and after change places, nothing else. An end that the parties foresaw counts as a change with no instrument.")
  public Comparison compare(
      @PathParam("deal") String deal,
      @Parameter(description = "One day (RFC 3339 full-date).", example = "2025-10-28")
          @QueryParam("from")
          @NotNull
          LocalDate from,
      @Parameter(description = "The other day (RFC 3339 full-date).", example = "2026-04-27")
          @QueryParam("until")
          @NotNull
          LocalDate until,
      @Parameter(description = "Only clauses of this theme.") @QueryParam("theme")
          Dossier.Theme theme,
      @Parameter(description = "Only this clause.", example = "ip-exclusivity")
          @QueryParam("clause")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String clause,
      @BeanParam KnownAt known) {
    LocalDate later = from.isAfter(until) ? from : until;
    Edition edition = deals.read(deal, Clocks.on(later, known));
    return Comparison.of(
        edition,
        from,
        until,
        Clauses.filter(edition, theme, clause).stream()
            .map(each -> Span.of(edition.dossier(), each, from, until))
            .toList());
  }
}

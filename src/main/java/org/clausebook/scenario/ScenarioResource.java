package org.clausebook.scenario;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.clausebook.clause.Clauses;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Slug;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/scenario")
@Tag(name = "Time")
class ScenarioResource {

  private final Deals deals;

  ScenarioResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "getScenario",
      summary = "Ask what would hold if an event occurred",
      description =
          "Each clause on `asOf`, assuming that pending events occur on given days: whether its term ends, continues, is replaced or starts, and why, step by step. Without `assume`: the plain state of the deal on that day. When `asOf` is absent, the answer is about today.")
  public Scenario get(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(
              description =
                  "Pending events and the days on which to assume them, as `event:date`, several separated by commas.",
              example = "agi-verified:2029-06-30")
          @QueryParam("assume")
          @Size(min = 1, max = 400)
          String assume,
      @Parameter(description = "Only clauses of this theme.") @QueryParam("theme")
          Dossier.Theme theme,
      @Parameter(description = "Only this clause.", example = "ip-rights-research")
          @QueryParam("clause")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String clause) {
    Assumptions assumptions = Assumptions.parse(assume);
    Edition edition = deals.read(deal, clocks);
    return Scenario.of(edition, assumptions, Clauses.filter(edition, theme, clause));
  }
}

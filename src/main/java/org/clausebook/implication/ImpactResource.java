package org.clausebook.implication;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.clausebook.clause.Clauses;
import org.clausebook.deal.Deals;
import org.clausebook.http.Slug;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/clauses/{clause}/impact")
@Tag(name = "Implications")
class ImpactResource {

  private final Deals deals;

  ImpactResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "getImpact",
      summary = "Follow a clause to what it means for a region",
      description =
          "The chain from a clause to its implications, to the laws they fall under with the milestones in force on `asOf`, to authorities and those concerned; each hop with its evidence and whether it is stated or editorial.")
  public Impact get(
      @PathParam("deal") String deal,
      @PathParam("clause") String clause,
      @BeanParam Clocks clocks,
      @Parameter(
              description = "Only what holds in this region, said of it or inherited.",
              example = "FR")
          @QueryParam("region")
          @Pattern(regexp = Slug.REGION)
          String region,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence) {
    Edition edition = deals.read(deal, clocks);
    return Impact.of(
        Clauses.find(edition, clause),
        new Facts(edition, evidence),
        Optional.ofNullable(region).map(code -> Lineage.of(edition.reference(), code, "region")));
  }
}

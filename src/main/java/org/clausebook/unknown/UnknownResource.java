package org.clausebook.unknown;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.clausebook.deal.DealPage;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Names;
import org.clausebook.http.Slug;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/unknowns")
@Tag(name = "Unknowns")
class UnknownResource {

  private final Deals deals;

  UnknownResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "listUnknowns",
      summary = "List what is not known of a deal",
      description =
          "Everything the parties have not published or the curators have not found: what is missing, why, the terms it touches and the sources read without finding it.")
  public DealPage<Unknown> list(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "Only those that touch this clause.", example = "azure-commitment")
          @QueryParam("clause")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String clause,
      @Parameter(description = "Only those for this reason.") @QueryParam("reason")
          Dossier.UnknownReason reason,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    Names.clauses(edition.dossier()).require("clause", clause);
    Facts facts = new Facts(edition, EvidencePolicy.any);
    return deals.page(
        edition,
        page,
        edition.dossier().unknowns().stream()
            .filter(
                each ->
                    clause == null
                        || each.terms().stream().anyMatch(term -> term.startsWith(clause + "/")))
            .filter(each -> reason == null || each.reason() == reason)
            .map(each -> Unknown.of(each, facts))
            .toList(),
        null);
  }
}

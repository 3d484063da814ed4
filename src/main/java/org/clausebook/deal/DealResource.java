package org.clausebook.deal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.page.PageOf;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.problem.Problem;
import org.clausebook.region.Region;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Editions;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals")
@Tag(name = "Deals")
class DealResource {

  private final Deals deals;
  private final DealRepository repository;
  private final Editions editions;
  private final Pages pages;
  private final FreshnessConfig freshness;

  DealResource(
      Deals deals,
      DealRepository repository,
      Editions editions,
      Pages pages,
      FreshnessConfig freshness) {
    this.deals = deals;
    this.repository = repository;
    this.editions = editions;
    this.pages = pages;
    this.freshness = freshness;
  }

  @GET
  @Operation(
      operationId = "listDeals",
      summary = "List the deals",
      description = "Every deal as readers see it now, by identifier.")
  public PageOf<DealSummary> list(@BeanParam DealQuery query, @BeanParam PageQuery page) {
    Problem.refuseReversed("signedFrom", query.signedFrom, "signedUntil", query.signedUntil);
    List<String> regions = null;
    if (query.region != null || query.party != null) {
      Reference reference = editions.reference(new Clocks()).reference();
      Names.regions(reference).require("region", query.region);
      Names.stakeholders(reference).require("party", query.party);
      regions = query.region == null ? null : Region.chain(query.region, reference);
    }
    String after = pages.position(page).map(position -> position.get(0)).orElse("");
    return PageOf.now(
        pages.slice(
            page,
            repository.list(query, regions, after, pages.toRead(page)),
            last -> List.of(last.id())));
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.JSON_LD})
  @Path("{deal}")
  @Operation(
      operationId = "getDeal",
      summary = "Read one deal",
      description = "What the deal is, who is bound, the instrument in effect, and what there is.")
  public Deal get(@PathParam("deal") String deal, @BeanParam Clocks clocks) {
    Edition edition = deals.read(deal, clocks);
    return Deal.of(edition, Freshness.of(edition, freshness.reviewValidFor()));
  }

  @GET
  @Path("{deal}/instruments")
  @Operation(
      operationId = "listInstruments",
      summary = "List the instruments of a deal",
      description =
          "The whole chain, oldest first; `isInEffect` tells which had taken effect on `asOf`.")
  public DealPage<Instrument> instruments(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    Facts facts = new Facts(edition, evidence);
    List<Instrument> instruments =
        edition.dossier().instruments().stream()
            .map(each -> Instrument.of(each, facts))
            .flatMap(Optional::stream)
            .toList();
    return deals.page(edition, page, instruments, facts.hidden());
  }
}

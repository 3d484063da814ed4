package org.clausebook.discrepancy;

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

@Path("/v1/deals/{deal}/discrepancies")
@Tag(name = "Discrepancies")
class DiscrepancyResource {

  private final Deals deals;

  DiscrepancyResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "listDiscrepancies",
      summary = "List the discrepancies of a deal",
      description =
          "Where sources are wrong, imprecise, unsupported, outdated or silent: what they say, what better evidence says, the verdict and why.")
  public DealPage<Discrepancy> list(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "Only those of this source.", example = "article")
          @QueryParam("source")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String source,
      @Parameter(description = "Only those with this verdict.") @QueryParam("verdict")
          Dossier.Verdict verdict,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    Names.sources(edition.dossier(), edition.reference()).require("source", source);
    Facts facts = new Facts(edition, EvidencePolicy.any);
    return deals.page(
        edition,
        page,
        edition.dossier().discrepancies().stream()
            .filter(each -> source == null || each.source().equals(source))
            .filter(each -> verdict == null || each.verdict() == verdict)
            .map(each -> Discrepancy.of(each, facts))
            .toList(),
        null);
  }
}

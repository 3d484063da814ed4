package org.clausebook.stakeholder;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.clausebook.deal.DealPage;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/stakeholders")
@Tag(name = "Stakeholders")
class DealStakeholderResource {

  private final Deals deals;

  DealStakeholderResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "listDealStakeholders",
      summary = "List the stakeholders of a deal",
      description =
          "Who is concerned, in which role, with what they own on `asOf`, in the order of the dossier.")
  public DealPage<DealStakeholder> list(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence,
      @Parameter(description = "Only stakeholders in this role.") @QueryParam("role")
          Dossier.Role role,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    Facts facts = new Facts(edition, evidence);
    List<DealStakeholder> stakeholders =
        edition.dossier().stakeholders().stream()
            .filter(each -> role == null || each.role() == role)
            .map(each -> DealStakeholder.of(each, facts))
            .flatMap(Optional::stream)
            .toList();
    return deals.page(edition, page, stakeholders, facts.hidden());
  }
}

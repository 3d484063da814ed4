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
import org.clausebook.dossier.DossierPart;
import org.clausebook.dossier.Names;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.PartView;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/stakeholders")
@Tag(name = "Stakeholders")
class DealStakeholderResource implements PartView {

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
            .map(each -> DealStakeholder.summary(each, facts))
            .flatMap(Optional::stream)
            .toList();
    return deals.page(edition, page, stakeholders, facts.hidden());
  }

  @GET
  @Path("{stakeholder}")
  @Operation(
      operationId = "getDealStakeholder",
      summary = "Read one stakeholder of a deal",
      description =
          "Its role, what it owns on `asOf`, what is known of it that bears on the deal, and the clauses that bind or benefit it.")
  public DealStakeholder get(
      @PathParam("deal") String deal,
      @PathParam("stakeholder") String stakeholder,
      @BeanParam Clocks clocks,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence) {
    Edition edition = deals.read(deal, clocks);
    return DealStakeholder.whole(find(edition, stakeholder), new Facts(edition, evidence));
  }

  @Override
  public DossierPart part() {
    return DossierPart.stakeholders;
  }

  @Override
  public Object view(String deal, String id) {
    return get(deal, id, new Clocks(), null);
  }

  private static Dossier.Stakeholder find(Edition edition, String id) {
    Dossier dossier = edition.dossier();
    return dossier
        .stakeholder(id)
        .orElseThrow(() -> Names.parts(DossierPart.stakeholders, dossier).missing(id));
  }
}

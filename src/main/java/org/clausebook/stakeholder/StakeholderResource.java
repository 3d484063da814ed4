package org.clausebook.stakeholder;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Slug;
import org.clausebook.http.page.PageOf;
import org.clausebook.http.page.PageQuery;
import org.clausebook.reference.References;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.ReferenceEdition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stakeholders")
@Tag(name = "Stakeholders")
class StakeholderResource {

  private final References references;
  private final StakeholderRepository stakeholders;

  StakeholderResource(References references, StakeholderRepository stakeholders) {
    this.references = references;
    this.stakeholders = stakeholders;
  }

  @GET
  @Operation(
      operationId = "listStakeholders",
      summary = "List the stakeholders",
      description = "Everybody that any deal may concern, by identifier.")
  public PageOf<Stakeholder> list(
      @BeanParam KnownAt clock,
      @Parameter(description = "Only stakeholders of this kind.") @QueryParam("kind")
          Reference.StakeholderKind kind,
      @Parameter(description = "Only stakeholders at home in this region.", example = "FR")
          @QueryParam("region")
          @Pattern(regexp = Slug.REGION)
          @Size(max = Slug.REGION_MAX_LENGTH)
          String region,
      @BeanParam PageQuery page) {
    ReferenceEdition edition = references.read(clock, page);
    Names.regions(edition.reference()).require("region", region);
    return references.page(
        edition,
        page,
        edition.reference().stakeholders().stream()
            .filter(each -> kind == null || each.kind() == kind)
            .filter(each -> region == null || region.equals(each.region()))
            .map(Stakeholder::summary)
            .toList(),
        Stakeholder::id);
  }

  @GET
  @Path("{stakeholder}")
  @Operation(
      operationId = "getStakeholder",
      summary = "Read one stakeholder",
      description = "Who it is, and the deals that concern it.")
  public Stakeholder get(@PathParam("stakeholder") String stakeholder, @BeanParam KnownAt clock) {
    ReferenceEdition edition = references.read(clock);
    Reference.Stakeholder found =
        References.find(
            edition.reference().stakeholders(),
            Reference.Stakeholder::id,
            stakeholder,
            Names.stakeholders(edition.reference()));
    long dataset = references.dataset(clock);
    return Stakeholder.whole(
        found,
        stakeholders.deals(stakeholder, dataset),
        references.knownAt(edition.revision(), dataset),
        dataset);
  }
}

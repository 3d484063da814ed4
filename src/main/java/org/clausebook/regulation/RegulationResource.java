package org.clausebook.regulation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Slug;
import org.clausebook.http.page.PageOf;
import org.clausebook.http.page.PageQuery;
import org.clausebook.reference.References;
import org.clausebook.region.Region;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.ReferenceEdition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/regulations")
@Tag(name = "Regulations")
class RegulationResource {

  private final References references;
  private final RegulationRepository regulations;

  RegulationResource(References references, RegulationRepository regulations) {
    this.references = references;
    this.regulations = regulations;
  }

  @GET
  @Operation(
      operationId = "listRegulations",
      summary = "List the regulations",
      description = "Every law, decision and official guidance that deals touch, by identifier.")
  public PageOf<Regulation> list(
      @BeanParam KnownAt clock,
      @Parameter(
              description =
                  "Only regulations that apply in this region: its own, and those of the regions it lies within.",
              example = "FR")
          @QueryParam("region")
          @Pattern(regexp = Slug.REGION)
          @Size(max = Slug.REGION_MAX_LENGTH)
          String region,
      @Parameter(description = "Only regulations that this stakeholder applies.", example = "cnil")
          @QueryParam("authority")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String authority,
      @BeanParam PageQuery page) {
    ReferenceEdition edition = references.read(clock, page);
    Names.regions(edition.reference()).require("region", region);
    Names.stakeholders(edition.reference()).require("authority", authority);
    List<String> regions = region == null ? null : Region.chain(region, edition.reference());
    return references.page(
        edition,
        page,
        edition.reference().regulations().stream()
            .filter(each -> regions == null || regions.contains(each.region()))
            .filter(each -> authority == null || each.authorities().contains(authority))
            .map(each -> Regulation.summary(each, edition.reference()))
            .toList(),
        Regulation::id);
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.JSON_LD})
  @Path("{regulation}")
  @Operation(
      operationId = "getRegulation",
      summary = "Read one regulation",
      description =
          "Its identifiers, authorities and milestones, and the implications that touch it.")
  public Regulation get(@PathParam("regulation") String regulation, @BeanParam KnownAt clock) {
    ReferenceEdition edition = references.read(clock);
    Reference.Regulation found =
        References.find(
            edition.reference().regulations(),
            Reference.Regulation::id,
            regulation,
            Names.regulations(edition.reference()));
    long dataset = references.dataset(clock);
    return Regulation.whole(
        found,
        regulations.implications(regulation, dataset),
        edition,
        references.knownAt(edition.revision(), dataset),
        dataset);
  }
}

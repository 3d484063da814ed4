package org.clausebook.region;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.page.PageOf;
import org.clausebook.http.page.PageQuery;
import org.clausebook.reference.References;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.ReferenceEdition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/regions")
@Tag(name = "Regions")
class RegionResource {

  private final References references;

  RegionResource(References references) {
    this.references = references;
  }

  @GET
  @Operation(
      operationId = "listRegions",
      summary = "List the regions",
      description = "Every region that implications are told for, by code.")
  public PageOf<Region> list(@BeanParam KnownAt clock, @BeanParam PageQuery page) {
    ReferenceEdition edition = references.read(clock, page);
    return references.page(
        edition,
        page,
        edition.reference().regions().stream()
            .map(each -> Region.summary(each, edition.reference()))
            .toList(),
        Region::id);
  }

  @GET
  @Path("{region}")
  @Operation(
      operationId = "getRegion",
      summary = "Read one region",
      description = "A region, what it lies within and what lies within it.")
  public Region get(@PathParam("region") String region, @BeanParam KnownAt clock) {
    ReferenceEdition edition = references.read(clock);
    return Region.whole(
        References.find(
            edition.reference().regions(),
            Reference.Region::id,
            region,
            Names.regions(edition.reference())),
        edition);
  }
}

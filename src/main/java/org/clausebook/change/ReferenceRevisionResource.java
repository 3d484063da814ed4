package org.clausebook.change;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.Editions;
import org.clausebook.revision.KnownAt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reference/revisions")
@Tag(name = "Changes")
class ReferenceRevisionResource {

  private final Revisions revisions;

  ReferenceRevisionResource(Revisions revisions) {
    this.revisions = revisions;
  }

  @GET
  @Operation(
      operationId = "listReferenceRevisions",
      summary = "List who changed the shared reference, when and why",
      description = "Every publication of the reference dossier, newest first.")
  public RevisionPage list(@BeanParam KnownAt known, @BeanParam PageQuery page) {
    return revisions.page(Editions.REFERENCE, known, page);
  }

  @GET
  @Path("{number}")
  @Operation(
      operationId = "getReferenceRevision",
      summary = "Read one revision of the reference and what it changed",
      description =
          "Who published it and why, what differs from the revision before it or from another one, and the link to the whole as it stood.")
  public RevisionSummary get(
      @BeanParam KnownAt known,
      @Parameter(description = "Number of the revision, from 1.", example = "1")
          @PathParam("number")
          @Min(1)
          @Max(Integer.MAX_VALUE)
          int number,
      @Parameter(
              description = "The revision to compare it with; the one before it when absent.",
              example = "1")
          @QueryParam("comparedWith")
          @Min(1)
          @Max(Integer.MAX_VALUE)
          Integer comparedWith) {
    return revisions.read(Editions.REFERENCE, known, number, comparedWith);
  }
}

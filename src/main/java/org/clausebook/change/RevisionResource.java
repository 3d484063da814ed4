package org.clausebook.change;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.KnownAt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/revisions")
@Tag(name = "Changes")
class RevisionResource {

  private final Revisions revisions;

  RevisionResource(Revisions revisions) {
    this.revisions = revisions;
  }

  @GET
  @Operation(
      operationId = "listRevisions",
      summary = "List who changed a deal's dossier, when and why",
      description =
          "Every publication and withdrawal of the dossier, newest first; also of a deal that was withdrawn.")
  public RevisionPage list(
      @PathParam("deal") String deal, @BeanParam KnownAt known, @BeanParam PageQuery page) {
    return revisions.page(deal, known, page);
  }

  @GET
  @Path("{number}")
  @Operation(
      operationId = "getRevision",
      summary = "Read one revision and what it changed",
      description =
          "Who published it and why, what differs from the revision before it or from another one, and the link to the whole dossier as it stood. To restore it, publish that dossier again.")
  public RevisionSummary get(
      @PathParam("deal") String deal,
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
    return revisions.read(deal, known, number, comparedWith);
  }
}

package org.clausebook.curation;

import static org.clausebook.dossier.DossierPart.clauses;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.clausebook.access.CuratorsOnly;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Written;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/clauses")
@CuratorsOnly
@Produces(MediaTypes.JSON)
@SecurityRequirement(name = "token", scopes = "curator")
@Tag(name = "Curation")
class ClauseCuration {

  private final Parts parts;

  ClauseCuration(Parts parts) {
    this.parts = parts;
  }

  @PUT
  @Path("{clause}")
  @Consumes({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "publishClause",
      summary = "Publish one clause",
      description = Parts.PUBLISHING)
  @APIResponse(responseCode = "200", ref = "Published")
  @APIResponse(responseCode = "201", ref = "Created")
  public Written publish(
      @PathParam("deal") String deal,
      @PathParam("clause") String id,
      @BeanParam Request request,
      @RequestBody(ref = "DossierPart") byte[] document) {
    return parts.publish(deal, clauses, id, request, document);
  }

  @DELETE
  @Path("{clause}")
  @Operation(
      operationId = "removeClause",
      summary = "Remove one clause",
      description = Parts.REMOVING)
  @APIResponse(responseCode = "200", ref = "Published")
  public Written remove(
      @PathParam("deal") String deal, @PathParam("clause") String id, @BeanParam Request request) {
    return parts.remove(deal, clauses, id, request);
  }
}

package org.clausebook.curation;

import static org.clausebook.dossier.DossierPart.implications;

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

@Path("/v1/deals/{deal}/implications")
@CuratorsOnly
@Produces(MediaTypes.JSON)
@SecurityRequirement(name = "token", scopes = "curator")
@Tag(name = "Curation")
class ImplicationCuration {

  private final Parts parts;

  ImplicationCuration(Parts parts) {
    this.parts = parts;
  }

  @PUT
  @Path("{implication}")
  @Consumes({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "publishImplication",
      summary = "Publish one implication",
      description = Parts.PUBLISHING)
  @APIResponse(responseCode = "200", ref = "Published")
  @APIResponse(responseCode = "201", ref = "Created")
  public Written publish(
      @PathParam("deal") String deal,
      @PathParam("implication") String id,
      @BeanParam Request request,
      @RequestBody(ref = "DossierPart") byte[] document) {
    return parts.publish(deal, implications, id, request, document);
  }

  @DELETE
  @Path("{implication}")
  @Operation(
      operationId = "removeImplication",
      summary = "Remove one implication",
      description = Parts.REMOVING)
  @APIResponse(responseCode = "200", ref = "Published")
  public Written remove(
      @PathParam("deal") String deal,
      @PathParam("implication") String id,
      @BeanParam Request request) {
    return parts.remove(deal, implications, id, request);
  }
}

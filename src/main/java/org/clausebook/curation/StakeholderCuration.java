package org.clausebook.curation;

import static org.clausebook.dossier.DossierPart.stakeholders;

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

@Path("/v1/deals/{deal}/stakeholders")
@CuratorsOnly
@Produces(MediaTypes.JSON)
@SecurityRequirement(name = "token", scopes = "curator")
@Tag(name = "Curation")
class StakeholderCuration {

  private final Parts parts;

  StakeholderCuration(Parts parts) {
    this.parts = parts;
  }

  @PUT
  @Path("{stakeholder}")
  @Consumes({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "publishStakeholder",
      summary = "Publish one stakeholder",
      description = Parts.PUBLISHING)
  @APIResponse(responseCode = "200", ref = "Published")
  @APIResponse(responseCode = "201", ref = "Created")
  public Written publish(
      @PathParam("deal") String deal,
      @PathParam("stakeholder") String id,
      @BeanParam Request request,
      @RequestBody(ref = "DossierPart") byte[] document) {
    return parts.publish(deal, stakeholders, id, request, document);
  }

  @DELETE
  @Path("{stakeholder}")
  @Operation(
      operationId = "removeStakeholder",
      summary = "Remove one stakeholder",
      description = Parts.REMOVING)
  @APIResponse(responseCode = "200", ref = "Published")
  public Written remove(
      @PathParam("deal") String deal,
      @PathParam("stakeholder") String id,
      @BeanParam Request request) {
    return parts.remove(deal, stakeholders, id, request);
  }
}

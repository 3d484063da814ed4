package org.clausebook.curation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.clausebook.access.AdminsOnly;
import org.clausebook.access.CuratorsOnly;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Written;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/dossier")
@Tag(name = "Curation")
class DossierCuration {

  private final Writing writing;
  private final Admission admission;
  private final Tags tags;

  DossierCuration(Writing writing, Admission admission, Tags tags) {
    this.writing = writing;
    this.admission = admission;
    this.tags = tags;
  }

  @PUT
  @CuratorsOnly
  @Consumes({MediaTypes.JSON, MediaTypes.YAML})
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "publishDossier",
      summary = "Publish a deal's dossier",
      description =
          "The whole dossier becomes the next revision, or nothing changes: everything that is wrong is reported at once. Create with `If-None-Match: *`, replace with `If-Match`; a withdrawn deal is created again. To restore a past revision, publish its dossier.")
  @SecurityRequirement(name = "token", scopes = "curator")
  @APIResponse(responseCode = "200", ref = "Published")
  @APIResponse(responseCode = "201", ref = "Created")
  public Written publish(
      @PathParam("deal") String deal,
      @BeanParam Request request,
      @RequestBody(ref = "Dossier") byte[] document) {
    Sent sent = tags.sent(document);
    return writing.write(
        new DossierEdit(Admission.deal(deal), sent, admission, tags), request, sent.bytes());
  }

  @DELETE
  @AdminsOnly
  @Operation(
      operationId = "withdrawDossier",
      summary = "Withdraw a deal",
      description =
          "Readers are told that the deal was withdrawn (410), and why. Its revisions stay reachable by their pinned links, and publishing the dossier again brings it back. For admins.")
  @SecurityRequirement(name = "token", scopes = "admin")
  @APIResponse(
      responseCode = "204",
      description = "The deal is withdrawn, or would be.",
      headers =
          @Header(
              name = "ETag",
              description = "Absent: nothing is served any more.",
              schema = @Schema(maxLength = 100)))
  public Written withdraw(@PathParam("deal") String deal, @BeanParam Request request) {
    return writing.write(new Withdrawal(Admission.deal(deal), tags), request, new byte[0]);
  }
}

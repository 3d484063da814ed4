package org.clausebook.curation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.clausebook.access.CuratorsOnly;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Written;
import org.clausebook.revision.Editions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reference/dossier")
@Tag(name = "Curation")
class ReferenceCuration {

  private final Writing writing;
  private final Admission admission;
  private final Tags tags;

  ReferenceCuration(Writing writing, Admission admission, Tags tags) {
    this.writing = writing;
    this.admission = admission;
    this.tags = tags;
  }

  @PUT
  @CuratorsOnly
  @Consumes({MediaTypes.JSON, MediaTypes.YAML})
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "publishReferenceDossier",
      summary = "Publish the reference dossier",
      description =
          "Regions, regulations and the identity of stakeholders, for all deals. Refused (409) when the dossier of a deal refers to something it leaves out.")
  @SecurityRequirement(name = "token", scopes = "curator")
  @APIResponse(responseCode = "200", ref = "Published")
  public Written publishReference(
      @BeanParam Request request, @RequestBody(ref = "Dossier") byte[] document) {
    Sent sent = tags.sent(document);
    return writing.write(
        new DossierEdit(Editions.REFERENCE, sent, admission, tags), request, sent.bytes());
  }
}

package org.clausebook.curation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.clausebook.access.CuratorsOnly;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Written;
import org.clausebook.revision.Standings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reference/dossier")
@Tag(name = "Curation")
class ReferenceResource {

  private final Writing writing;
  private final Standings standings;
  private final Tags tags;

  ReferenceResource(Writing writing, Standings standings, Tags tags) {
    this.writing = writing;
    this.standings = standings;
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
  @APIResponse(
      responseCode = "200",
      description = "The new revision, or what it would be; the present one when nothing differs.",
      headers =
          @Header(
              name = "ETag",
              description = DossierResource.TAG,
              schema = @Schema(maxLength = 100)),
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Report.class)))
  public Written publishReference(
      @BeanParam Request request,
      @RequestBody(
              required = true,
              description =
                  "The reference dossier, at most 16 MB, both languages side by side, as the operation getReferenceDossier serves it.",
              content = {
                @Content(
                    mediaType = MediaTypes.JSON,
                    schema = @Schema(type = SchemaType.OBJECT, description = "The reference.")),
                @Content(
                    mediaType = MediaTypes.YAML,
                    schema = @Schema(type = SchemaType.OBJECT, description = "The reference."))
              })
          byte[] document) {
    return writing.write(
        new ReferenceEdit(Request.content(document), tags.notation(), standings, tags),
        request,
        Request.content(document));
  }
}

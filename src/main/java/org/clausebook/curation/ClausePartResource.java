package org.clausebook.curation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.clausebook.access.CuratorsOnly;
import org.clausebook.dossier.DossierPart;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Written;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/clauses")
@Tag(name = "Curation")
class ClausePartResource {

  private final Writing writing;
  private final PartTags tags;
  private final Tags content;

  ClausePartResource(Writing writing, PartTags tags, Tags content) {
    this.writing = writing;
    this.tags = tags;
    this.content = content;
  }

  @PUT
  @Path("{clause}")
  @CuratorsOnly
  @Consumes({MediaTypes.JSON, MediaTypes.YAML})
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "publishClause",
      summary = "Publish one clause",
      description =
          "Adds a clause to the deal's dossier or replaces it, in the form it has there; the whole dossier is checked and becomes one revision. `If-Match` takes the tag of this address or of the dossier, which also allows adding.")
  @SecurityRequirement(name = "token", scopes = "curator")
  @APIResponse(
      responseCode = "200",
      description = "The new revision, or what it would be.",
      headers =
          @Header(
              name = "ETag",
              description =
                  "Tag of the new state; absent when the write was only tried or is repeated.",
              schema = @Schema(maxLength = 100)),
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Report.class)))
  @APIResponse(
      responseCode = "201",
      description = "The revision that added it.",
      headers = {
        @Header(
            name = "ETag",
            description = "Tag of the new state; absent when the write is repeated.",
            schema = @Schema(maxLength = 100)),
        @Header(
            name = "Location",
            description = "Its address.",
            schema = @Schema(format = "uri", maxLength = 4000))
      },
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Report.class)))
  public Written publish(
      @PathParam("deal") String deal,
      @PathParam("clause") String id,
      @BeanParam Request request,
      @RequestBody(
              required = true,
              description = "The clause as it stands in the dossier, in both languages.",
              content = {
                @Content(
                    mediaType = MediaTypes.JSON,
                    schema = @Schema(type = SchemaType.OBJECT, description = "The clause.")),
                @Content(
                    mediaType = MediaTypes.YAML,
                    schema = @Schema(type = SchemaType.OBJECT, description = "The clause."))
              })
          byte[] document) {
    return writing.write(
        new PartEdit(
            DossierResource.deal(deal),
            DossierPart.clauses,
            id,
            Request.content(document),
            content.notation(),
            tags),
        request,
        Request.content(document));
  }

  @DELETE
  @Path("{clause}")
  @CuratorsOnly
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "removeClause",
      summary = "Remove one clause",
      description =
          "Takes a clause out of the deal's dossier, as one revision. Refused (409) while something refers to it; what does is named.")
  @SecurityRequirement(name = "token", scopes = "curator")
  @APIResponse(
      responseCode = "200",
      description = "The new revision, or what it would be.",
      headers =
          @Header(
              name = "ETag",
              description = "Absent: nothing is served here any more.",
              schema = @Schema(maxLength = 100)),
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Report.class)))
  public Written remove(
      @PathParam("deal") String deal, @PathParam("clause") String id, @BeanParam Request request) {
    return writing.write(
        new PartEdit(
            DossierResource.deal(deal), DossierPart.clauses, id, null, content.notation(), tags),
        request,
        new byte[0]);
  }
}

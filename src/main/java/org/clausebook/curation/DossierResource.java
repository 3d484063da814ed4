package org.clausebook.curation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.clausebook.access.AdminsOnly;
import org.clausebook.access.CuratorsOnly;
import org.clausebook.dossier.Names;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Written;
import org.clausebook.revision.Editions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/dossier")
@Tag(name = "Curation", description = "Publish, correct and withdraw; for curators.")
class DossierResource {

  static final String TAG =
      "Tag of the new state, in the format of the content sent; absent when the write was only tried.";

  private final Writing writing;
  private final Sources sources;
  private final Tags tags;

  DossierResource(Writing writing, Sources sources, Tags tags) {
    this.writing = writing;
    this.sources = sources;
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
  @APIResponse(
      responseCode = "200",
      description = "The new revision, or what it would be; the present one when nothing differs.",
      headers = @Header(name = "ETag", description = TAG, schema = @Schema(maxLength = 100)),
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Report.class)))
  @APIResponse(
      responseCode = "201",
      description = "The first revision, or the first after a withdrawal.",
      headers = {
        @Header(name = "ETag", description = TAG, schema = @Schema(maxLength = 100)),
        @Header(
            name = "Location",
            description = "Address of the dossier.",
            schema = @Schema(format = "uri", maxLength = 4000))
      },
      content =
          @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Report.class)))
  public Written publish(
      @PathParam("deal") String deal,
      @BeanParam Request request,
      @RequestBody(
              required = true,
              description =
                  "The dossier, at most 16 MB, both languages side by side, as the operation getDossier serves it.",
              content = {
                @Content(
                    mediaType = MediaTypes.JSON,
                    schema = @Schema(type = SchemaType.OBJECT, description = "A dossier.")),
                @Content(
                    mediaType = MediaTypes.YAML,
                    schema = @Schema(type = SchemaType.OBJECT, description = "A dossier."))
              })
          byte[] document) {
    return writing.write(
        new DossierEdit(deal(deal), Request.content(document), tags.notation(), sources, tags),
        request,
        Request.content(document));
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
    return writing.withdraw(new Withdrawal(deal(deal), tags), request);
  }

  /** The reference is no deal, though dossiers of both kinds share one space of names. */
  static String deal(String slug) {
    if (slug.equals(Editions.REFERENCE)) {
      throw Names.deals(List.of()).missing(slug);
    }
    return slug;
  }
}

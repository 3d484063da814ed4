package org.clausebook.reference;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.clausebook.http.Content;
import org.clausebook.http.MediaTypes;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.ReferenceEdition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reference/dossier")
@Tag(name = "Dossiers")
class ReferenceDossierResource {

  private final References references;
  private final Documents documents;

  ReferenceDossierResource(References references, Documents documents) {
    this.references = references;
    this.documents = documents;
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "getReferenceDossier",
      summary = "Read the reference dossier",
      description =
          "Regions, regulations and the identity of stakeholders, shared by all deals, as one document.")
  @APIResponseSchema(Documents.Document.class)
  public Content get(@BeanParam KnownAt clock) {
    ReferenceEdition edition = references.read(clock);
    return documents.answer(edition.reference(), References.links(edition));
  }
}

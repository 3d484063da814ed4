package org.clausebook.deal;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.clausebook.dossier.DossierParser;
import org.clausebook.http.Content;
import org.clausebook.http.Exchanges;
import org.clausebook.http.MediaTypes;
import org.clausebook.reference.KnownAt;
import org.clausebook.reference.References;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Dossiers")
class DossierResource {

  /** Both languages stand side by side in a dossier. */
  private static final String LANGUAGES = "fr, en";

  private final Deals deals;
  private final References references;
  private final Exchanges exchanges;

  DossierResource(Deals deals, References references, Exchanges exchanges) {
    this.deals = deals;
    this.references = references;
    this.exchanges = exchanges;
  }

  /** The form of a dossier is told by its own schema. */
  @Schema(
      name = "DossierDocument",
      type = SchemaType.OBJECT,
      description =
          "A dossier, both languages side by side, as described by the JSON Schema dossier.schema.json (the reference by reference.schema.json).")
  interface DossierDocument {}

  @GET
  @Path("deals/{deal}/dossier")
  @Produces({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "getDossier",
      summary = "Read the dossier of a deal",
      description =
          "Everything about the deal as one document, both languages side by side: what curators write.")
  @APIResponseSchema(DossierDocument.class)
  public Content dossier(@PathParam("deal") String deal, @BeanParam KnownAt clock) {
    return content(deals.read(deal, clock.clocks()).dossier());
  }

  @GET
  @Path("reference/dossier")
  @Produces({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "getReferenceDossier",
      summary = "Read the reference dossier",
      description =
          "Regions, regulations and the identity of stakeholders, shared by all deals, as one document.")
  @APIResponseSchema(DossierDocument.class)
  public Content reference(@BeanParam KnownAt clock) {
    return content(references.read(clock).reference());
  }

  private Content content(Record document) {
    String mediaType = exchanges.current().mediaType();
    byte[] bytes =
        mediaType.equals(MediaTypes.YAML)
            ? DossierParser.yaml(document)
            : DossierParser.json(document);
    return new Content(Buffer.buffer(bytes), mediaType, LANGUAGES);
  }
}

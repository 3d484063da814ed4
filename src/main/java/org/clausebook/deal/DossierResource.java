package org.clausebook.deal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.clausebook.http.Content;
import org.clausebook.http.MediaTypes;
import org.clausebook.reference.Documents;
import org.clausebook.reference.References;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.KnownAt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/dossier")
@Tag(name = "Dossiers")
class DossierResource {

  private final Deals deals;
  private final Documents documents;

  DossierResource(Deals deals, Documents documents) {
    this.deals = deals;
    this.documents = documents;
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.YAML})
  @Operation(
      operationId = "getDossier",
      summary = "Read the dossier of a deal",
      description =
          "Everything about the deal as one document, both languages side by side: what curators write.")
  @APIResponseSchema(Documents.Document.class)
  public Content dossier(@PathParam("deal") String deal, @BeanParam KnownAt clock) {
    // A dossier is of no day.
    Edition edition = deals.read(deal, Clocks.on(null, clock));
    return documents.answer(edition.dossier(), References.links(edition.revision().dataset()));
  }
}

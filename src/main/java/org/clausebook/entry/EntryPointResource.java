package org.clausebook.entry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.entry.EntryPoint.Licence;
import org.clausebook.http.JsonLd;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.revision.RecordClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Entry point")
class EntryPointResource {

  private static final Text DESCRIPTION =
      Text.of(
          "Deals as data: their clauses through time, who is concerned and what they imply for France and Europe, every fact with its source.",
          "Des accords sous forme de données : leurs clauses dans le temps, ceux qu’ils concernent et ce qu’ils impliquent pour la France et l’Europe, chaque fait avec sa source.");
  private static final Licence DATA =
      new Licence(
          "CC-BY-4.0", "Creative Commons Attribution 4.0 International", JsonLd.LICENCE_OF_DATA);
  private static final Licence SOFTWARE =
      new Licence(
          "Apache-2.0", "Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0");

  private final RecordClock clock;

  EntryPointResource(RecordClock clock) {
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getEntryPoint",
      summary = "Begin here",
      description = "What the service is, under which licences, and links to every collection.")
  public EntryPoint get() {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    for (String collection :
        List.of("deals", "stakeholders", "regions", "regulations", "sources", "changes")) {
      links.put(collection, Link.to("/v1/" + collection));
    }
    links.put("referenceDossier", Link.to("/v1/reference/dossier"));
    links.put("referenceRevisions", Link.to("/v1/reference/revisions"));
    // A search needs a question; this one shows how to ask.
    links.put("search", Link.to("/v1/search?q=AGI"));
    links.put("serviceDesc", Link.to("/openapi"));
    links.put("serviceDoc", Link.to("/swagger-ui"));
    return new EntryPoint(
        "Clausebook", DESCRIPTION, DATA, SOFTWARE, List.of("fr", "en"), clock.dataset(), links);
  }
}

package org.clausebook.stakeholder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.reference.References;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who a stakeholder is, whatever the deal. */
@Schema(description = "Who a stakeholder is, whatever the deal, and which deals concern it.")
public record Stakeholder(
    @Schema(
            description = "Slug of the stakeholder.",
            examples = {"cnil"})
        String id,
    Reference.StakeholderKind kind,
    Text name,
    Text description,
    @Schema(
            description = "Code of its home or jurisdiction; absent when none is known.",
            examples = {"FR"})
        String region,
    @Schema(description = "Its own site; absent when it has none.", format = "uri") String url,
    @Schema(
            description =
                "The first hundred deals that concern it, by identifier; on the stakeholder itself only.",
            maxItems = 100)
        List<Part> deals,
    @Schema(
            description =
                "The publication of the newest revision that may stand behind the answer; on the stakeholder itself only.")
        Instant knownAt,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** A deal that concerns a stakeholder. */
  @Schema(description = "A deal that concerns a stakeholder, and in which role.")
  public record Part(
      @Schema(
              description = "Slug of the deal.",
              examples = {"microsoft-openai"})
          String deal,
      Text title,
      Dossier.Role role,
      @Schema(description = "Where the deal's stakeholders are served.") Link link) {}

  static Stakeholder summary(Reference.Stakeholder stakeholder) {
    return of(
        stakeholder, null, null, Map.of("self", Link.to("/v1/stakeholders/" + stakeholder.id())));
  }

  static Stakeholder whole(
      Reference.Stakeholder stakeholder, List<Part> deals, Instant knownAt, long dataset) {
    Map<String, Link> links = References.links(dataset);
    links.put("collection", Link.to("/v1/stakeholders"));
    links.put("dealsAsParty", Link.to("/v1/deals?party=" + stakeholder.id()));
    return of(stakeholder, deals, knownAt, links);
  }

  private static Stakeholder of(
      Reference.Stakeholder stakeholder,
      List<Part> deals,
      Instant knownAt,
      Map<String, Link> links) {
    return new Stakeholder(
        stakeholder.id(),
        stakeholder.kind(),
        stakeholder.name(),
        stakeholder.description(),
        stakeholder.region(),
        stakeholder.url(),
        deals,
        knownAt,
        links);
  }
}

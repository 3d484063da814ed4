package org.clausebook.implication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a deal means in a region. */
@Schema(description = "What a deal means in a region, for whom, through which clauses and laws.")
public record Implication(
    @Schema(
            description = "Slug of the implication, unique within its deal.",
            examples = {"french-startups-may-gain-access-and-competition"})
        String id,
    @Schema(
            description = "Slug of the deal.",
            examples = {"microsoft-openai"})
        String deal,
    @Schema(
            description = "Code of the region it is said of.",
            examples = {"FR"})
        String region,
    @Schema(
            description =
                "True when it is said of a region that the one asked for lies within; false otherwise, and where no region was asked for.")
        boolean inherited,
    Dossier.Nature nature,
    Dossier.Theme theme,
    @Schema(
            description =
                "How sure the source is: `asserted` as a fact, `possible`, or `predicted`.")
        Dossier.Certainty certainty,
    Text title,
    Text text,
    @Schema(description = "Slugs of the stakeholders it concerns.", maxItems = 100)
        List<String> stakeholders,
    @Schema(description = "The clauses that cause it.", maxItems = 100) List<CausedBy> clauses,
    @Schema(description = "The laws it falls under.", maxItems = 100) List<FallsUnder> regulations,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears it out; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "The strongest evidence among its citations.") Evidence evidence,
    @Schema(description = "The statements that bear it out.", maxItems = 100)
        List<Citation> citations,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /**
   * An implication as seen from a region.
   *
   * @param region code of the region asked for; null when none was
   * @return empty, and counted as hidden, when the evidence policy admits nothing that bears it out
   */
  static Optional<Implication> of(Dossier.Implication implication, Facts facts, String region) {
    return of(implication, facts, region, null);
  }

  /** As one of several deals: each says which revision of which deal it comes from. */
  static Optional<Implication> ofSeveralDeals(
      Dossier.Implication implication, Facts facts, String region) {
    return of(implication, facts, region, facts.edition().reading());
  }

  private static Optional<Implication> of(
      Dossier.Implication implication, Facts facts, String region, Reading reading) {
    Edition edition = facts.edition();
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", address(edition, implication.id()));
    links.put("deal", Link.to("/v1/deals/" + edition.dossier().deal()));
    return facts
        .admit(implication.cites())
        .map(citations -> of(implication, facts, region, citations, reading, links));
  }

  /** On its own, with the clocks it was read at. */
  static Implication whole(Dossier.Implication implication, Facts facts) {
    Edition edition = facts.edition();
    Map<String, Link> links = new LinkedHashMap<>(edition.links());
    links.put("collection", Link.to("/v1/deals/" + edition.dossier().deal() + "/implications"));
    links.put("region", Link.to("/v1/regions/" + implication.region()));
    List<Citation> citations = facts.cite(implication.cites());
    return of(implication, facts, null, citations, edition.reading(), links);
  }

  private static Implication of(
      Dossier.Implication implication,
      Facts facts,
      String region,
      List<Citation> citations,
      Reading reading,
      Map<String, Link> links) {
    Edition edition = facts.edition();
    List<Citation> disputing = facts.contradicting(implication.cites());
    return new Implication(
        implication.id(),
        edition.dossier().deal(),
        implication.region(),
        region != null && !region.equals(implication.region()),
        implication.nature(),
        implication.theme(),
        implication.certainty(),
        implication.title(),
        implication.text(),
        implication.stakeholders(),
        implication.clauses().stream()
            .map(link -> CausedBy.of(link, facts))
            .flatMap(Optional::stream)
            .toList(),
        implication.regulations().stream()
            .map(link -> FallsUnder.of(link, facts))
            .flatMap(Optional::stream)
            .toList(),
        !disputing.isEmpty(),
        disputing,
        Facts.strongest(citations),
        citations,
        reading,
        links);
  }

  static Link address(Edition edition, String implication) {
    return Link.to("/v1/deals/" + edition.dossier().deal() + "/implications/" + implication);
  }
}

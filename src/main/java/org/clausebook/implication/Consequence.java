package org.clausebook.implication;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An implication in a chain that begins with a clause. */
@Schema(description = "An implication that a clause causes, and what it leads to.")
public record Consequence(
    @Schema(description = "The hop from the clause to the implication.") CausedBy hop,
    @Schema(
            description = "Slug of the implication.",
            examples = {"european-regulators-follow-the-deal"})
        String implication,
    @Schema(
            description = "Code of the region it is said of.",
            examples = {"EU"})
        String region,
    @Schema(description = "True when the region asked for inherits it.") boolean inherited,
    Dossier.Nature nature,
    Dossier.Certainty certainty,
    Text title,
    Text text,
    @Schema(description = "The strongest evidence among its citations.") Evidence evidence,
    @Schema(description = "The statements that bear the implication out.", maxItems = 100)
        List<Citation> citations,
    @Schema(description = "The laws it falls under.", maxItems = 100)
        List<ApplicableLaw> regulations,
    @Schema(description = "The stakeholders it concerns.", maxItems = 100)
        List<ConcernedParty> stakeholders,
    @Schema(description = "The implication.") Link link) {

  static Optional<Consequence> of(
      Dossier.Implication implication, String clause, Facts facts, String region) {
    return implication.clauses().stream()
        .filter(link -> link.clause().equals(clause))
        .findFirst()
        .flatMap(link -> CausedBy.of(link, facts))
        .flatMap(
            hop ->
                facts
                    .admit(implication.cites())
                    .map(citations -> of(implication, hop, citations, facts, region)));
  }

  private static Consequence of(
      Dossier.Implication implication,
      CausedBy hop,
      List<Citation> citations,
      Facts facts,
      String region) {
    return new Consequence(
        hop,
        implication.id(),
        implication.region(),
        region != null && !region.equals(implication.region()),
        implication.nature(),
        implication.certainty(),
        implication.title(),
        implication.text(),
        Facts.strongest(citations),
        citations,
        implication.regulations().stream()
            .map(each -> ApplicableLaw.of(each, facts))
            .flatMap(Optional::stream)
            .toList(),
        implication.stakeholders().stream().map(each -> ConcernedParty.of(each, facts)).toList(),
        Implication.address(facts.edition(), implication.id()));
  }
}

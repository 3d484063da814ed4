package org.clausebook.implication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.clause.Term;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a clause leads to. */
@Schema(
    description =
        "From a clause to the implications it causes, the laws they fall under as far as these apply on the day, the authorities and those concerned; each hop says whether a source draws it or the curators do.")
public record Impact(
    @Schema(
            description = "Slug of the clause.",
            examples = {"api-distribution"})
        String clause,
    Text title,
    @Schema(description = "Where the clause stands on the day.") ClauseStatus status,
    @Schema(description = "The term that holds; absent when none does, or when it is hidden.")
        Term term,
    @Schema(
            description = "Code of the region asked for; absent when none was.",
            examples = {"FR"})
        String region,
    @Schema(
            description =
                "The implications; those said of the region asked for first, then what it inherits.",
            maxItems = 1000)
        List<Consequence> items,
    @Schema(description = "How many facts the evidence policy hid.") int hidden,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /**
   * Follows the chain.
   *
   * @param lineage the region asked for; empty for all
   */
  static Impact of(Dossier.Clause clause, Facts facts, Optional<Lineage> lineage) {
    Edition edition = facts.edition();
    Dossier dossier = edition.dossier();
    ClauseState state = ClauseState.in(edition, clause);
    Term term = state.term().flatMap(each -> Term.of(each, facts)).orElse(null);
    String region = lineage.map(Lineage::region).orElse(null);
    List<Consequence> items =
        dossier.implications().stream()
            .filter(each -> lineage.map(l -> l.distance(each.region()) >= 0).orElse(true))
            .sorted(
                Comparator.comparingInt(
                    each -> lineage.map(l -> l.distance(each.region())).orElse(0)))
            .map(each -> Consequence.of(each, clause.id(), facts, region))
            .flatMap(Optional::stream)
            .toList();
    Map<String, Link> links = new LinkedHashMap<>(edition.links());
    links.put("clause", Link.to("/v1/deals/" + dossier.deal() + "/clauses/" + clause.id()));
    return new Impact(
        clause.id(),
        clause.title(),
        state.status(),
        term,
        region,
        items,
        facts.hidden(),
        edition.reading(),
        links);
  }
}

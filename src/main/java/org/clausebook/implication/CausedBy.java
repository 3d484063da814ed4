package org.clausebook.implication;

import java.util.List;
import java.util.Optional;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From an implication to a clause that causes it. */
@Schema(description = "From an implication to a clause that causes it.")
public record CausedBy(
    @Schema(
            description = "Slug of the clause.",
            examples = {"api-distribution"})
        String clause,
    @Schema(description = "Title of the clause.") Text title,
    @Schema(description = "Where the clause stands on the day asked about.") ClauseStatus status,
    @Schema(description = "Whether a source draws the link or the curators do.")
        Dossier.Basis basis,
    @Schema(description = "Why the curators draw it; on editorial links.") Text reason,
    @Schema(description = "The statements that draw it; on stated links.", maxItems = 100)
        List<Citation> citations,
    @Schema(description = "The clause.") Link link) {

  static Optional<CausedBy> of(Dossier.ClauseLink link, Facts facts) {
    Edition edition = facts.edition();
    Dossier.Clause clause = edition.dossier().clause(link.clause()).orElseThrow();
    ClauseState state = ClauseState.in(edition, clause);
    return drawn(link.basis(), link.cites(), facts)
        .map(
            citations ->
                new CausedBy(
                    clause.id(),
                    clause.title(),
                    state.status(),
                    link.basis(),
                    link.reason(),
                    citations,
                    Link.to("/v1/deals/" + edition.dossier().deal() + "/clauses/" + clause.id())));
  }

  /** Editorial links have no statement for a policy to judge: they are ours, and say so. */
  static Optional<List<Citation>> drawn(Dossier.Basis basis, List<String> cites, Facts facts) {
    return basis == Dossier.Basis.editorial ? Optional.of(List.of()) : facts.admit(cites);
  }
}

package org.clausebook.clause;

import java.time.LocalDate;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A term by its clause and first day. */
@Schema(description = "A term by its clause and first day.")
public record TermRef(
    @Schema(
            description = "Slug of the clause.",
            examples = {"azure-commitment"})
        String clause,
    @Schema(
            description = "First day of the term.",
            examples = {"2025-10-28"})
        LocalDate from,
    @Schema(description = "Where the clause is served as of that day.") Link link) {

  public static TermRef of(Dossier dossier, String clause, LocalDate from) {
    return new TermRef(
        clause,
        from,
        Link.to("/v1/deals/%s/clauses/%s?asOf=%s".formatted(dossier.deal(), clause, from)));
  }
}

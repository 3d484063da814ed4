package org.clausebook.discrepancy;

import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a source is wrong, imprecise, unsupported, outdated or silent. */
@Schema(description = "Where a source is wrong, imprecise, unsupported, outdated or silent.")
public record Discrepancy(
    @Schema(
            description = "Slug of the discrepancy.",
            examples = {"i-1"})
        String id,
    @Schema(
            description = "Slug of the source at fault.",
            examples = {"article"})
        String source,
    Dossier.Verdict verdict,
    Text title,
    @Schema(description = "What the source says.") Text says,
    @Schema(description = "What better evidence says.") Text reading,
    @Schema(description = "Why the verdict is this one.") Text why,
    @Schema(description = "The statements at fault; none for an omission.", maxItems = 100)
        List<Citation> statements,
    @Schema(description = "Slugs of the clauses concerned.", maxItems = 100) List<String> clauses,
    @Schema(description = "The better evidence.", maxItems = 100) List<Citation> citations,
    @Schema(description = "Links by relation.") Map<String, Link> links) {

  static Discrepancy of(Dossier.Discrepancy discrepancy, Facts facts) {
    return new Discrepancy(
        discrepancy.id(),
        discrepancy.source(),
        discrepancy.verdict(),
        discrepancy.title(),
        discrepancy.says(),
        discrepancy.reading(),
        discrepancy.why(),
        facts.cite(discrepancy.statements()),
        discrepancy.clauses(),
        facts.cite(discrepancy.cites()),
        Map.of("source", Link.to("/v1/sources/" + discrepancy.source())));
  }
}

package org.clausebook.source;

import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One assertion of a source, and what came of it. */
@Schema(description = "One assertion that a source makes, in our words, and what came of it.")
public record Statement(
    @Schema(
            description = "Slug of the statement within its source.",
            examples = {"s08"})
        String id,
    @Schema(description = "Where in the source: section, paragraph, bullet.") Text locator,
    Text text,
    @Schema(description = "How sure the source is of it.") Dossier.Certainty mode,
    @Schema(description = "How near to the primary document it was read.") Evidence evidence,
    @Schema(description = "Who reproduces the primary wording, where it was read through somebody.")
        Text via,
    @Schema(description = "The facts it bears out.", maxItems = 500) List<Use> supports,
    @Schema(description = "The discrepancies it is found in.", maxItems = 500)
        List<Use> discrepancies) {

  /** Something that refers to a statement. */
  @Schema(description = "Something that refers to a statement.")
  public record Use(
      @Schema(
              description =
                  "What it is: deal, instrument, event, term, effect, stakeholder, stakeholderFact, holding, implication, clauseLink or regulationLink (from an implication), discrepancy, unknown, occurrence, regulation or milestone.",
              examples = {"term"})
          String kind,
      @Schema(
              description = "Its identifier within the dossier.",
              examples = {"equity-stake/2025-10-28"})
          String id,
      @Schema(
              description = "Slug of the deal, or `reference`.",
              examples = {"microsoft-openai"})
          String dossier,
      @Schema(description = "Where it is served.") Link link) {

    static Use of(String kind, String id, String dossier) {
      String part = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
      String deal = "/v1/deals/" + dossier;
      return new Use(
          kind,
          id,
          dossier,
          Link.to(
              switch (kind) {
                case "regulation", "milestone" -> "/v1/regulations/" + part;
                case "term", "effect" -> deal + "/clauses/" + part;
                case "instrument" -> deal + "/instruments";
                case "stakeholder", "stakeholderFact", "holding" -> deal + "/stakeholders/" + part;
                case "implication", "clauseLink", "regulationLink" ->
                    deal + "/implications/" + part;
                case "discrepancy" -> deal + "/discrepancies";
                case "unknown" -> deal + "/unknowns";
                case "event" -> deal + "/events";
                case "occurrence" -> deal + "/timeline";
                default -> deal;
              }));
    }
  }
}

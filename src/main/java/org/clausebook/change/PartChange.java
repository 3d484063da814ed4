package org.clausebook.change;

import java.time.LocalDate;
import java.util.List;
import org.clausebook.dossier.Dossier.EffectKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one part of a dossier. */
@Schema(description = "What became of one part of a dossier from one revision to another.")
public record PartChange(
    @Schema(
            description =
                "The section of the dossier it stands in; `dossier` for the fields of the dossier itself.",
            examples = {"clauses"})
        String section,
    @Schema(
            description = "Its identifier there.",
            examples = {"ip-exclusivity"})
        String id,
    Happening change,
    @Schema(
            description =
                "Where it stands, as JSON Pointer: in the later revision, or in the earlier one when it was removed.",
            examples = {"#/clauses/4"})
        String pointer,
    @Schema(
            description =
                "For a clause: what instruments newly are said to do to it, in the words of the comparison.")
        List<NewEffect> effects,
    @Schema(description = "Which fields differ; absent when the whole part was added or removed.")
        List<FieldChange> fields) {

  /** What can become of a part or a field. */
  @Schema(description = "What became of it.")
  public enum Happening {
    added,
    changed,
    removed
  }

  /** An effect that the later revision has and the earlier one has not. */
  @Schema(description = "An effect on a clause that the earlier revision did not record.")
  public record NewEffect(
      @Schema(
              description = "The instrument that has it.",
              examples = {"2026-04-27"})
          String instrument,
      @Schema(
              description = "Day on which it takes effect; absent when that is its instrument's.",
              examples = {"2026-04-27"})
          LocalDate date,
      EffectKind kind) {}

  /** A field that differs. */
  @Schema(description = "A field that differs between two revisions.")
  public record FieldChange(
      @Schema(
              description =
                  "Where, as JSON Pointer: in the later revision, or in the earlier one when it was removed.",
              examples = {"#/clauses/4/terms/1/text/en"})
          String pointer,
      Happening change,
      @Schema(
              description =
                  "What stood there before, as in the dossier; absent when nothing did. Of a list in another order: the identifiers that stayed, in the order they had.")
          Object before,
      @Schema(
              description =
                  "What stands there now, as in the dossier; absent when nothing does. Of a list in another order: the same identifiers, in the order they have.")
          Object after) {}
}

package org.clausebook.implication;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One implication across regions. */
@Schema(description = "One implication, and how it reaches each region asked for.")
public record MatrixRow(
    @Schema(
            description = "Slug of the implication.",
            examples = {"model-must-fit-gdpr"})
        String implication,
    Dossier.Theme theme,
    Dossier.Nature nature,
    Dossier.Certainty certainty,
    Text title,
    @Schema(
            description = "Code of the region it is said of.",
            examples = {"EU"})
        String region,
    @Schema(description = "The strongest evidence among its citations.") Evidence evidence,
    @Schema(description = "One cell for each region asked for, in that order.", maxItems = 50)
        List<Cell> cells,
    @Schema(description = "The implication.") Link link) {

  /** How an implication reaches a region. */
  @Schema(description = "How an implication reaches one region.")
  public record Cell(
      @Schema(
              description = "Code of the region of the column.",
              examples = {"FR"})
          String region,
      @Schema(
              description =
                  "`own` when it is said of the region, `inherited` when of one the region lies within, `none` otherwise.")
          Reach reach,
      @Schema(
              description = "Code of the region it is inherited from; absent otherwise.",
              examples = {"EU"})
          String inheritedFrom) {}

  /** The three ways in which an implication may stand to a region. */
  public enum Reach {
    own,
    inherited,
    none
  }

  static Optional<MatrixRow> of(
      Dossier.Implication implication, Facts facts, List<Lineage> columns) {
    return facts
        .admit(implication.cites())
        .map(
            citations ->
                new MatrixRow(
                    implication.id(),
                    implication.theme(),
                    implication.nature(),
                    implication.certainty(),
                    implication.title(),
                    implication.region(),
                    Facts.strongest(citations),
                    columns.stream().map(column -> cell(column, implication.region())).toList(),
                    Implication.address(facts.edition(), implication.id())));
  }

  static Cell cell(Lineage column, String saidOf) {
    int distance = column.distance(saidOf);
    return distance < 0
        ? new Cell(column.region(), Reach.none, null)
        : distance == 0
            ? new Cell(column.region(), Reach.own, null)
            : new Cell(column.region(), Reach.inherited, saidOf);
  }
}

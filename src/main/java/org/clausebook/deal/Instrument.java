package org.clausebook.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One dated act in the chain that governs a deal. */
@Schema(description = "One dated act in the chain that governs a deal.")
public record Instrument(
    @Schema(
            description = "Slug of the instrument.",
            examples = {"2026-04-27"})
        String id,
    Dossier.InstrumentKind kind,
    @Schema(
            description = "Day from which it takes effect.",
            examples = {"2026-04-27"})
        LocalDate date,
    Text title,
    Text summary,
    @Schema(description = "False for an act that commits nobody, such as a memorandum.")
        boolean isBinding,
    @Schema(description = "Whether it had taken effect on the day asked about.") boolean isInEffect,
    @Schema(description = "What it does to which clause.", maxItems = 500) List<Change> changes,
    @Schema(
            description =
                "Slugs of the clauses that it neither changes nor restates, where nothing published says whether they still hold.",
            maxItems = 500)
        List<String> silentOn,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears it out; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "The statements that bear it out.", maxItems = 100)
        List<Citation> citations,
    @Schema(description = "Links by relation.") Map<String, Link> links) {

  /** What an instrument does to one clause. */
  @Schema(name = "InstrumentChange", description = "What an instrument does to one clause.")
  public record Change(
      @Schema(
              description = "Slug of the clause.",
              examples = {"ip-exclusivity"})
          String clause,
      @Schema(
              description = "Day on which it takes effect: that of the instrument, or a later one.",
              examples = {"2026-04-27"})
          LocalDate date,
      Dossier.EffectKind kind,
      Text text,
      @Schema(description = "Where the clause is served.") Link link) {}

  /** Empty, and counted as hidden, when the evidence policy admits nothing that bears it out. */
  static Optional<Instrument> of(Dossier.Instrument instrument, Facts facts) {
    return facts.admit(instrument.cites()).map(citations -> of(instrument, citations, facts));
  }

  private static Instrument of(
      Dossier.Instrument instrument, List<Citation> citations, Facts facts) {
    Edition edition = facts.edition();
    List<Citation> disputing = facts.contradicting(instrument.cites());
    String deal = "/v1/deals/" + edition.dossier().deal();
    List<Change> changes = new ArrayList<>();
    for (Dossier.Clause clause : edition.dossier().clauses()) {
      for (Dossier.Effect effect : clause.effects()) {
        if (effect.instrument().equals(instrument.id())
            && facts.admit(effect.cites()).isPresent()) {
          Link address = Link.to(deal + "/clauses/" + clause.id());
          changes.add(
              new Change(
                  clause.id(),
                  edition.dossier().dayOf(effect),
                  effect.kind(),
                  effect.text(),
                  address));
        }
      }
    }
    return new Instrument(
        instrument.id(),
        instrument.kind(),
        instrument.date(),
        instrument.title(),
        instrument.summary(),
        instrument.binding(),
        !instrument.date().isAfter(edition.asOf()),
        changes,
        instrument.silentOn(),
        !disputing.isEmpty(),
        disputing,
        citations,
        Map.of("clausesChanged", Link.to(deal + "/clauses?changedBy=" + instrument.id())));
  }
}

package org.clausebook.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a clause says during a period. */
@Schema(description = "What a clause says during a period.")
public record Term(
    @Schema(
            description = "First day.",
            examples = {"2025-10-28"})
        LocalDate from,
    @Schema(
            description =
                "First day on which it no longer holds, because an instrument replaced or removed it; absent while open. A foreseen end is `end`; whichever of both comes first is `ending`.",
            examples = {"2026-04-27"})
        LocalDate until,
    @Schema(
            description = "Slug of the instrument that brought it.",
            examples = {"2025-10-28"})
        String introducedBy,
    Text text,
    @Schema(
            description =
                "Whether the right it grants is exclusive; absent where the question does not arise.")
        Boolean exclusive,
    @Schema(description = "What it extends to.", maxItems = 50) List<Text> covers,
    @Schema(description = "What it leaves out.", maxItems = 50) List<Text> excludes,
    @Schema(description = "The numbers it turns on, disclosed or not.", maxItems = 50)
        List<Dossier.Figure> figures,
    @Schema(description = "The end that the parties foresaw; absent when none is published.")
        Dossier.End end,
    @Schema(
            description =
                "How it comes to its end as far as is on record, past or to come: by an instrument or the foreseen end, whichever comes first. Absent while no end is in sight; what a scenario assumes is not in it.")
        Ending ending,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears it out; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "The strongest evidence among its citations.") Evidence evidence,
    @Schema(description = "The statements that bear it out.", maxItems = 100)
        List<Citation> citations) {

  public static Optional<Term> of(Dossier.Term term, Facts facts) {
    List<Citation> disputing = facts.contradicting(term.cites());
    return facts
        .admit(term.cites())
        .map(
            citations ->
                new Term(
                    term.from(),
                    term.until(),
                    term.introducedBy(),
                    term.text(),
                    term.exclusive(),
                    term.covers(),
                    term.excludes(),
                    term.figures(),
                    term.end(),
                    ending(term, facts.edition().dossier()),
                    !disputing.isEmpty(),
                    disputing,
                    Facts.strongest(citations),
                    citations));
  }

  private static Ending ending(Dossier.Term term, Dossier dossier) {
    return Ending.of(TermPeriod.of(term, Happenings.of(dossier))).orElse(null);
  }
}

package org.clausebook.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebook.clause.TermRef;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that terms hang on. */
@Schema(description = "Something that terms hang on, whether or not it has occurred.")
public record Event(
    @Schema(
            description = "Slug of the event, as `assume` takes it.",
            examples = {"agi-verified"})
        String id,
    @Schema(
            description =
                "Whether it has occurred. A disputed one counts as not occurred: it ends nothing.")
        Dossier.EventStatus status,
    @Schema(
            description = "Day on which it occurred; absent unless `occurred`.",
            examples = {"2025-10-28"})
        LocalDate date,
    Text title,
    Text text,
    @Schema(description = "The terms whose foreseen end hangs on it.", maxItems = 500)
        List<TermRef> terms,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears it out; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "The statements that bear it out.", maxItems = 100)
        List<Citation> citations,
    @Schema(
            description =
                "What would follow if it occurred on the day asked about; absent once it has.")
        Link scenario) {

  /** Empty, and counted as hidden, when the evidence policy admits nothing that bears it out. */
  static Optional<Event> of(Dossier.Event event, Facts facts) {
    return facts.admit(event.cites()).map(citations -> of(event, citations, facts));
  }

  private static Event of(Dossier.Event event, List<Citation> citations, Facts facts) {
    Dossier dossier = facts.edition().dossier();
    List<Citation> disputing = facts.contradicting(event.cites());
    return new Event(
        event.id(),
        event.status(),
        event.date(),
        event.title(),
        event.text(),
        dossier.clauses().stream()
            .flatMap(
                clause ->
                    clause.terms().stream()
                        .filter(term -> term.end() != null)
                        .filter(term -> event.id().equals(term.end().event()))
                        .map(term -> TermRef.of(dossier, clause.id(), term.from())))
            .toList(),
        !disputing.isEmpty(),
        disputing,
        citations,
        event.date() != null
            ? null
            : Link.to(
                "/v1/deals/%s/scenario?assume=%s:%s"
                    .formatted(dossier.deal(), event.id(), facts.edition().asOf())));
  }
}

package org.clausebook.clause;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clause as it stands on a day. */
@Schema(description = "A subject the parties settle, as it stands on the day asked about.")
public record Clause(
    @Schema(
            description = "Slug of the clause.",
            examples = {"ip-exclusivity"})
        String id,
    Dossier.Theme theme,
    Text title,
    @Schema(description = "The question the clause answers.") Text subject,
    @Schema(
            description =
                "Where it stands on that day; `notRestated` when a later instrument is silent and nothing published says whether it still holds.")
        ClauseStatus status,
    @Schema(
            description =
                "Slug of the instrument that is silent on it, when `notRestated`; when `ended` as foreseen, of one that was silent by then, so that nothing published says whether it still held. Absent otherwise.",
            examples = {"2026-04-27"})
        String silentInstrument,
    @Schema(description = "The term that holds; absent when none does, or when it is hidden.")
        Term term,
    @Schema(
            description =
                "True when a term holds but the evidence policy hides it: nothing older takes its place.")
        boolean isHidden,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears out the term; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "Slugs of the stakeholders it obliges.", maxItems = 50)
        List<String> binds,
    @Schema(description = "Slugs of the stakeholders it favours.", maxItems = 50)
        List<String> benefits,
    @Schema(description = "Slugs of the unknowns that touch it.", maxItems = 100)
        List<String> unknowns,
    @Schema(
            description = "Every term in turn, past and to come; on the clause itself only.",
            maxItems = 100)
        List<Term> history,
    @Schema(
            description = "What each instrument did to it; on the clause itself only.",
            maxItems = 100)
        List<Effect> effects,
    @Schema(description = "How many facts the evidence policy hid; on the clause itself only.")
        Integer hidden,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** As one of a collection: no history, and the clocks are told once for all. */
  static Clause summary(Dossier.Clause clause, Facts facts) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", address(facts.edition(), clause));
    return of(clause, facts, null, null, null, links, false);
  }

  static Clause whole(Dossier.Clause clause, Facts facts) {
    List<Term> history =
        clause.terms().stream()
            .map(term -> Term.of(term, facts))
            .flatMap(Optional::stream)
            .toList();
    List<Effect> effects =
        clause.effects().stream()
            .map(effect -> Effect.of(effect, facts))
            .flatMap(Optional::stream)
            .toList();
    Map<String, Link> links = facts.edition().links();
    links.put("collection", Link.to("/v1/deals/" + facts.edition().dossier().deal() + "/clauses"));
    links.put("impact", Link.to(address(facts.edition(), clause).path() + "/impact"));
    return of(clause, facts, history, effects, facts.hidden(), links, true);
  }

  private static Clause of(
      Dossier.Clause clause,
      Facts facts,
      List<Term> history,
      List<Effect> effects,
      Integer hidden,
      Map<String, Link> links,
      boolean withReading) {
    Edition edition = facts.edition();
    ClauseState state = ClauseState.in(edition, clause);
    Optional<Term> term = state.term().flatMap(each -> Term.of(each, facts));
    List<Citation> disputing = term.map(Term::disputedBy).orElse(List.of());
    return new Clause(
        clause.id(),
        clause.theme(),
        clause.title(),
        clause.subject(),
        state.status(),
        state.silentInstrument(),
        term.orElse(null),
        state.term().isPresent() && term.isEmpty(),
        !disputing.isEmpty(),
        disputing,
        clause.binds(),
        clause.benefits(),
        edition.dossier().unknowns().stream()
            .filter(
                unknown -> unknown.terms().stream().anyMatch(t -> t.startsWith(clause.id() + "/")))
            .map(Dossier.Unknown::id)
            .toList(),
        history,
        effects,
        hidden,
        withReading ? edition.reading() : null,
        links);
  }

  private static Link address(Edition edition, Dossier.Clause clause) {
    return Link.to("/v1/deals/" + edition.dossier().deal() + "/clauses/" + clause.id());
  }
}

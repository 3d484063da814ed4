package org.clausebook.stakeholder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.clausebook.deal.Party;
import org.clausebook.dossier.Amount;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.PartialDate;
import org.clausebook.dossier.Reference;
import org.clausebook.dossier.Share;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stakeholder's part in a deal. */
@Schema(description = "A stakeholder's part in a deal.")
public record DealStakeholder(
    @Schema(
            description = "Slug of the stakeholder.",
            examples = {"microsoft"})
        String id,
    Text name,
    Reference.StakeholderKind kind,
    @Schema(
            description = "Code of its home or jurisdiction; absent when none is known.",
            examples = {"US"})
        String region,
    Dossier.Role role,
    @Schema(description = "Why the deal matters to it; absent when the evidence policy hides it.")
        Text concern,
    @Schema(description = "What it owns on the day asked about.", maxItems = 50)
        List<Holding> holdings,
    @Schema(description = "What is known of it that bears on the deal.", maxItems = 100)
        List<Fact> facts,
    @Schema(description = "Slugs of the clauses that bind it.", maxItems = 500)
        List<String> boundBy,
    @Schema(description = "Slugs of the clauses that benefit it.", maxItems = 500)
        List<String> benefitsFrom,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears out a holding; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "The statements that bear the concern out.", maxItems = 100)
        List<Citation> citations,
    @Schema(
            description = "How many facts the evidence policy hid; on the stakeholder itself only.",
            examples = {"0"})
        Integer hidden,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** What a stakeholder owns of another during a period. */
  @Schema(description = "What a stakeholder owns of another during a period.")
  public record Holding(
      @Schema(description = "The stakeholder owned.") Party of,
      @Schema(
              description = "First day.",
              examples = {"2025-10-28"})
          LocalDate from,
      @Schema(description = "First day on which it no longer holds; absent while open.")
          LocalDate until,
      Share share,
      @Schema(description = "What the holding itself is worth, not what is owned of.") Amount value,
      Text text,
      @Schema(description = "The statements that bear it out.", maxItems = 100)
          List<Citation> citations) {}

  /** Something known of a stakeholder. */
  @Schema(description = "Something known of a stakeholder that bears on the deal.")
  public record Fact(
      @Schema(
              description =
                  "When; the first day of the month or year where only that is known; absent when undated.",
              examples = {"2026-03-31"})
          LocalDate date,
      @Schema(description = "How much of the date is known; absent with it.")
          PartialDate.Precision precision,
      Text text,
      @Schema(description = "The statements that bear it out.", maxItems = 100)
          List<Citation> citations) {}

  /** As one of a collection; empty when the evidence policy admits nothing that is said of it. */
  static Optional<DealStakeholder> summary(Dossier.Stakeholder stakeholder, Facts facts) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.to(collection(facts.edition()) + "/" + stakeholder.stakeholder()));
    DealStakeholder served = of(stakeholder, facts, links, false);
    boolean isEmpty =
        served.concern() == null && served.holdings().isEmpty() && served.facts().isEmpty();
    return isEmpty ? Optional.empty() : Optional.of(served);
  }

  /** On its own, with the clocks it was read at. */
  static DealStakeholder whole(Dossier.Stakeholder stakeholder, Facts facts) {
    Map<String, Link> links = facts.edition().links();
    links.put("collection", Link.to(collection(facts.edition())));
    return of(stakeholder, facts, links, true);
  }

  private static DealStakeholder of(
      Dossier.Stakeholder stakeholder, Facts facts, Map<String, Link> links, boolean isWhole) {
    Edition edition = facts.edition();
    Optional<List<Citation>> citations = facts.admit(stakeholder.cites());
    String id = stakeholder.stakeholder();
    Reference.Stakeholder identity = edition.reference().stakeholder(id).orElseThrow();
    List<Dossier.Holding> held =
        stakeholder.holdings().stream().filter(each -> holds(each, edition.asOf())).toList();
    List<Citation> disputing =
        facts.contradicting(held.stream().flatMap(each -> each.cites().stream()).toList());
    List<Holding> holdings = held.stream().flatMap(each -> holding(each, facts).stream()).toList();
    List<Fact> known =
        stakeholder.facts().stream().flatMap(each -> fact(each, facts).stream()).toList();
    links.put("stakeholder", Link.to("/v1/stakeholders/" + id));
    String deal = "/v1/deals/" + edition.dossier().deal();
    links.put("clauses", Link.to(deal + "/clauses?stakeholder=" + id));
    links.put("implications", Link.to(deal + "/implications?stakeholder=" + id));
    return new DealStakeholder(
        id,
        identity.name(),
        identity.kind(),
        identity.region(),
        stakeholder.role(),
        citations.isPresent() ? stakeholder.concern() : null,
        holdings,
        known,
        clauses(edition, each -> each.binds().contains(id)),
        clauses(edition, each -> each.benefits().contains(id)),
        !disputing.isEmpty(),
        disputing,
        citations.orElse(List.of()),
        isWhole ? facts.hidden() : null,
        isWhole ? edition.reading() : null,
        links);
  }

  private static String collection(Edition edition) {
    return "/v1/deals/" + edition.dossier().deal() + "/stakeholders";
  }

  private static List<String> clauses(Edition edition, Predicate<Dossier.Clause> concerned) {
    return edition.dossier().clauses().stream().filter(concerned).map(Dossier.Clause::id).toList();
  }

  private static boolean holds(Dossier.Holding holding, LocalDate day) {
    return !holding.from().isAfter(day)
        && (holding.until() == null || holding.until().isAfter(day));
  }

  private static Optional<Holding> holding(Dossier.Holding holding, Facts facts) {
    return facts
        .admit(holding.cites())
        .map(
            citations ->
                new Holding(
                    Party.of(holding.of(), facts.edition().reference()),
                    holding.from(),
                    holding.until(),
                    holding.share(),
                    holding.value(),
                    holding.text(),
                    citations));
  }

  private static Optional<Fact> fact(Dossier.Fact fact, Facts facts) {
    return facts
        .admit(fact.cites())
        .map(
            citations ->
                new Fact(
                    fact.date() == null ? null : fact.date().day(),
                    fact.date() == null ? null : fact.date().precision(),
                    fact.text(),
                    citations));
  }
}

package org.clausebook.comparison;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.comparison.Span.Outcome;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.Reading;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deal on two days. */
@Schema(
    description =
        "A deal on two days, clause by clause. `asOf` is the later of the two. For one and the same day every list is empty.")
public record Comparison(
    @Schema(
            description = "The first day named.",
            examples = {"2025-10-28"})
        LocalDate from,
    @Schema(
            description = "The second day named; it may be the earlier one.",
            examples = {"2026-04-27"})
        LocalDate until,
    @Schema(description = "The whole comparison in one sentence.") Text summary,
    @Schema(description = "The clauses that changed.", maxItems = 500) List<ClauseChange> items,
    @Schema(description = "The clauses that did not change.", maxItems = 500)
        List<ClauseHeld> unchanged,
    @Schema(
            description =
                "The clauses with the same term on both days of which, on the later day, nothing published says whether they hold.",
            maxItems = 500)
        List<ClauseHeld> unknown,
    @Schema(
            description =
                "Slugs of all clauses that nobody has restated by the later day, changed in between or not.",
            maxItems = 500,
            examples = {"[\"azure-commitment\"]"})
        List<String> notRestated,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /**
   * Compares.
   *
   * @param edition as of the later day
   * @param spans one for each clause compared
   */
  static Comparison of(Edition edition, LocalDate from, LocalDate until, List<Span> spans) {
    Facts facts = new Facts(edition, EvidencePolicy.any);
    List<Span> compared = from.equals(until) ? List.of() : spans;
    List<Span> changed = only(compared, Outcome.changed);
    List<Span> unchanged = only(compared, Outcome.unchanged);
    List<Span> unknown = only(compared, Outcome.unknown);
    return new Comparison(
        from,
        until,
        Sentences.whole(from, until, changed.size(), unchanged.size(), unknown.size()),
        changed.stream().map(each -> ClauseChange.of(each, facts)).toList(),
        unchanged.stream().map(each -> ClauseHeld.of(each, facts)).toList(),
        unknown.stream().map(each -> ClauseHeld.of(each, facts)).toList(),
        compared.stream()
            .filter(Span::isUnknownOnLaterDay)
            .map(each -> each.clause().id())
            .toList(),
        edition.reading(),
        links(edition, from, until));
  }

  private static List<Span> only(List<Span> spans, Outcome outcome) {
    return spans.stream().filter(each -> each.outcome() == outcome).toList();
  }

  private static Map<String, Link> links(Edition edition, LocalDate from, LocalDate until) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", Link.selfWith(KnownAt.pins(edition.dataset())));
    links.put(
        "reversed", Link.selfWith(Map.of("from", until.toString(), "until", from.toString())));
    links.put("deal", Link.to("/v1/deals/" + edition.dossier().deal()));
    return links;
  }
}

package org.clausebook.deal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.clausebook.source.Citation;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A relationship between parties governed by a chain of instruments. */
@Schema(description = "A relationship between parties governed by a chain of instruments.")
public record Deal(
    @Schema(
            description = "Slug of the deal.",
            examples = {"microsoft-openai"})
        String id,
    Text title,
    Text summary,
    Dossier.DealStatus status,
    @Schema(description = "Who is bound by it.", maxItems = 50) List<Party> parties,
    @Schema(
            description =
                "The newest instrument in effect on the day asked about; absent before the first.")
        Instrument instrument,
    Counts counts,
    @Schema(
            description = "Day on which a curator last checked the whole against its sources.",
            examples = {"2026-11-23"})
        LocalDate reviewed,
    Freshness freshness,
    @Schema(description = "The statements that bear out the summary.", maxItems = 100)
        List<Citation> citations,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** How much the record holds of a deal. */
  @Schema(description = "How much the record holds of a deal.")
  public record Counts(
      @Schema(examples = {"7"}) int instruments,
      @Schema(examples = {"17"}) int clauses,
      @Schema(examples = {"33"}) int stakeholders,
      @Schema(examples = {"23"}) int implications,
      @Schema(examples = {"17"}) int discrepancies,
      @Schema(examples = {"23"}) int unknowns,
      @Schema(examples = {"52"}) int sources,
      @Schema(examples = {"167"}) int statements) {

    static Counts of(Dossier dossier) {
      return new Counts(
          dossier.instruments().size(),
          dossier.clauses().size(),
          dossier.stakeholders().size(),
          dossier.implications().size(),
          dossier.discrepancies().size(),
          dossier.unknowns().size(),
          dossier.sources().size(),
          dossier.sources().stream().mapToInt(each -> each.statements().size()).sum());
    }
  }

  static Deal of(Edition edition, Freshness freshness) {
    Dossier dossier = edition.dossier();
    Facts facts = new Facts(edition, EvidencePolicy.any);
    List<Dossier.Instrument> effective = edition.instrumentsInEffect();
    Map<String, Link> links = edition.links();
    links.remove("deal");
    for (String part :
        List.of(
            "instruments",
            "clauses",
            "events",
            "timeline",
            "stakeholders",
            "implications",
            "discrepancies",
            "unknowns",
            "scenario",
            "dossier",
            "revisions")) {
      links.put(part, Link.to("/v1/deals/" + dossier.deal() + "/" + part));
    }
    links.put("matrix", Link.to("/v1/deals/" + dossier.deal() + "/implications/matrix"));
    if (!effective.isEmpty()) {
      links.put(
          "comparison",
          Link.to(
              "/v1/deals/%s/comparison?from=%s&until=%s"
                  .formatted(dossier.deal(), effective.get(0).date(), edition.asOf())));
    }
    return new Deal(
        dossier.deal(),
        dossier.title(),
        dossier.summary(),
        dossier.status(),
        dossier.parties().stream().map(each -> Party.of(each, edition.reference())).toList(),
        effective.isEmpty()
            ? null
            : Instrument.of(effective.get(effective.size() - 1), facts).orElseThrow(),
        Counts.of(dossier),
        dossier.reviewed(),
        freshness,
        facts.cite(dossier.cites()),
        edition.reading(),
        links);
  }
}

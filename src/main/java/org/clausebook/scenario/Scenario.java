package org.clausebook.scenario;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebook.clause.Happenings;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would hold. */
@Schema(
    description =
        "What would hold on a day under assumptions; without any, what is known to hold then.")
public record Scenario(
    @Schema(description = "What was assumed, in the order given.", maxItems = 10)
        List<Assumption> assumptions,
    @Schema(description = "The clauses, in the order of the dossier.", maxItems = 500)
        List<ClauseProspect> items,
    @JsonUnwrapped Reading reading,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** An event that is assumed to happen. */
  @Schema(description = "An event that is assumed to happen on a day.")
  public record Assumption(
      @Schema(
              description = "Slug of the event.",
              examples = {"agi-verified"})
          String event,
      Text title,
      @Schema(
              description = "The day assumed.",
              examples = {"2029-06-30"})
          LocalDate date) {}

  static Scenario of(Edition edition, Assumptions assumptions, List<Dossier.Clause> clauses) {
    Dossier dossier = edition.dossier();
    Happenings happenings = assumptions.in(dossier);
    Facts facts = new Facts(edition, EvidencePolicy.any);
    return new Scenario(
        assumptions.days().entrySet().stream()
            .map(
                each ->
                    new Assumption(each.getKey(), title(dossier, each.getKey()), each.getValue()))
            .toList(),
        clauses.stream()
            .map(each -> Prospect.of(dossier, each, edition.asOf(), happenings))
            .map(each -> ClauseProspect.of(each, facts))
            .toList(),
        edition.reading(),
        edition.links());
  }

  private static Text title(Dossier dossier, String event) {
    return dossier.event(event).orElseThrow().title();
  }
}

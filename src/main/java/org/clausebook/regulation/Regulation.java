package org.clausebook.regulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clausebook.deal.Party;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.PartialDate;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.reference.References;
import org.clausebook.revision.ReferenceEdition;
import org.clausebook.source.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A law, decision or official guidance that deals touch. */
@Schema(description = "A law, decision or official guidance that deals touch.")
public record Regulation(
    @Schema(
            description = "Slug of the regulation.",
            examples = {"ai-act"})
        String id,
    Reference.RegulationKind kind,
    @Schema(description = "The short name in use.") Text name,
    @Schema(description = "The official name.") Text title,
    Text summary,
    @Schema(
            description = "Code of the region it applies in.",
            examples = {"EU"})
        String region,
    @Schema(
            description = "The authorities concerned; of a proposal, those it would name.",
            maxItems = 50)
        List<Party> authorities,
    @Schema(description = "Slugs of the regulations it amends.", maxItems = 50) List<String> amends,
    @Schema(description = "Its official identifiers, each absent when it has none.")
        Reference.Identifiers identifiers,
    @Schema(description = "Where its text stands; absent when not known.", format = "uri")
        String url,
    @Schema(
            description =
                "Dated steps of its life and application, oldest first; on the regulation itself only.",
            maxItems = 200)
        List<Milestone> milestones,
    @Schema(
            description =
                "The first hundred implications that touch it, by deal; on the regulation itself only.",
            maxItems = 100)
        List<Touch> implications,
    @Schema(
            description = "The statements that bear it out; on the regulation itself only.",
            maxItems = 100)
        List<Citation> citations,
    @Schema(
            description =
                "The publication of the newest revision that may stand behind the answer; on the regulation itself only.")
        Instant knownAt,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** A dated step. */
  @Schema(description = "A dated step in the life or application of a regulation.")
  public record Milestone(
      @Schema(
              description = "Slug of the milestone within the regulation.",
              examples = {"general-application"})
          String id,
      @Schema(
              description = "When; the first day of the month or year where only that is known.",
              examples = {"2026-08-02"})
          LocalDate date,
      @Schema(description = "How much of the date is known.") PartialDate.Precision precision,
      @Schema(
              description =
                  "Day by which it had happened, where no more than the month or year is known; absent otherwise.",
              examples = {"2026-11-23"})
          LocalDate by,
      Text text,
      @Schema(description = "The statements that bear it out.", maxItems = 100)
          List<Citation> citations) {

    /** A milestone with its citations resolved in the reference. */
    public static Milestone of(Reference.Milestone milestone, List<Citation> citations) {
      return new Milestone(
          milestone.id(),
          milestone.date().day(),
          milestone.date().precision(),
          milestone.by(),
          milestone.text(),
          citations);
    }
  }

  /** An implication that touches a regulation. */
  @Schema(description = "An implication of a deal that touches a regulation.")
  public record Touch(
      @Schema(
              description = "Slug of the deal.",
              examples = {"microsoft-openai"})
          String deal,
      @Schema(
              description = "Slug of the implication.",
              examples = {"gdpr-transparency-eu"})
          String implication,
      Text title,
      @Schema(
              description = "Code of its region.",
              examples = {"EU"})
          String region,
      @Schema(description = "Whether a source draws the link or the curators do.")
          Dossier.Basis basis,
      @Schema(description = "Where it is served.") Link link) {}

  static Regulation summary(Reference.Regulation regulation, Reference reference) {
    return of(
        regulation,
        reference,
        null,
        null,
        null,
        null,
        Map.of("self", Link.to("/v1/regulations/" + regulation.id())));
  }

  static Regulation whole(
      Reference.Regulation regulation,
      List<Touch> implications,
      ReferenceEdition edition,
      Instant knownAt,
      long dataset) {
    Map<String, Link> links = References.links(dataset);
    links.put("collection", Link.to("/v1/regulations"));
    return of(
        regulation,
        edition.reference(),
        regulation.milestones().stream()
            .sorted(Comparator.comparing(Reference.Milestone::date))
            .map(each -> Milestone.of(each, Citation.of(each.cites(), edition)))
            .toList(),
        implications,
        Citation.of(regulation.cites(), edition),
        knownAt,
        links);
  }

  private static Regulation of(
      Reference.Regulation regulation,
      Reference reference,
      List<Milestone> milestones,
      List<Touch> implications,
      List<Citation> citations,
      Instant knownAt,
      Map<String, Link> links) {
    return new Regulation(
        regulation.id(),
        regulation.kind(),
        regulation.name(),
        regulation.title(),
        regulation.summary(),
        regulation.region(),
        regulation.authorities().stream().map(each -> Party.of(each, reference)).toList(),
        regulation.amends(),
        regulation.identifiers(),
        regulation.url(),
        milestones,
        implications,
        citations,
        knownAt,
        links);
  }
}

package org.clausebook.implication;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.dossier.PartialDate;
import org.clausebook.dossier.Reference;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A law in a chain: how far it applies on the day, and who applies it. */
@Schema(
    description =
        "A law that an implication falls under: how far it applies on the day, and who applies it.")
public record ApplicableLaw(
    @Schema(description = "The hop from the implication to the law.") FallsUnder hop,
    @Schema(
            description = "Code of the region where it applies.",
            examples = {"EU"})
        String region,
    @Schema(
            description =
                "Its milestones in force on the day, oldest first. One known to the month or year counts from its last day, or the day by which it had happened; one that its statements only expect (none has the mode `asserted`) never does.",
            maxItems = 200)
        List<Step> milestones,
    @Schema(
            description =
                "Its other milestones, oldest first: still to come on the day, or only expected, even where the date they were expected on has passed.",
            maxItems = 200)
        List<Step> upcoming,
    @Schema(description = "The authorities that apply it.", maxItems = 50)
        List<ConcernedParty> authorities) {

  /** A dated step in the life of a law. */
  @Schema(description = "A dated step in the life or application of a law.")
  public record Step(
      @Schema(
              description = "Slug of the milestone within its regulation.",
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
      @Schema(description = "The strongest evidence among its citations.") Evidence evidence,
      @Schema(description = "The statements that bear it out.", maxItems = 100)
          List<Citation> citations) {

    static Optional<Step> of(Reference.Milestone milestone, Facts facts) {
      return facts
          .admit(milestone.cites())
          .map(
              citations ->
                  new Step(
                      milestone.id(),
                      milestone.date().day(),
                      milestone.date().precision(),
                      milestone.by(),
                      milestone.text(),
                      Facts.strongest(citations),
                      citations));
    }
  }

  static Optional<ApplicableLaw> of(Dossier.RegulationLink link, Facts facts) {
    return FallsUnder.of(link, facts).map(hop -> of(hop, facts));
  }

  private static ApplicableLaw of(FallsUnder hop, Facts facts) {
    Reference.Regulation regulation =
        facts.edition().reference().regulation(hop.regulation()).orElseThrow();
    return new ApplicableLaw(
        hop,
        regulation.region(),
        steps(regulation, facts, true),
        steps(regulation, facts, false),
        regulation.authorities().stream().map(each -> ConcernedParty.of(each, facts)).toList());
  }

  private static List<Step> steps(Reference.Regulation regulation, Facts facts, boolean inForce) {
    return regulation.milestones().stream()
        .filter(
            each -> facts.edition().reference().hasCome(each, facts.edition().asOf()) == inForce)
        .sorted(Comparator.comparing(Reference.Milestone::date))
        .map(each -> Step.of(each, facts))
        .flatMap(Optional::stream)
        .toList();
  }
}

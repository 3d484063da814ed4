package org.clausebook.dossier;

import java.time.LocalDate;
import org.clausebook.dossier.Dossier.Instrument;
import org.clausebook.dossier.References.Kind;
import org.clausebook.http.language.Text;

/**
 * What must hold between the parts of a dossier, beyond its form. Values of the wrong form were
 * reported already and are null here: rules pass over them. What the schema says is not said again.
 */
final class DossierRules {

  private final Dossier dossier;
  private final DossierParser.Violations violations;
  private final References ids;
  private final Citations citations;
  private final FigureRules figures;

  DossierRules(Dossier dossier, Reference reference, DossierParser.Violations violations) {
    this.dossier = dossier;
    this.violations = violations;
    this.ids = References.of(dossier, reference, violations);
    this.citations = new Citations(violations, dossier.sources(), reference.sources());
    this.figures = new FigureRules(violations);
  }

  void check() {
    if ("reference".equals(dossier.deal())) {
      violations.add(
          "/deal",
          Text.of(
              "'reference' is the name of the shared reference; choose another.",
              "« reference » est le nom de la référence partagée ; choisissez-en un autre."));
    }
    citations.use("/cites", dossier.cites());
    checkInstruments();
    ids.unique("/events", dossier.events(), Dossier.Event::id);
    References.each("/events", dossier.events(), (at, event) -> citations.cite(at, event.cites()));
    new ClauseRules(dossier, ids, citations, violations).check();
    new StakeholderRules(dossier, ids, citations, violations).check();
    new ImplicationRules(dossier, ids, citations).check();
    new DoubtRules(dossier, ids, citations, violations).check();
    checkTimeline();
    citations.noStatementIsLeftHanging();
  }

  private void checkInstruments() {
    ids.unique("/instruments", dossier.instruments(), Instrument::id);
    LocalDate[] last = {LocalDate.MIN};
    References.each(
        "/instruments",
        dossier.instruments(),
        (at, instrument) -> {
          citations.cite(at, instrument.cites());
          if (instrument.date() == null) {
            return;
          }
          if (instrument.date().isBefore(last[0])) {
            violations.add(
                at + "/date",
                Text.of(
                    "Instruments are listed oldest first; move this one up.",
                    "Les instruments se suivent du plus ancien au plus récent ; remontez celui-ci."));
          }
          last[0] = instrument.date();
        });
  }

  private void checkTimeline() {
    ids.unique("/timeline", dossier.timeline(), Dossier.Occurrence::id);
    References.each(
        "/timeline",
        dossier.timeline(),
        (at, occurrence) -> {
          citations.cite(at, occurrence.cites());
          ids.resolve(at + "/region", occurrence.region(), Kind.REGION);
          ids.resolveAll(at + "/stakeholders", occurrence.stakeholders(), Kind.STAKEHOLDER);
          figures.check(at + "/figures", occurrence.figures());
          if (occurrence.date() != null
              && occurrence.until() != null
              && occurrence.until().lastDay().isBefore(occurrence.date().day())) {
            violations.add(
                at + "/until",
                Text.of(
                    "This ends before it begins; correct one of the two dates.",
                    "Ceci finit avant d’avoir commencé ; corrigez l’une des deux dates."));
          }
        });
  }
}

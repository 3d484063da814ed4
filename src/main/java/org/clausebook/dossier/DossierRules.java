package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.dossier.Dossier.Clause;
import org.clausebook.dossier.Dossier.Instrument;
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
  private final Set<String> regions;
  private final Set<String> stakeholders;
  private final Set<String> regulations;
  private final Set<String> sources;
  private final Set<String> clauses;

  DossierRules(Dossier dossier, Reference reference, DossierParser.Violations violations) {
    this.dossier = dossier;
    this.violations = violations;
    this.ids = new References(violations);
    this.citations = new Citations(violations, dossier.sources(), reference.sources());
    this.figures = new FigureRules(violations);
    this.regions = References.identifiers(reference.regions(), Reference.Region::id);
    this.stakeholders = References.identifiers(reference.stakeholders(), Reference.Stakeholder::id);
    this.regulations = References.identifiers(reference.regulations(), Reference.Regulation::id);
    this.sources = References.identifiers(dossier.sources(), Source::id);
    this.clauses = References.identifiers(dossier.clauses(), Clause::id);
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
    new ClauseRules(dossier, stakeholders, citations, violations).check();
    checkParties();
    checkStakeholders();
    checkImplications();
    checkDiscrepancies();
    checkUnknowns();
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

  private void checkParties() {
    Set<String> present =
        References.identifiers(dossier.stakeholders(), Dossier.Stakeholder::stakeholder);
    ids.resolveAll("/parties", dossier.parties(), stakeholders, References.STAKEHOLDER);
    References.each(
        "/parties",
        dossier.parties(),
        (at, party) -> {
          if (stakeholders.contains(party) && !present.contains(party)) {
            violations.add(
                at,
                Text.of(
                    "The party '%s' does not stand among the stakeholders; add it there with its role.",
                    "La partie « %s » ne figure pas parmi les parties prenantes ; ajoutez-la avec son rôle.",
                    party));
          }
        });
  }

  private void checkStakeholders() {
    ids.unique("/stakeholders", dossier.stakeholders(), Dossier.Stakeholder::stakeholder);
    References.each(
        "/stakeholders",
        dossier.stakeholders(),
        (at, stakeholder) -> {
          ids.resolve(
              at + "/stakeholder", stakeholder.stakeholder(), stakeholders, References.STAKEHOLDER);
          citations.cite(at, stakeholder.cites());
          References.each(
              at + "/facts",
              stakeholder.facts(),
              (there, fact) -> citations.cite(there, fact.cites()));
          checkHoldings(at + "/holdings", stakeholder.holdings());
        });
  }

  private void checkHoldings(String at, List<Dossier.Holding> holdings) {
    Map<String, Dossier.Holding> last = new HashMap<>();
    References.each(
        at,
        holdings,
        (there, holding) -> {
          ids.resolve(there + "/of", holding.of(), stakeholders, References.STAKEHOLDER);
          citations.cite(there, holding.cites());
          figures.checkPeriod(there, holding.from(), holding.until());
          figures.check(there + "/value", holding.value());
          if (holding.of() == null || holding.from() == null) {
            return;
          }
          Dossier.Holding before = last.put(holding.of(), holding);
          if (before != null
              && (before.until() == null || before.until().isAfter(holding.from()))) {
            violations.add(
                there + "/from",
                Text.of(
                    "This holding overlaps the one before it; end that one with 'until: %s' at the latest.",
                    "Cette participation chevauche la précédente ; terminez celle-ci par « until: %s » au plus tard.",
                    holding.from()));
          }
        });
  }

  private void checkImplications() {
    ids.unique("/implications", dossier.implications(), Dossier.Implication::id);
    References.each(
        "/implications",
        dossier.implications(),
        (at, implication) -> {
          citations.cite(at, implication.cites());
          ids.resolve(at + "/region", implication.region(), regions, References.REGION);
          ids.resolveAll(
              at + "/stakeholders",
              implication.stakeholders(),
              stakeholders,
              References.STAKEHOLDER);
          ids.unique(at + "/clauses", implication.clauses(), Dossier.ClauseLink::clause);
          References.each(
              at + "/clauses",
              implication.clauses(),
              (there, link) -> {
                ids.resolve(there + "/clause", link.clause(), clauses, References.CLAUSE);
                citations.cite(there, link.cites());
              });
          ids.unique(
              at + "/regulations", implication.regulations(), Dossier.RegulationLink::regulation);
          References.each(
              at + "/regulations",
              implication.regulations(),
              (there, link) -> {
                ids.resolve(
                    there + "/regulation", link.regulation(), regulations, References.REGULATION);
                citations.cite(there, link.cites());
              });
        });
  }

  private void checkDiscrepancies() {
    ids.unique("/discrepancies", dossier.discrepancies(), Dossier.Discrepancy::id);
    References.each(
        "/discrepancies",
        dossier.discrepancies(),
        (at, discrepancy) -> {
          citations.cite(at, discrepancy.cites());
          citations.use(at + "/statements", discrepancy.statements());
          ids.resolveAll(at + "/clauses", discrepancy.clauses(), clauses, References.CLAUSE);
          ids.resolve(at + "/source", discrepancy.source(), sources, References.SOURCE);
          References.each(
              at + "/statements",
              discrepancy.statements(),
              (there, statement) -> {
                if (sources.contains(discrepancy.source())
                    && !statement.startsWith(discrepancy.source() + "/")) {
                  violations.add(
                      there,
                      Text.of(
                          "The statement is not one of the source '%s' whose discrepancy this is; cite it as evidence or name its source.",
                          "L’affirmation n’est pas de la source « %s » dont c’est ici l’écart ; citez-la comme preuve ou nommez sa source.",
                          discrepancy.source()));
                }
              });
        });
  }

  private void checkUnknowns() {
    ids.unique("/unknowns", dossier.unknowns(), Dossier.Unknown::id);
    Set<String> terms = new HashSet<>();
    References.each(
        "",
        dossier.clauses(),
        (at, clause) ->
            References.each(
                "", clause.terms(), (there, term) -> terms.add(clause.id() + "/" + term.from())));
    References.each(
        "/unknowns",
        dossier.unknowns(),
        (at, unknown) -> {
          citations.cite(at, unknown.cites());
          ids.resolveAll(at + "/terms", unknown.terms(), terms, References.TERM);
          ids.resolveAll(
              at + "/regulations", unknown.regulations(), regulations, References.REGULATION);
          ids.resolveAll(at + "/sourcesRead", unknown.sourcesRead(), sources, References.SOURCE);
        });
  }

  private void checkTimeline() {
    ids.unique("/timeline", dossier.timeline(), Dossier.Occurrence::id);
    References.each(
        "/timeline",
        dossier.timeline(),
        (at, occurrence) -> {
          citations.cite(at, occurrence.cites());
          ids.resolve(at + "/region", occurrence.region(), regions, References.REGION);
          ids.resolveAll(
              at + "/stakeholders",
              occurrence.stakeholders(),
              stakeholders,
              References.STAKEHOLDER);
          figures.check(at + "/figures", occurrence.figures());
          if (occurrence.date() != null
              && occurrence.until() != null
              && occurrence.until().day().isBefore(occurrence.date().day())) {
            violations.add(
                at + "/until",
                Text.of(
                    "This ends before it begins; correct one of the two dates.",
                    "Ceci finit avant d’avoir commencé ; corrigez l’une des deux dates."));
          }
        });
  }
}

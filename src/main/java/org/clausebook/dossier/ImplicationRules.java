package org.clausebook.dossier;

import java.util.Set;
import org.clausebook.dossier.Dossier.Clause;

/** What must hold of the implications of a deal: they hang on what is there. */
final class ImplicationRules {

  private final Dossier dossier;
  private final Citations citations;
  private final References ids;
  private final Set<String> regions;
  private final Set<String> stakeholders;
  private final Set<String> regulations;
  private final Set<String> clauses;

  ImplicationRules(
      Dossier dossier,
      Reference reference,
      Citations citations,
      DossierParser.Violations violations) {
    this.dossier = dossier;
    this.citations = citations;
    this.ids = new References(violations);
    this.regions = References.identifiers(reference.regions(), Reference.Region::id);
    this.stakeholders = References.identifiers(reference.stakeholders(), Reference.Stakeholder::id);
    this.regulations = References.identifiers(reference.regulations(), Reference.Regulation::id);
    this.clauses = References.identifiers(dossier.clauses(), Clause::id);
  }

  void check() {
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
}

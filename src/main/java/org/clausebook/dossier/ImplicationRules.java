package org.clausebook.dossier;

import org.clausebook.dossier.References.Kind;

/** What must hold of the implications of a deal: they hang on what is there. */
final class ImplicationRules {

  private final Dossier dossier;
  private final Citations citations;
  private final References ids;

  ImplicationRules(Dossier dossier, References ids, Citations citations) {
    this.dossier = dossier;
    this.ids = ids;
    this.citations = citations;
  }

  void check() {
    ids.unique("/implications", dossier.implications(), Dossier.Implication::id);
    References.each(
        "/implications",
        dossier.implications(),
        (at, implication) -> {
          citations.cite(at, implication.cites());
          ids.resolve(at + "/region", implication.region(), Kind.REGION);
          ids.resolveAll(at + "/stakeholders", implication.stakeholders(), Kind.STAKEHOLDER);
          ids.unique(at + "/clauses", implication.clauses(), Dossier.ClauseLink::clause);
          References.each(
              at + "/clauses",
              implication.clauses(),
              (there, link) -> {
                ids.resolve(there + "/clause", link.clause(), Kind.CLAUSE);
                citations.cite(there, link.cites());
              });
          ids.unique(
              at + "/regulations", implication.regulations(), Dossier.RegulationLink::regulation);
          References.each(
              at + "/regulations",
              implication.regulations(),
              (there, link) -> {
                ids.resolve(there + "/regulation", link.regulation(), Kind.REGULATION);
                citations.cite(there, link.cites());
              });
        });
  }
}

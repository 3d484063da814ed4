package org.clausebook.dossier;

import java.util.HashSet;
import java.util.Set;
import org.clausebook.dossier.Dossier.Clause;
import org.clausebook.http.language.Text;

/** What must hold of discrepancies and unknowns: they speak of what is there. */
final class DoubtRules {

  private final Dossier dossier;
  private final Citations citations;
  private final DossierParser.Violations violations;
  private final References ids;
  private final Set<String> regulations;
  private final Set<String> sources;
  private final Set<String> clauses;

  DoubtRules(
      Dossier dossier,
      Reference reference,
      Citations citations,
      DossierParser.Violations violations) {
    this.dossier = dossier;
    this.citations = citations;
    this.violations = violations;
    this.ids = new References(violations);
    this.regulations = References.identifiers(reference.regulations(), Reference.Regulation::id);
    this.sources = References.identifiers(dossier.sources(), Source::id);
    this.clauses = References.identifiers(dossier.clauses(), Clause::id);
  }

  void check() {
    checkDiscrepancies();
    checkUnknowns();
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
}

package org.clausebook.dossier;

import org.clausebook.dossier.References.Kind;
import org.clausebook.http.language.Text;

/** What must hold of discrepancies and unknowns: they speak of what is there. */
final class DoubtRules {

  private final Dossier dossier;
  private final Citations citations;
  private final DossierParser.Violations violations;
  private final References ids;

  DoubtRules(
      Dossier dossier, References ids, Citations citations, DossierParser.Violations violations) {
    this.dossier = dossier;
    this.ids = ids;
    this.citations = citations;
    this.violations = violations;
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
          ids.resolveAll(at + "/clauses", discrepancy.clauses(), Kind.CLAUSE);
          ids.resolve(at + "/source", discrepancy.source(), Kind.SOURCE);
          References.each(
              at + "/statements",
              discrepancy.statements(),
              (there, statement) -> {
                if (ids.isKnown(Kind.SOURCE, discrepancy.source())
                    && !statement.startsWith(discrepancy.source() + "/")) {
                  violations.add(
                      there,
                      Text.of(
                          "The statement is not one of the source '%s' whose discrepancy this is; cite it as evidence or name its source.",
                          "L’affirmation n’est pas de la source « %s » dont c’est ici l’écart ; citez-la comme preuve ou nommez sa source.",
                          discrepancy.source()));
                }
                if (discrepancy.cites().contains(statement)) {
                  violations.add(
                      there,
                      Text.of(
                          "The statement '%s' is at fault here, so it cannot be the better evidence too; leave it out of one of the two.",
                          "L’affirmation « %s » est ici en défaut, elle ne peut donc être aussi la meilleure preuve ; retirez-la de l’un des deux.",
                          statement));
                }
              });
        });
  }

  private void checkUnknowns() {
    ids.unique("/unknowns", dossier.unknowns(), Dossier.Unknown::id);
    References.each(
        "/unknowns",
        dossier.unknowns(),
        (at, unknown) -> {
          citations.cite(at, unknown.cites());
          ids.resolveAll(at + "/terms", unknown.terms(), Kind.TERM);
          ids.resolveAll(at + "/regulations", unknown.regulations(), Kind.REGULATION);
          ids.resolveAll(at + "/sourcesRead", unknown.sourcesRead(), Kind.SOURCE);
        });
  }
}

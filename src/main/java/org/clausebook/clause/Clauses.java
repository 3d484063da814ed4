package org.clausebook.clause;

import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Names;
import org.clausebook.http.problem.Problem;
import org.clausebook.revision.Edition;

/** Finds the clauses of a deal that a request names. */
public final class Clauses {

  private Clauses() {}

  /**
   * The clause that an address names.
   *
   * @throws Problem 404 when there is none, with the nearest
   */
  public static Dossier.Clause find(Edition edition, String id) {
    Dossier dossier = edition.dossier();
    return dossier.clause(id).orElseThrow(() -> Names.clauses(dossier).missing(id));
  }

  /**
   * The clauses that filters leave.
   *
   * @param theme null for all
   * @param clause slug; null for all
   * @throws Problem 400 when there is no such clause
   */
  public static List<Dossier.Clause> filter(Edition edition, Dossier.Theme theme, String clause) {
    Names.clauses(edition.dossier()).require("clause", clause);
    return edition.dossier().clauses().stream()
        .filter(each -> theme == null || each.theme() == theme)
        .filter(each -> clause == null || each.id().equals(clause))
        .toList();
  }
}

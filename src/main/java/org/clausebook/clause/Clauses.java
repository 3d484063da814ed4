package org.clausebook.clause;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Suggestion;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Editions;

/** Finds the clauses of a deal that a request names. */
public final class Clauses {

  private Clauses() {}

  /**
   * The clause that an address names.
   *
   * @throws Problem 404 when there is none, with the nearest
   */
  public static Dossier.Clause find(Edition edition, String id) {
    return byId(edition, id)
        .orElseThrow(
            () -> Editions.missing("clause", "clause", id, nearest(edition, id).stream().toList()));
  }

  /**
   * The clauses that filters leave.
   *
   * @param theme null for all
   * @param clause slug; null for all
   * @throws Problem 400 when there is no such clause: an empty answer would say that nothing
   *     happened to it
   */
  public static List<Dossier.Clause> filter(Edition edition, Dossier.Theme theme, String clause) {
    if (clause != null && byId(edition, clause).isEmpty()) {
      throw Problem.refused(
          "clause",
          nearest(edition, clause)
              .map(
                  near ->
                      Text.of(
                          "There is no clause '%s' in this deal; did you mean '%s'?",
                          "Cet accord n’a pas de clause « %s » ; vouliez-vous dire « %s » ?",
                          clause,
                          near))
              .orElseGet(
                  () ->
                      Text.of(
                          "There is no clause '%s' in this deal.",
                          "Cet accord n’a pas de clause « %s ».", clause)));
    }
    return edition.dossier().clauses().stream()
        .filter(each -> theme == null || each.theme() == theme)
        .filter(each -> clause == null || each.id().equals(clause))
        .toList();
  }

  private static Optional<Dossier.Clause> byId(Edition edition, String id) {
    return edition.dossier().clauses().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static Optional<String> nearest(Edition edition, String id) {
    return Suggestion.nearest(
        id, edition.dossier().clauses().stream().map(Dossier.Clause::id).toList());
  }
}

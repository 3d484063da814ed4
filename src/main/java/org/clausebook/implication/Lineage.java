package org.clausebook.implication;

import java.util.ArrayList;
import java.util.List;
import org.clausebook.dossier.Reference;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Suggestion;

/**
 * A region and those it lies within.
 *
 * @param codes the region itself, then its parent, and so on to the outermost
 */
record Lineage(List<String> codes) {

  /**
   * The lineage of a region named in a parameter.
   *
   * @throws Problem 400 when there is no such region
   */
  static Lineage of(Reference reference, String region, String parameter) {
    List<String> codes = new ArrayList<>();
    String next = region;
    while (next != null) {
      codes.add(next);
      next = find(reference, next, parameter).parent();
    }
    return new Lineage(List.copyOf(codes));
  }

  /** 0 for the region itself, 1 for its parent and so on; -1 for a region it does not lie in. */
  int distance(String region) {
    return codes.indexOf(region);
  }

  String region() {
    return codes.get(0);
  }

  private static Reference.Region find(Reference reference, String code, String parameter) {
    List<String> known = reference.regions().stream().map(Reference.Region::id).toList();
    return reference.regions().stream()
        .filter(each -> each.id().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              String list = String.join(", ", known);
              Text detail =
                  Suggestion.nearest(code, known)
                      .map(
                          near ->
                              Text.of(
                                  "There is no region '%s'; did you mean '%s'? There are %s.",
                                  "Il n’existe pas de région « %s » ; vouliez-vous dire « %s » ? Il y a %s.",
                                  code,
                                  near,
                                  list))
                      .orElseGet(
                          () ->
                              Text.of(
                                  "There is no region '%s'; there are %s.",
                                  "Il n’existe pas de région « %s » ; il y a %s.", code, list));
              return Problem.refused(parameter, detail);
            });
  }
}

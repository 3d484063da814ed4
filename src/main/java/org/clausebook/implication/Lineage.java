package org.clausebook.implication;

import java.util.List;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.problem.Problem;
import org.clausebook.region.Region;

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
    Names.regions(reference).require(parameter, region);
    return new Lineage(Region.chain(region, reference));
  }

  /** 0 for the region itself, 1 for its parent and so on; -1 for a region it does not lie in. */
  int distance(String region) {
    return codes.indexOf(region);
  }

  String region() {
    return codes.get(0);
  }
}

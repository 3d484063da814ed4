package org.clausebook.curation;

import java.util.List;
import org.clausebook.change.Comparison;
import org.clausebook.change.PartChange;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Revision;
import org.clausebook.revision.Standing;

/**
 * What an edit comes to, worked out from what stood at a moment.
 *
 * @param dataset number of the last publication of the whole record at that moment
 * @param creates whether the address gave nothing then
 * @param present the document that stood; null when there was none
 * @param document the document that shall stand; null when the deal shall be withdrawn
 */
record Draft(long dataset, Standing standing, boolean creates, Record present, Record document) {

  /**
   * Tells what changed, or would change.
   *
   * @param published null while nothing is
   */
  Report report(Revision published) {
    String dossier = standing.dossier();
    Revision current = standing.current();
    List<PartChange> changes = Comparison.between(present, document);
    int number =
        published != null
            ? published.number()
            : changes.isEmpty() ? current.number() : standing.latestNumber() + 1;
    return new Report(
        dossier,
        published == null,
        current == null ? null : current.number(),
        number,
        published == null ? null : published.dataset(),
        changes,
        Report.links(Editions.path(dossier), published == null ? null : published.number()));
  }
}

package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.clausebook.http.cache.Changes;

/** Tells the kept answers what has changed, so that none outlives what it was rendered from. */
@ApplicationScoped
class KeptAnswers {

  private final Changes changes;

  KeptAnswers(Changes changes) {
    this.changes = changes;
  }

  void published(@Observes Published line) {
    changes.changed(line.dossier(), line.dataset(), line.dossier().equals(Editions.REFERENCE));
  }
}

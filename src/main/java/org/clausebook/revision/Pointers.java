package org.clausebook.revision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.clausebook.http.cache.Changes;
import org.clausebook.revision.RevisionRepository.Known;

/**
 * Which revision each dossier points at. What was read is right until a publication of the dossier
 * is heard of, and counts only while publications can be heard of: otherwise the database is asked.
 */
@ApplicationScoped
class Pointers {

  private static final long NEWEST = Long.MAX_VALUE;
  private static final int MANY = 20_000;

  private final RevisionRepository revisions;
  private final Changes changes;
  private final Cache<String, Kept> kept = Caffeine.newBuilder().maximumSize(MANY).build();

  Pointers(RevisionRepository revisions, Changes changes) {
    this.revisions = revisions;
    this.changes = changes;
  }

  /**
   * A pointer as it was read.
   *
   * @param stamp the newest publication heard of before it was read
   */
  private record Kept(Known known, long stamp) {}

  /** What the log says of a dossier now. */
  Optional<Known> now(String dossier) {
    Kept found = kept.getIfPresent(dossier);
    if (found != null && changes.areHeard() && changes.isRightOf(dossier, found.stamp)) {
      return Optional.of(found.known);
    }
    return read(dossier);
  }

  /** The same asked of the database, whatever is kept: for whoever is about to write. */
  Optional<Known> read(String dossier) {
    long stamp = changes.newest();
    Optional<Known> read = heard(dossier, revisions.knownAfter(dossier, NEWEST));
    read.ifPresent(known -> kept.put(dossier, new Kept(known, stamp)));
    return read;
  }

  /** What it said at a point of its clock. */
  Optional<Known> at(String dossier, KnownAt asked) {
    return heard(
        dossier,
        asked.knownAt == null
            ? revisions.knownAfter(dossier, asked.dataset)
            : revisions.knownAt(dossier, asked.knownAt.toInstant()));
  }

  /** What is read here may be newer than what was announced: no older answer may follow it. */
  private Optional<Known> heard(String dossier, Optional<Known> read) {
    if (read.isPresent() && read.get().latest() > changes.newest()) {
      changes.changed(dossier, read.get().latest(), dossier.equals(Editions.REFERENCE));
    }
    return read;
  }
}

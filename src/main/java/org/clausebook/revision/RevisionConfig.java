package org.clausebook.revision;

import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;

/** Bounds of what is kept in memory. */
final class RevisionConfig {

  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private RevisionConfig() {}

  /** What kept documents may take: 64 MB, but no more than a quarter of the heap. */
  static long documentsBytes() {
    return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4);
  }

  /** A rough measure: what the parts of a document take, in bytes. */
  static int weight(Record document) {
    if (document instanceof Dossier dossier) {
      return 2_000
          + 3_000 * (dossier.clauses().size() + dossier.implications().size())
          + 1_000 * dossier.sources().stream().mapToInt(each -> each.statements().size()).sum();
    }
    Reference reference = (Reference) document;
    return 2_000
        + 1_000 * reference.stakeholders().size()
        + 5_000 * reference.regulations().size()
        + 1_000 * reference.sources().stream().mapToInt(each -> each.statements().size()).sum();
  }
}

package org.clausebook.source;

import org.clausebook.dossier.Evidence;

/** The weakest evidence a client accepts. */
public enum EvidencePolicy {
  primary,
  quoted,
  secondary,
  any;

  public boolean admits(Evidence evidence) {
    return this == any || evidence.ordinal() <= ordinal();
  }
}

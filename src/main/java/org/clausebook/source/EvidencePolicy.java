package org.clausebook.source;

import org.clausebook.dossier.Evidence;

/** The weakest evidence a client accepts. */
public enum EvidencePolicy {
  primary(Evidence.primary),
  quoted(Evidence.quoted),
  secondary(Evidence.secondary),
  any(Evidence.unverified);

  private final Evidence weakest;

  EvidencePolicy(Evidence weakest) {
    this.weakest = weakest;
  }

  public boolean admits(Evidence evidence) {
    return evidence.compareTo(weakest) <= 0;
  }
}

package org.clausebook.dossier;

/** How near to the primary document a statement was read, strongest first. */
public enum Evidence {
  /** Read in the primary document itself. */
  primary,
  /** Primary wording, read through somebody who reproduces it. */
  quoted,
  /** Press, law firm or another secondary source. */
  secondary,
  /** Computed or deduced by the curators. */
  derived,
  /** Commonly known; no text was read. */
  unverified
}

package org.clausebook.search;

/** How the results relate to what was asked. */
public enum Matching {
  /** Everything that was asked for. */
  all,
  /** Everything, with the last word as the beginning of one. */
  beginning,
  /** Everything, once slips of the pen are mended. */
  corrected,
  /** Some of what was asked for: nothing has it all. */
  some
}

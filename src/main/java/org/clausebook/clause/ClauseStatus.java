package org.clausebook.clause;

/** Where a clause stands on a day. */
public enum ClauseStatus {
  /** A term holds. */
  inForce,
  /** Its last term is over. */
  ended,
  /** Its first term has not begun. */
  notYet,
  /**
   * A term held, and a later instrument is silent: nothing published says whether it still does.
   */
  notRestated
}

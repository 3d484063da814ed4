package org.clausebook.access;

/** What somebody may do; the token names it, in lower case. */
public enum Role {
  curator,
  admin;

  /** An admin may do what a curator may. */
  boolean covers(Role needed) {
    return this == needed || this == admin;
  }
}

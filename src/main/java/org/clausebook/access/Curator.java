package org.clausebook.access;

import java.util.Set;

/**
 * Somebody who may write. Issuer and subject together are the identity; nothing else a token says
 * of a person is kept.
 */
public record Curator(String issuer, String subject, Set<Role> roles) {

  boolean may(Role needed) {
    return roles.stream().anyMatch(role -> role.covers(needed));
  }
}

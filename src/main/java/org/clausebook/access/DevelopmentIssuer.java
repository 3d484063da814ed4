package org.clausebook.access;

import java.util.Optional;

/**
 * Vouches for tokens made on this machine, where no provider is configured. The production build
 * has none.
 */
public interface DevelopmentIssuer {

  /** What such tokens name as their issuer. */
  String ISSUER = "clausebook-development";

  /** Its public keys as a JSON Web Key Set (RFC 7517); empty before the first token was made. */
  Optional<String> keys();
}

package org.clausebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebook.http.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Checks access tokens: signed with an asymmetric key that the issuer publishes, whatever key or
 * address the token itself may offer; made by that issuer, for us, valid now, and not one of the
 * other kinds of token that providers sign with the same key.
 */
@ApplicationScoped
class Tokens {

  private static final Logger LOG = Logger.getLogger(Tokens.class);

  private static final AlgorithmConstraints ASYMMETRIC =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  /** It is kept for ever, and has to be the same when it is read. */
  private static final Pattern SUBJECT =
      Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]{1,255}");

  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int KEYS_KEPT_SECONDS = 300;

  /** Asked for an unknown key, the issuer is not asked again sooner: anybody can invent key ids. */
  private static final int ASK_AGAIN_MILLIS = 10_000;

  private final Optional<String> audience;
  private final JwtConsumer provider;
  private final Optional<DevelopmentIssuer> development;

  Tokens(
      @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
      @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<String> audience) {
    this.audience = audience;
    if (issuer.isEmpty()) {
      provider = null;
      development = ServiceLoader.load(DevelopmentIssuer.class).findFirst();
      LOG.info(
          development.isPresent()
              ? "No token issuer is configured: only tokens of the command 'token' may write"
              : "No token issuer is configured: nobody may write");
      return;
    }
    development = Optional.empty();
    // One without the others does not start.
    provider = consumer(issuer.get(), audience.orElseThrow(), published(keys.orElseThrow()));
  }

  /** A token that does not hold. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  Curator verify(String token) throws Refused {
    try {
      JwtContext verified = verifier().process(token);
      JwtClaims claims = verified.getJwtClaims();
      onlyAccess(verified);
      if (!SUBJECT.matcher(claims.getSubject()).matches()) {
        throw new Refused("its subject is not a name of 1 to 255 characters on one line");
      }
      return new Curator(claims.getIssuer(), claims.getSubject(), roles(claims));
    } catch (InvalidJwtException e) {
      // The library quotes what it refuses; a log is no place for tokens.
      String reason =
          e.getErrorDetails().stream()
              .map(each -> each.getErrorMessage().replace(token, "…"))
              .toList()
              .toString();
      if (isIssuerAway(e)) {
        LOG.warnf("The keys of the token issuer cannot be read: %s", reason);
        throw ProblemType.UNAVAILABLE
            .because(
                "The service that vouches for tokens does not answer at the moment.",
                "Le service qui garantit les jetons ne répond pas en ce moment.")
            .retryAfter(10);
      }
      throw new Refused(reason);
    } catch (MalformedClaimException e) {
      throw new Refused(e.getMessage());
    }
  }

  private JwtConsumer verifier() throws Refused {
    if (provider != null) {
      return provider;
    }
    String keys =
        development
            .flatMap(DevelopmentIssuer::keys)
            .orElseThrow(() -> new Refused("no issuer is trusted"));
    try {
      return consumer(
          DevelopmentIssuer.ISSUER,
          audience.orElse("clausebook"),
          new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()));
    } catch (JoseException e) {
      throw new Refused("the development key cannot be read");
    }
  }

  private static JwtConsumer consumer(
      String issuer, String audience, VerificationKeyResolver keys) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ASYMMETRIC)
        .setVerificationKeyResolver(keys)
        .setExpectedIssuer(issuer)
        .setExpectedAudience(audience.split("\\s*,\\s*"))
        .setRequireSubject()
        .setRequireExpirationTime()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }

  private static VerificationKeyResolver published(String location) {
    Get get = new Get();
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    get.setRetries(0);
    HttpsJwks jwks = new HttpsJwks(location);
    jwks.setSimpleHttpGet(get);
    jwks.setDefaultCacheDuration(KEYS_KEPT_SECONDS);
    jwks.setRetainCacheOnErrorDuration(3_600);
    jwks.setRefreshReprieveThreshold(ASK_AGAIN_MILLIS);
    return new HttpsJwksVerificationKeyResolver(jwks);
  }

  /** Refuses ID, refresh and logout tokens, which the issuer signs with the same key. */
  private static void onlyAccess(JwtContext verified) throws Refused, MalformedClaimException {
    JwtClaims claims = verified.getJwtClaims();
    String header = verified.getJoseObjects().get(0).getHeader("typ");
    boolean isAccess =
        (header == null
                || header.equalsIgnoreCase("JWT")
                || header.equalsIgnoreCase("at+jwt")
                || header.equalsIgnoreCase("application/at+jwt"))
            && (!claims.hasClaim("typ")
                || "Bearer".equalsIgnoreCase(claims.getStringClaimValue("typ")))
            && !claims.hasClaim("at_hash")
            && !claims.hasClaim("c_hash")
            && !claims.hasClaim("events");
    if (!isAccess) {
      throw new Refused("it is signed, but not an access token");
    }
  }

  /** From {@code groups} (MicroProfile JWT), {@code roles}, and Keycloak's realm roles. */
  private static Set<Role> roles(JwtClaims claims) {
    List<Object> named = new ArrayList<>();
    add(named, claims.getClaimValue("groups"));
    add(named, claims.getClaimValue("roles"));
    if (claims.getClaimValue("realm_access") instanceof Map<?, ?> realm) {
      add(named, realm.get("roles"));
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (named.contains(role.name())) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static void add(List<Object> named, Object claim) {
    if (claim instanceof Collection<?> several) {
      named.addAll(several);
    }
  }

  private static boolean isIssuerAway(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause() == at ? null : at.getCause()) {
      if (at instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}

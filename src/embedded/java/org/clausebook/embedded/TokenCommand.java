package org.clausebook.embedded;

import java.util.List;
import org.clausebook.Command;
import org.clausebook.access.DevelopmentIssuer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** {@code token [--role curator|admin]} prints an access token for this machine, good for a day. */
public final class TokenCommand implements Command {

  @Override
  public String name() {
    return "token";
  }

  @Override
  public void run(List<String> arguments) {
    String role = role(arguments);
    if (role == null) {
      System.err.println(
          "No token is made with '%s'; write: token [--role curator|admin]"
              .formatted(String.join(" ", arguments)));
      System.exit(1);
    }
    PublicJsonWebKey key = DevelopmentKey.readOrMake();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(DevelopmentIssuer.ISSUER);
    claims.setAudience("clausebook");
    claims.setSubject(System.getProperty("user.name") + "@localhost");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(24 * 60);
    claims.setStringListClaim("groups", role);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    try {
      System.out.println(signature.getCompactSerialization());
    } catch (JoseException e) {
      throw new IllegalStateException("The key of this machine can sign", e);
    }
  }

  /** Null where the arguments name none. */
  private static String role(List<String> arguments) {
    if (arguments.isEmpty()) {
      return "curator";
    }
    boolean isNamed =
        arguments.size() == 2
            && arguments.get(0).equals("--role")
            && List.of("curator", "admin").contains(arguments.get(1));
    return isNamed ? arguments.get(1) : null;
  }
}

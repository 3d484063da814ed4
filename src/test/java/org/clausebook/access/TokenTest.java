package org.clausebook.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.TestIssuer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Every way to forge or misuse a token that we know of (RFC 8725), one by one. */
@ClausebookTest
class TokenTest {

  /** Whoever is let in is then told that a condition is missing. */
  private static final int LET_IN = 428;

  @Test
  void goodTokenIsLetIn() {
    put(TestIssuer.token("curator")).statusCode(LET_IN);
  }

  @Test
  void rolesOfKeycloakCount() {
    JwtClaims claims = TestIssuer.claims();
    claims.unsetClaim("groups");
    claims.setClaim("realm_access", java.util.Map.of("roles", java.util.List.of("curator")));
    put(TestIssuer.sign(claims)).statusCode(LET_IN);
  }

  @Test
  void nobodyIsAskedForAToken() {
    given()
        .contentType("application/json")
        .body("{}")
        .put("/v1/deals/x/dossier")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"clausebook\"");
  }

  @Test
  void tokenWithoutRoleIsForbidden() {
    put(TestIssuer.token())
        .statusCode(403)
        .header("WWW-Authenticate", containsString("insufficient_scope"));
  }

  @Test
  void unsignedTokenIsRefused() throws JoseException {
    JsonWebSignature none = new JsonWebSignature();
    none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    none.setAlgorithmHeaderValue("none");
    none.setPayload(TestIssuer.claims("curator").toJson());
    refused(none.getCompactSerialization());
  }

  @Test
  void publicKeyUsedAsSecretIsRefused() throws JoseException {
    for (byte[] secret :
        new byte[][] {
          TestIssuer.KEY.getPublicKey().getEncoded(),
          TestIssuer.KEY
              .toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
              .getBytes(StandardCharsets.UTF_8)
        }) {
      JsonWebSignature symmetric = TestIssuer.signature(TestIssuer.claims("curator"));
      symmetric.setAlgorithmHeaderValue("HS256");
      symmetric.setKey(new HmacKey(secret));
      refused(symmetric.getCompactSerialization());
    }
  }

  @Test
  void otherIssuerIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.setIssuer("https://elsewhere.test");
    refused(TestIssuer.sign(claims));
  }

  @Test
  void missingIssuerIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.unsetClaim("iss");
    refused(TestIssuer.sign(claims));
  }

  @Test
  void otherAudienceIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.setAudience("another-service");
    refused(TestIssuer.sign(claims));
  }

  @Test
  void missingAudienceIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.unsetClaim("aud");
    refused(TestIssuer.sign(claims));
  }

  @Test
  void expiredTokenIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
    refused(TestIssuer.sign(claims));
  }

  @Test
  void tokenWithoutEndIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.unsetClaim("exp");
    refused(TestIssuer.sign(claims));
  }

  @Test
  void tokenNotYetValidIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.setNotBefore(NumericDate.fromSeconds(NumericDate.now().getValue() + 120));
    refused(TestIssuer.sign(claims));
  }

  @Test
  void tokenWithoutSubjectIsRefused() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.unsetClaim("sub");
    refused(TestIssuer.sign(claims));
  }

  @Test
  void idTokenIsRefused() {
    JwtClaims keycloak = TestIssuer.claims("curator");
    keycloak.setStringClaim("typ", "ID");
    refused(TestIssuer.sign(keycloak));
    JwtClaims other = TestIssuer.claims("curator");
    other.setStringClaim("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng");
    refused(TestIssuer.sign(other));
  }

  @Test
  void logoutTokenIsRefused() throws JoseException {
    JsonWebSignature logout = TestIssuer.signature(TestIssuer.claims("curator"));
    logout.setHeader("typ", "logout+jwt");
    refused(logout.getCompactSerialization());
  }

  @Test
  void keyOfAnotherIsRefusedUnderOurKeyId() throws JoseException {
    JsonWebSignature forged = TestIssuer.signature(TestIssuer.claims("curator"));
    forged.setKey(TestIssuer.key("test-1").getPrivateKey());
    refused(forged.getCompactSerialization());
  }

  @Test
  void keyOfferedByTheTokenIsRefused() throws JoseException {
    RsaJsonWebKey own = TestIssuer.key("own");
    JsonWebSignature embedded = TestIssuer.signature(TestIssuer.claims("curator"));
    embedded.setKey(own.getPrivateKey());
    embedded.setKeyIdHeaderValue("own");
    embedded.getHeaders().setJwkHeaderValue("jwk", own);
    refused(embedded.getCompactSerialization());
    for (String header : new String[] {"jku", "x5u"}) {
      JsonWebSignature pointed = TestIssuer.signature(TestIssuer.claims("curator"));
      pointed.setKey(own.getPrivateKey());
      pointed.setKeyIdHeaderValue("own");
      pointed.setHeader(header, "https://elsewhere.test/keys");
      refused(pointed.getCompactSerialization());
    }
  }

  @Test
  void bentTokenIsRefused() {
    String[] parts = TestIssuer.token().split("\\.");
    String promoted =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(TestIssuer.claims("admin").toJson().getBytes(StandardCharsets.UTF_8));
    refused(parts[0] + "." + promoted + "." + parts[2]);
    refused(parts[0] + "." + parts[1] + ".");
    refused("not.a.token");
  }

  @Test
  void tokenInTheQueryIsRefused() {
    given()
        .queryParam("access_token", TestIssuer.token("curator"))
        .contentType("application/json")
        .body("{}")
        .put("/v1/deals/x/dossier")
        .then()
        .statusCode(400);
  }

  @Test
  void readersNeedNoTokenAndABadOneDoesNotHarm() {
    given()
        .header("Authorization", "Bearer garbage")
        .get("/v1/deals/microsoft-openai/clauses")
        .then()
        .statusCode(200)
        .header("WWW-Authenticate", nullValue());
  }

  private static ValidatableResponse put(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .header("Clausebook-Note", "A test")
        .contentType("application/json")
        .body("{}")
        .put("/v1/deals/x/dossier")
        .then();
  }

  private static void refused(String token) {
    put(token)
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
  }
}

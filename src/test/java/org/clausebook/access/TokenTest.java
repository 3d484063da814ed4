package org.clausebook.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    claims.setClaim("realm_access", Map.of("roles", List.of("curator")));
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
    refusedWith(claims -> claims.setIssuer("https://elsewhere.test"));
  }

  @Test
  void missingIssuerIsRefused() {
    refusedWith(claims -> claims.unsetClaim("iss"));
  }

  @Test
  void otherAudienceIsRefused() {
    refusedWith(claims -> claims.setAudience("another-service"));
  }

  @Test
  void missingAudienceIsRefused() {
    refusedWith(claims -> claims.unsetClaim("aud"));
  }

  @Test
  void expiredTokenIsRefused() {
    refusedWith(
        claims ->
            claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60)));
  }

  @Test
  void tokenWithoutEndIsRefused() {
    refusedWith(claims -> claims.unsetClaim("exp"));
  }

  @Test
  void tokenNotYetValidIsRefused() {
    refusedWith(
        claims -> claims.setNotBefore(NumericDate.fromSeconds(NumericDate.now().getValue() + 120)));
  }

  @Test
  void tokenWithoutSubjectIsRefused() {
    refusedWith(claims -> claims.unsetClaim("sub"));
  }

  /** Written as JSON has it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a\\ud800", "a\\u0000b", "two\\nlines", "a\\u2028b"})
  void subjectThatIsNoNameIsRefused(String subject) throws JoseException {
    JwtClaims claims = TestIssuer.claims("curator");
    JsonWebSignature signature = TestIssuer.signature(claims);
    signature.setPayload(
        claims
            .toJson()
            .replaceAll(
                "\"sub\":\"[^\"]*\"", Matcher.quoteReplacement("\"sub\":\"" + subject + '"')));
    refused(signature.getCompactSerialization());
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

  /** The id is looked up among the published keys, and nowhere else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../dev/null",
        "/dev/null",
        "' or '1'='1",
        "1; drop table publication",
        "http://elsewhere.test/key",
        "$(id)",
        "\u0000",
        ""
      })
  void keyIdIsOnlyAName(String id) throws JoseException {
    JsonWebSignature forged = TestIssuer.signature(TestIssuer.claims("curator"));
    forged.setKey(TestIssuer.key("own").getPrivateKey());
    forged.setKeyIdHeaderValue(id);
    refused(forged.getCompactSerialization());
    JsonWebSignature symmetric = TestIssuer.signature(TestIssuer.claims("curator"));
    symmetric.setAlgorithmHeaderValue("HS256");
    symmetric.setDoKeyValidation(false);
    // What an empty file would give.
    symmetric.setKey(new HmacKey(new byte[1]));
    symmetric.setKeyIdHeaderValue(id);
    refused(symmetric.getCompactSerialization());
  }

  @Test
  void certificateOfferedByTheTokenIsRefused() throws JoseException {
    JsonWebSignature offered = TestIssuer.signature(TestIssuer.claims("curator"));
    offered.setKey(TestIssuer.key("own").getPrivateKey());
    offered.setHeader("x5c", "MIIB");
    offered.setHeader("x5t", "AAAA");
    refused(offered.getCompactSerialization());
  }

  @Test
  void unknownCriticalHeaderIsRefused() throws JoseException {
    JsonWebSignature critical = TestIssuer.signature(TestIssuer.claims("curator"));
    critical.getHeaders().setObjectHeaderValue("crit", List.of("b65"));
    critical.setHeader("b65", "x");
    refused(critical.getCompactSerialization());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "..",
        "a.b.c.d.e",
        "eyJhbGciOiJub25lIn0..",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJSUzI1NiJ9.e30",
        "bnVsbA.bnVsbA.bnVsbA",
        "W10.W10.W10",
        "eyJ6aXAiOiJERUYiLCJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA"
      })
  void garbageIsRefused(String garbage) {
    refused(garbage);
  }

  @Test
  void rolesAreNotTakenFromSomewhereElse() {
    JwtClaims claims = TestIssuer.claims();
    claims.setStringClaim("scope", "curator admin");
    claims.setStringClaim("groups", "curator");
    claims.setClaim("resource_access", Map.of("clausebook", Map.of("roles", List.of("admin"))));
    put(TestIssuer.sign(claims)).statusCode(403);
  }

  @Test
  void hugeTokenIsRefusedAtTheDoor() {
    JwtClaims claims = TestIssuer.claims("curator");
    claims.setStringClaim("padding", "x".repeat(20_000));
    put(TestIssuer.sign(claims)).statusCode(431);
    claims.setStringClaim("padding", "x".repeat(9_000));
    put(TestIssuer.sign(claims)).statusCode(LET_IN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic Y3VyYXRvcjpjdXJhdG9y", "Bearer", "Bearer ", "Token x", "x"})
  void otherCredentialsAreRefused(String credentials) {
    given()
        .header("Authorization", credentials)
        .contentType("application/json")
        .body("{}")
        .put("/v1/deals/x/dossier")
        .then()
        .statusCode(401);
  }

  @Test
  void twoTokensAreRefused() {
    given()
        .header("Authorization", "Bearer " + TestIssuer.token("curator"), "Bearer x")
        .contentType("application/json")
        .body("{}")
        .put("/v1/deals/x/dossier")
        .then()
        .statusCode(401);
  }

  @Test
  void tokenInACookieOrTheContentIsNoToken() {
    given()
        .cookie("access_token", TestIssuer.token("admin"))
        .contentType("application/json")
        .body("{\"access_token\": \"" + TestIssuer.token("admin") + "\"}")
        .put("/v1/deals/x/dossier")
        .then()
        .statusCode(401);
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

  /** Also not to the tag: what is public is the same for all, and may be kept by caches. */
  @ParameterizedTest
  @ValueSource(strings = {"Bearer garbage", "Bearer", "Basic eDp5", "", "x"})
  void readersNeedNoTokenAndABadOneDoesNotHarm(String credentials) {
    for (String path :
        List.of(
            "/v1/deals/microsoft-openai/clauses",
            "/v1/changes",
            "/v1/search?q=azure",
            "/openapi")) {
      Response anonymous = given().get(path);
      Response other = given().header("Authorization", credentials).get(path);
      assertEquals(200, other.statusCode());
      assertEquals(anonymous.header("ETag"), other.header("ETag"));
      assertEquals(anonymous.header("Cache-Control"), other.header("Cache-Control"));
      assertNull(other.header("WWW-Authenticate"));
    }
  }

  @Test
  void goodTokenMakesNoDifferenceToAReader() {
    String path = "/v1/deals/microsoft-openai";
    Response curator =
        given().header("Authorization", "Bearer " + TestIssuer.token("admin")).get(path);
    assertEquals(given().get(path).asString(), curator.asString());
    assertTrue(curator.header("Cache-Control").startsWith("public"));
    assertFalse(curator.header("Vary").contains("Authorization"));
  }

  /** Who was let in, who was not and why, and never with what. */
  @Test
  @DisabledOnIntegrationTest("reads the log of this process")
  void logTellsOfRefusalsWithoutTokens() {
    JwtClaims over = TestIssuer.claims("curator");
    over.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
    String good = TestIssuer.token("curator");
    List<String> tokens =
        List.of(
            TestIssuer.sign(over),
            TestIssuer.token(),
            good.substring(0, good.length() - 9) + "AAAAAAAAA",
            "not.a.token");
    String all;
    try (LogLines log = new LogLines()) {
      tokens.forEach(TokenTest::put);
      all = log.text();
    }
    assertTrue(all.contains("token refused") && all.contains("Expiration"), all);
    assertTrue(all.contains("6f0c0f5e-curator") && all.contains("'curator' is needed"), all);
    tokens.forEach(each -> assertFalse(all.contains(each), all));
    tokens.stream()
        .flatMap(each -> Stream.of(each.split("\\.")))
        .filter(part -> part.length() > 20)
        .forEach(part -> assertFalse(all.contains(part), all));
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

  /** A good token but for one thing. */
  private static void refusedWith(Consumer<JwtClaims> bend) {
    JwtClaims claims = TestIssuer.claims("curator");
    bend.accept(claims);
    refused(TestIssuer.sign(claims));
  }

  private static void refused(String token) {
    put(token)
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
  }
}

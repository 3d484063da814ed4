package org.clausebook.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.TestIssuer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider is away, slow, or has new keys: readers notice nothing, and nobody hangs. */
@ClausebookTest
class IssuerTroubleTest {

  private static final int LET_IN = 428;

  @AfterEach
  void mend() {
    TestIssuer.answersAfter(Duration.ZERO);
    TestIssuer.isDown(false);
  }

  @Test
  void newKeyIsTakenUpWithinAMinute() throws Exception {
    RsaJsonWebKey key = TestIssuer.key("rotated-" + System.nanoTime());
    TestIssuer.publish(key);
    Instant from = Instant.now();
    int status = 0;
    while (status != LET_IN && from.plusSeconds(60).isAfter(Instant.now())) {
      status = put(signed(key)).statusCode();
      Thread.sleep(500);
    }
    assertEquals(LET_IN, status);
    assertEquals(LET_IN, put(TestIssuer.token("curator")).statusCode(), "the old key still counts");
  }

  @Test
  void providerThatIsDownStopsOnlyNewKeys() throws Exception {
    assertEquals(LET_IN, put(TestIssuer.token("curator")).statusCode());
    TestIssuer.isDown(true);
    assertEquals(LET_IN, put(TestIssuer.token("curator")).statusCode(), "its keys are known");
    unknownKeyIsToldSoon();
    given().get("/v1/deals").then().statusCode(200);
  }

  @Test
  void providerThatIsSlowHoldsNobodyUp() throws Exception {
    TestIssuer.answersAfter(Duration.ofSeconds(15));
    unknownKeyIsToldSoon();
    given().get("/v1/deals").then().statusCode(200);
  }

  /** The keys are asked for, unless they were a moment ago: then the token is refused at once. */
  private static void unknownKeyIsToldSoon() throws Exception {
    String token = signed(TestIssuer.key("unknown"));
    Instant end = Instant.now().plusSeconds(30);
    Response answer;
    do {
      Instant from = Instant.now();
      try (LogLines log = new LogLines()) {
        answer = put(token);
        assertFalse(log.text().contains(token.split("\\.")[1]), log::text);
      }
      assertTrue(Duration.between(from, Instant.now()).toSeconds() < 8, "it hung");
      assertTrue(answer.statusCode() == 401 || answer.statusCode() == 503, answer::asString);
      Thread.sleep(500);
    } while (answer.statusCode() != 503 && Instant.now().isBefore(end));
    answer.then().statusCode(503).header("Retry-After", matchesPattern("[0-9]+"));
  }

  private static String signed(RsaJsonWebKey key) throws JoseException {
    JsonWebSignature token = TestIssuer.signature(TestIssuer.claims("curator"));
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(key.getKeyId());
    return token.getCompactSerialization();
  }

  private static Response put(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .header("Clausebook-Note", "A test")
        .contentType("application/json")
        .body("{}")
        .put("/v1/deals/x/dossier");
  }
}

package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes: sections 1.3, 1.5 and 1.7 of the checklist, as far as they are about writing. */
@ClausebookTest
class WritesTest {

  private static final String YAML = "application/yaml";

  private String deal;
  private String dossier;
  private String tag;

  /** A deal of one's own, so that no other test meets it. */
  @BeforeEach
  void publish() {
    deal = "writes-" + UUID.randomUUID().toString().substring(0, 8);
    dossier = "/v1/deals/" + deal + "/dossier";
    Response created = as("curator").header("If-None-Match", "*").body(document("")).put(dossier);
    assertEquals(201, created.statusCode(), created::asString);
    tag = created.header("ETag");
  }

  @AfterEach
  void withdraw() {
    String now = given().accept(YAML).get(dossier).header("ETag");
    if (now != null) {
      as("admin").header("If-Match", now).delete(dossier);
    }
  }

  private static RequestSpecification as(String role) {
    return given()
        .header("Authorization", "Bearer " + TestIssuer.token(role))
        .header("Clausebook-Note", "A test")
        .accept(YAML)
        .contentType(YAML);
  }

  /** Each edition is another document. */
  private byte[] document(String edition) {
    return Dossiers.bytes(
        Dossiers.LIGHTHOUSE
                .replace("lighthouse", deal)
                .replaceAll("\\b(notice|gazette)\\b", deal + "-$1")
            + "# "
            + edition
            + "\n");
  }

  private byte[] other() {
    return Dossiers.bytes(
        new String(document(""), StandardCharsets.UTF_8)
            .replace("A fictional deal", "Another fictional deal"));
  }

  @Test
  void h33WritingWithoutAConditionIsAskedForOne() {
    as("curator")
        .body(document(""))
        .put(dossier)
        .then()
        .statusCode(428)
        .body("detail", containsString("If-Match"));
    as("admin").delete(dossier).then().statusCode(428);
  }

  @Test
  void h37RefusalNamesTheConditionThatFailed() {
    RequestSpecification both = as("curator").header("If-None-Match", "*").body(other());
    both.header("If-Match", tag)
        .put(dossier)
        .then()
        .statusCode(412)
        .body("detail", containsString("no If-None-Match"));
    as("curator")
        .header("If-Match", "\"x\"")
        .header("If-None-Match", "*")
        .body(other())
        .put(dossier)
        .then()
        .statusCode(412)
        .body("detail", containsString("the one that If-Match names"));
  }

  @Test
  void h95KeyIsLookedAtEvenWhereNothingIsWritten() {
    for (boolean dryRun : List.of(true, false)) {
      as("curator")
          .header("If-Match", tag)
          .header("Idempotency-Key", "two words")
          .queryParam("dryRun", dryRun)
          .body(other())
          .put(dossier)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("Idempotency-Key"));
    }
  }

  @Test
  void h57ValueIsQuotedNoLongerThanAnybodyReads() {
    String word = "x".repeat(19_000);
    as("curator")
        .header("If-Match", tag)
        .body(
            Dossiers.bytes(
                new String(document(""), StandardCharsets.UTF_8)
                    .replaceFirst("\nstatus: \\w+", "\nstatus: " + word)))
        .put(dossier)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("#/status"))
        .body("errors[0].detail.length()", lessThan(2_001))
        .body("errors[0].detail", containsString("xxx … xxx"));
  }

  @Test
  void h56SentenceAboutAControlCharacterIsWhole() {
    as("curator")
        .contentType("application/json")
        .header("If-Match", tag)
        .body(Dossiers.bytes("{\"deal\": \"a\tb\"}"))
        .put(dossier)
        .then()
        .statusCode(400)
        .body(
            "errors[0].detail",
            containsString("Illegal unquoted character with code 9: has to be escaped"));
  }

  @Test
  void h34TagOfAPartHoldsHoweverItsLanguageWasAskedFor() {
    String clause = "/v1/deals/" + deal + "/clauses/hosting";
    for (String lang : List.of("fr", "en")) {
      String read = given().queryParam("lang", lang).get(clause).header("ETag");
      for (String address : List.of(clause, clause + "?lang=" + lang)) {
        as("curator")
            .header("If-Match", read)
            .queryParam("dryRun", true)
            .body(Dossiers.bytes("id: hosting\n"))
            .put(address)
            .then()
            .statusCode(422);
      }
    }
  }

  /** Any tag that nothing has would let a write overtake what nobody has read. */
  @Test
  void h33IfNoneMatchNamesNoStateButTheAbsenceOfOne() {
    for (String condition : List.of("\"other\"", "W/\"other\"", "garbage")) {
      as("curator")
          .header("If-None-Match", condition)
          .body(other())
          .put(dossier)
          .then()
          .statusCode(428);
      as("admin").header("If-None-Match", condition).delete(dossier).then().statusCode(428);
      as("curator")
          .header("If-None-Match", condition)
          .delete("/v1/deals/" + deal + "/implications/cheaper-light")
          .then()
          .statusCode(428);
    }
    as("curator")
        .header("If-None-Match", "*", "*")
        .body(other())
        .put(dossier)
        .then()
        .statusCode(428);
    given().accept(YAML).get(dossier).then().header("ETag", equalTo(tag));
  }

  @Test
  void h38WhatIsNotThereAndWhatIsNoDocumentComeBeforeConditions() {
    String nowhere = "/v1/deals/no-such-deal/clauses/hosting";
    as("curator").body(Dossiers.bytes("id: hosting")).put(nowhere).then().statusCode(404);
    as("curator").delete(nowhere).then().statusCode(404);
    as("curator").delete("/v1/deals/" + deal + "/clauses/none").then().statusCode(404);
    as("curator").body(Dossiers.bytes("{")).put(dossier).then().statusCode(400);
    as("curator")
        .header("If-Match", "\"stale\"")
        .body(Dossiers.bytes("{"))
        .put(dossier)
        .then()
        .statusCode(400);
  }

  @Test
  void h34h35h37StaleAndWeakTagsAndWhatIsThereAlreadyFail() {
    for (String condition : List.of("\"stale\"", "W/" + tag)) {
      as("curator").header("If-Match", condition).body(other()).put(dossier).then().statusCode(412);
    }
    as("curator").header("If-None-Match", "*").body(other()).put(dossier).then().statusCode(412);
    given().accept(YAML).get(dossier).then().header("ETag", equalTo(tag));
  }

  @Test
  void h38WhoYouAreAndWhatYouSendComeBeforeConditions() {
    given()
        .contentType(YAML)
        .header("If-Match", "\"stale\"")
        .body(other())
        .put(dossier)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"));
    as("curator").header("If-Match", "\"stale\"").delete(dossier).then().statusCode(403);
    as("curator")
        .contentType("text/plain")
        .header("If-Match", "\"stale\"")
        .body("x")
        .put(dossier)
        .then()
        .statusCode(415);
  }

  @Test
  void h39OfManyWritersWithOneTagOneWins() throws Exception {
    var writers = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> write =
          () -> as("curator").header("If-Match", tag).body(other()).put(dossier).statusCode();
      List<Integer> statuses = new ArrayList<>();
      for (var written : writers.invokeAll(Collections.nCopies(8, write))) {
        statuses.add(written.get());
      }
      assertEquals(
          1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
      assertEquals(
          7, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void h40h93AnswersCarryTheNewTagAndTheAddress() {
    Response changed = as("curator").header("If-Match", tag).body(other()).put(dossier);
    assertEquals(200, changed.statusCode(), changed::asString);
    assertNotEquals(tag, changed.header("ETag"));
    assertEquals(changed.header("ETag"), given().accept(YAML).get(dossier).header("ETag"));
    as("admin").header("If-Match", changed.header("ETag")).delete(dossier).then().statusCode(204);
    Response again = as("curator").header("If-None-Match", "*").body(document("")).put(dossier);
    assertEquals(201, again.statusCode());
    assertTrue(again.header("Location").endsWith(dossier), again.header("Location"));
    assertTrue(again.header("Location").startsWith("http"));
  }

  @Test
  void h54h55ContentOfAnotherKindIsRefusedWithWhatIsTaken() {
    RawHttp.Answer none = RawHttp.send("PUT", dossier, "Content-Length: 0");
    assertEquals(415, none.status());
    assertTrue(none.header("Accept").contains("application/json"));
    RawHttp.Answer coded =
        RawHttp.send(
            "PUT", dossier, "Content-Type: " + YAML, "Content-Encoding: gzip", "Content-Length: 0");
    assertEquals(415, coded.status());
    assertEquals("identity", coded.header("Accept-Encoding"));
  }

  @Test
  void h56WhatCannotBeReadIsMalformedAndSaysWhere() {
    for (String content : List.of("{", "{\"a\":1,\"a\":2}", "[1,", "\u0000", "{} {}")) {
      Response answer =
          as("curator")
              .contentType("application/json")
              .header("If-Match", tag)
              .body(content)
              .put(dossier);
      assertTrue(List.of(400, 422).contains(answer.statusCode()), content + answer.asString());
      assertFalse(answer.asString().contains("jackson"), answer::asString);
    }
  }

  @Test
  void h57h98h99EverythingThatIsWrongWithContentIsToldWithItsPlace() {
    String wrong =
        new String(document(""), StandardCharsets.UTF_8)
            .replace("deal: " + deal, "deal: " + deal + "\ncreatedAt: now\nrevision: 7");
    as("curator")
        .header("If-Match", tag)
        .body(Dossiers.bytes(wrong))
        .put(dossier)
        .then()
        .statusCode(422)
        .body("errors.size()", equalTo(2))
        .body("errors.pointer", hasItem("#/createdAt"))
        .body("errors.pointer", hasItem("#/revision"));
  }

  @Test
  void h63h97WhatWasWithdrawnIsGoneAndSaysWhereItIsStillRead() {
    as("admin").header("If-Match", tag).delete(dossier).then().statusCode(204);
    as("admin").header("If-Match", tag).delete(dossier).then().statusCode(410);
    String last =
        given().get("/v1/deals/" + deal).then().statusCode(410).extract().path("lastRevision");
    given()
        .urlEncodingEnabled(false)
        .get(last.replaceAll("^https?://[^/]+", ""))
        .then()
        .statusCode(200);
  }

  @Test
  void h65ReadingLooksAtNoToken() {
    given().header("Authorization", "Bearer nonsense").get(dossier).then().statusCode(200);
    given()
        .header("Authorization", "Bearer nonsense")
        .header("If-Match", tag)
        .contentType(YAML)
        .body(other())
        .put(dossier)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("invalid_token"));
  }

  @Test
  void h94h95h96RepetitionIsAnsweredAsTheFirstTime() {
    String key = '"' + UUID.randomUUID().toString() + '"';
    Response first =
        as("curator")
            .header("If-Match", tag)
            .header("Idempotency-Key", key)
            .body(other())
            .put(dossier);
    Response second =
        as("curator")
            .header("If-Match", tag)
            .header("Idempotency-Key", key)
            .body(other())
            .put(dossier);
    assertEquals(200, first.statusCode(), first::asString);
    assertEquals(200, second.statusCode(), second::asString);
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("ETag"), second.header("ETag"));
    as("curator")
        .header("If-Match", tag)
        .header("Idempotency-Key", key)
        .body(document(""))
        .put(dossier)
        .then()
        .statusCode(422);
  }

  @Test
  void h106h108AnswersToWritersAreNotKept() {
    as("curator")
        .header("If-Match", tag)
        .queryParam("dryRun", true)
        .body(other())
        .put(dossier)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store");
    given().get(dossier).then().header("Cache-Control", containsString("public"));
  }

  @Test
  void h119WritersFromBrowsersBringATokenAndNoCookies() {
    RawHttp.Answer preflight =
        RawHttp.send(
            "OPTIONS",
            dossier,
            "Origin: https://example.org",
            "Access-Control-Request-Method: PUT",
            "Access-Control-Request-Headers: authorization, if-match");
    assertEquals("*", preflight.header("Access-Control-Allow-Origin"));
    assertNull(preflight.header("Access-Control-Allow-Credentials"));
    assertTrue(preflight.header("Access-Control-Allow-Headers").contains("Authorization"));
  }

  @Test
  void h64WhatIsInUseIsNotRemoved() {
    String clause = given().get("/v1/deals/" + deal + "/clauses").path("items[0].id");
    as("curator")
        .header("If-Match", tag)
        .delete("/v1/deals/" + deal + "/clauses/" + clause)
        .then()
        .statusCode(409)
        .body("errors.size()", greaterThan(0));
  }

  @Test
  void h80WalkMeetsEverythingThatWasThereThroughout() {
    List<String> before = given().queryParam("limit", 100).get("/v1/sources").path("items.id");
    List<String> throughout = before.stream().filter(id -> !id.startsWith(deal)).toList();
    List<String> walked = new ArrayList<>();
    String next = "/v1/sources?limit=7";
    for (int page = 0; next != null; page++) {
      Response answer =
          given().urlEncodingEnabled(false).get(next.replaceAll("^https?://[^/]+", ""));
      walked.addAll(answer.path("items.id"));
      next = answer.path("page.next");
      if (page == 1) {
        as("admin").header("If-Match", tag).delete(dossier).then().statusCode(204);
      } else if (page == 3) {
        as("curator")
            .header("If-None-Match", "*")
            .body(document("again"))
            .put(dossier)
            .then()
            .statusCode(201);
      }
    }
    assertEquals(throughout, walked.stream().filter(id -> !id.startsWith(deal)).toList());
    assertEquals(walked.size(), walked.stream().distinct().count());
  }

  @Test
  void h110PublicationIsSeenAtOnce() {
    String address = "/v1/deals/" + deal;
    String seen = given().get(address).header("ETag");
    as("curator").header("If-Match", tag).body(other()).put(dossier).then().statusCode(200);
    given()
        .header("If-None-Match", seen)
        .get(address)
        .then()
        .statusCode(200)
        .body("revision", equalTo(2));
  }
}

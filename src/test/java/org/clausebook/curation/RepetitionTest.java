package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FictionalDeal;
import org.clausebook.testsupport.TestDatabase;
import org.clausebook.testsupport.TestIssuer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** A write whose answer got lost is repeated with its Idempotency-Key, and written once. */
@ClausebookTest
class RepetitionTest {

  @Test
  void everyWriteIsRepeatedAsItWas() {
    try (FictionalDeal deal = new FictionalDeal()) {
      String key = key();
      Response created =
          with(key, "curator")
              .header("If-None-Match", "*")
              .body(deal.document(1))
              .put(deal.dossier());
      same(
          created,
          with(key, "curator")
              .header("If-None-Match", "*")
              .body(deal.document(1))
              .put(deal.dossier()));
      assertEquals(201, created.statusCode());

      String tag = deal.tag();
      String clause = deal.address() + "/implications/cheaper-light";
      Response removed = with(key, "curator").header("If-Match", tag).delete(clause);
      same(removed, with(key, "curator").header("If-Match", tag).delete(clause));
      assertEquals(200, removed.statusCode());

      String read = deal.tag();
      Map<String, Object> part =
          given()
              .accept("application/json")
              .get(deal.dossier())
              .path("clauses.find { it.id == 'hosting' }");
      part.put("theme", "economics");
      Supplier<Response> replace =
          () ->
              with(key, "curator")
                  .contentType("application/json")
                  .header("If-Match", read)
                  .body(part)
                  .put(deal.address() + "/clauses/hosting");
      Response replaced = replace.get();
      assertEquals(200, replaced.statusCode(), replaced::asString);
      assertNotNull(replaced.header("ETag"));
      same(replaced, replace.get());

      String last = deal.tag();
      Response withdrawn = with(key, "admin").header("If-Match", last).delete(deal.dossier());
      same(withdrawn, with(key, "admin").header("If-Match", last).delete(deal.dossier()));
      assertEquals(204, withdrawn.statusCode());
      given().get(deal.address() + "/revisions").then().body("items", hasSize(4));
    }
  }

  @Test
  void keyIsBoundToWhatIsWrittenWhereAndByWhom() {
    try (FictionalDeal deal = new FictionalDeal();
        FictionalDeal other = new FictionalDeal()) {
      String key = key();
      create(with(key, "curator"), deal, 1).then().statusCode(201);
      create(with(key, "curator"), deal, 2).then().statusCode(422);
      create(with(key, "curator").header("Clausebook-Change", "editorial"), deal, 1)
          .then()
          .statusCode(422);
      // Another address or another person: another key.
      create(with(key, "curator"), other, 1).then().statusCode(201);
      JwtClaims somebody = TestIssuer.claims("curator");
      somebody.setSubject("somebody-else");
      create(
              given()
                  .header("Authorization", "Bearer " + TestIssuer.sign(somebody))
                  .header("Clausebook-Note", "A test")
                  .header("Idempotency-Key", key)
                  .contentType("application/yaml"),
              deal,
              1)
          .then()
          .statusCode(412);
    }
  }

  /** What was refused or only tried changed nothing, and leaves the key free. */
  @Test
  void refusedAndTriedWritesAreNotRemembered() {
    try (FictionalDeal deal = new FictionalDeal()) {
      String key = key();
      with(key, "curator")
          .header("If-None-Match", "*")
          .body(Dossiers.bytes("deal: x\n"))
          .put(deal.dossier())
          .then()
          .statusCode(422);
      create(with(key, "curator").queryParam("dryRun", true), deal, 1).then().statusCode(200);
      create(with(key, "curator"), deal, 1).then().statusCode(201);
    }
  }

  @Test
  void ofTwentyAtOnceOneIsWritten() throws Exception {
    try (FictionalDeal deal = new FictionalDeal()) {
      String key = key();
      ExecutorService clients = Executors.newFixedThreadPool(20);
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(clients.submit(() -> create(with(key, "curator"), deal, 1)));
      }
      int made = 0;
      for (Future<Response> each : answers) {
        int status = each.get().statusCode();
        assertTrue(status == 201 || status == 409, "answered " + status);
        made += status == 201 ? 1 : 0;
      }
      clients.shutdown();
      assertTrue(made >= 1);
      create(with(key, "curator"), deal, 1).then().statusCode(201);
      given().get(deal.address() + "/revisions").then().body("items", hasSize(1));
    }
  }

  /** The key is written with the write, or neither is. */
  @Test
  void writeThatDiesLeavesTheKeyFree() throws SQLException {
    try (FictionalDeal deal = new FictionalDeal()) {
      String key = key();
      execute(
          "create or replace function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$");
      execute("create trigger die after insert on repeatable_write execute function die()");
      try {
        create(with(key, "curator"), deal, 1).then().statusCode(503);
      } finally {
        execute("drop trigger die on repeatable_write");
      }
      given().get(deal.address()).then().statusCode(404);
      create(with(key, "curator"), deal, 1).then().statusCode(201);
      create(with(key, "curator"), deal, 1).then().statusCode(201);
      given().get(deal.address() + "/revisions").then().body("items", hasSize(1));
    }
  }

  @Test
  void keyIsFreeAgainAfterADay() throws SQLException {
    try (FictionalDeal deal = new FictionalDeal()) {
      String key = key();
      create(with(key, "curator"), deal, 1).then().statusCode(201);
      execute("update repeatable_write set written_at = written_at - interval '24 hours'");
      create(with(key, "curator"), deal, 1).then().statusCode(412);
    }
  }

  @Test
  void keyThatIsNoneIsRefused() {
    try (FictionalDeal deal = new FictionalDeal()) {
      for (String key : List.of("\"\"", "a b", "x".repeat(256), "é")) {
        create(with(key, "curator"), deal, 1).then().statusCode(400);
      }
    }
  }

  private static Response create(RequestSpecification request, FictionalDeal deal, int edition) {
    return request.header("If-None-Match", "*").body(deal.document(edition)).put(deal.dossier());
  }

  private static RequestSpecification with(String key, String role) {
    return FictionalDeal.as(role).header("Idempotency-Key", key);
  }

  private static String key() {
    return '"' + UUID.randomUUID().toString() + '"';
  }

  private static void same(Response first, Response second) {
    assertEquals(first.statusCode(), second.statusCode(), second::asString);
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("Location"), second.header("Location"));
    assertEquals(first.header("Content-Type"), second.header("Content-Type"));
    assertEquals(first.header("ETag"), second.header("ETag"));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection owner = TestDatabase.owner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}

package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clausebook.dossier.DossierParser;
import org.clausebook.revision.AuditChain;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.CopiedDeal;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.TestDatabase;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;

/** A curator's work, from the first publication of a deal to its withdrawal and back. */
@ClausebookTest
class CurationTest {

  @Inject AuditChain audit;

  @Test
  void firstPublicationCreatesAndItsTagIsThatOfTheNextReading() {
    String deal = fresh();
    Response created = create(deal);
    assertEquals(201, created.statusCode(), created::asString);
    Response read = given().accept("application/json").get(address(deal));
    assertEquals(created.header("ETag"), read.header("ETag"));
    given().get("/v1/deals/" + deal + "/revisions").then().body("items", hasSize(1));
  }

  @Test
  void whatIsThereIsNotCreatedAgain() {
    String deal = fresh();
    create(deal);
    assertEquals(412, create(deal).statusCode());
  }

  @Test
  void replacingNeedsTheTagThatStands() {
    String deal = fresh();
    String tag = create(deal).header("ETag");
    as("curator").body(document(deal, 2)).put(address(deal)).then().statusCode(428);
    as("curator")
        .header("If-Match", "W/" + tag)
        .body(document(deal, 2))
        .put(address(deal))
        .then()
        .statusCode(412);
    as("curator")
        .header("If-Match", tag)
        .body(document(deal, 2))
        .put(address(deal))
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("changes[0].fields.pointer", hasItem("#/title/en"));
    as("curator")
        .header("If-Match", tag)
        .body(document(deal, 3))
        .put(address(deal))
        .then()
        .statusCode(412);
  }

  @Test
  void tryingWritesNothing() {
    String deal = fresh();
    String tag = create(deal).header("ETag");
    as("curator")
        .header("If-Match", tag)
        .queryParam("dryRun", true)
        .body(document(deal, 2))
        .put(address(deal))
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("revision", equalTo(2));
    assertEquals(tag, given().accept("application/json").get(address(deal)).header("ETag"));
  }

  @Test
  void noteIsNeeded() {
    given()
        .header("Authorization", "Bearer " + TestIssuer.token("curator"))
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body("{}")
        .put(address(fresh()))
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Clausebook-Note"));
  }

  @Test
  void brokenDossierIsRefusedWithEverythingThatIsWrong() {
    as("curator")
        .header("If-None-Match", "*")
        .body("{\"deal\": \"Not A Slug\"}")
        .put(address(fresh()))
        .then()
        .statusCode(422)
        .body("errors.size()", org.hamcrest.Matchers.greaterThan(1))
        .body("errors[0].pointer", notNullValue());
  }

  @Test
  void repetitionIsAnsweredAsTheFirstTimeAndWrittenOnce() {
    String deal = fresh();
    String key = '"' + UUID.randomUUID().toString() + '"';
    Response first = repeatable(key, deal, 1);
    Response second = repeatable(key, deal, 1);
    assertEquals(201, first.statusCode(), first::asString);
    assertEquals(201, second.statusCode(), second::asString);
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("ETag"), second.header("ETag"));
    assertEquals(422, repeatable(key, deal, 2).statusCode());
    given().get("/v1/deals/" + deal + "/revisions").then().body("items", hasSize(1));
  }

  @Test
  void onlyAnAdminWithdrawsAndPublishingBringsBack() {
    String deal = fresh();
    String tag = create(deal).header("ETag");
    as("curator").header("If-Match", tag).delete(address(deal)).then().statusCode(403);
    as("admin").header("If-Match", tag).delete(address(deal)).then().statusCode(204);
    given().get(address(deal)).then().statusCode(410).body("lastRevision", notNullValue());
    as("admin").header("If-Match", tag).delete(address(deal)).then().statusCode(410);
    given().get("/v1/deals/" + deal + "/revisions/1").then().statusCode(200);
    assertEquals(201, create(deal).statusCode());
  }

  @Test
  void partInUseIsNotRemovedAndABrokenOneNotPut() {
    String deal = fresh();
    String tag = create(deal).header("ETag");
    String clause = "/v1/deals/" + deal + "/clauses/ip-exclusivity";
    as("curator").header("If-Match", tag).delete(clause).then().statusCode(409);
    as("curator").header("If-Match", tag).body("{}").put(clause).then().statusCode(422);
  }

  @Test
  void ofFiftyWritersWithOneTagOneWins() throws Exception {
    String deal = fresh();
    String tag = create(deal).header("ETag");
    ExecutorService writers = Executors.newFixedThreadPool(50);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      byte[] document = document(deal, 100 + i);
      answers.add(
          writers.submit(
              () ->
                  as("curator")
                      .header("If-Match", tag)
                      .body(document)
                      .put(address(deal))
                      .statusCode()));
    }
    int won = 0;
    for (Future<Integer> answer : answers) {
      int status = answer.get();
      assertTrue(status == 200 || status == 412, "answered " + status);
      won += status == 200 ? 1 : 0;
    }
    writers.shutdown();
    assertEquals(1, won);
    given().get("/v1/deals/" + deal + "/revisions").then().body("items", hasSize(2));
  }

  @Test
  void writerKilledAnywhereLeavesTheOldState() throws SQLException {
    String deal = fresh();
    String tag = create(deal).header("ETag");
    for (String table : List.of("publication", "revision", "deal", "citation", "dossier")) {
      execute(
          "create or replace function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$");
      execute("create trigger die after insert or update on " + table + " execute function die()");
      try {
        as("curator")
            .header("If-Match", tag)
            .body(document(deal, 2))
            .put(address(deal))
            .then()
            .statusCode(503);
      } finally {
        execute("drop trigger die on " + table);
      }
      assertEquals(tag, given().accept("application/json").get(address(deal)).header("ETag"));
    }
    assertEquals(List.of(), audit.verify().faults());
  }

  @Test
  void tamperingIsRefusedAndWhereForcedFound() throws SQLException {
    create(fresh());
    assertEquals(List.of(), audit.verify().faults());
    try {
      execute("update publication set note = 'another' where dataset = 1");
      throw new AssertionError("the database lets the past be changed");
    } catch (SQLException expected) {
      assertEquals("23001", expected.getSQLState());
    }
    execute("alter table publication disable trigger publication_is_final");
    execute("update publication set note = note || ' ' where dataset = 1");
    try {
      assertTrue(audit.verify().faults().toString().contains("line 1"));
    } finally {
      execute("update publication set note = rtrim(note) where dataset = 1");
      execute("alter table publication enable trigger publication_is_final");
    }
    assertEquals(List.of(), audit.verify().faults());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = TestDatabase.owner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Response repeatable(String key, String deal, int edition) {
    return as("curator")
        .header("If-None-Match", "*")
        .header("Idempotency-Key", key)
        .body(document(deal, edition))
        .put(address(deal));
  }

  private static Response create(String deal) {
    return as("curator").header("If-None-Match", "*").body(document(deal, 1)).put(address(deal));
  }

  private static RequestSpecification as(String role) {
    return given()
        .header("Authorization", "Bearer " + TestIssuer.token(role))
        .header("Clausebook-Note", "A test")
        .contentType("application/json");
  }

  private static byte[] document(String deal, int edition) {
    return DossierParser.json(CopiedDeal.of(Dossiers.microsoftOpenAi(), deal, edition));
  }

  private static String address(String deal) {
    return "/v1/deals/" + deal + "/dossier";
  }

  private static String fresh() {
    return "copy-" + UUID.randomUUID().toString().substring(0, 8);
  }
}

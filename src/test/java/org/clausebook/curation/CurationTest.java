package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clausebook.revision.AuditChain;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FictionalDeal;
import org.clausebook.testsupport.TestDatabase;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A curator's work, from the first publication of a deal to its withdrawal and back. */
@ClausebookTest
class CurationTest {

  @Inject AuditChain audit;

  @Test
  void firstPublicationCreatesAndItsTagIsThatOfTheNextReading() {
    FictionalDeal deal = new FictionalDeal();
    Response created = deal.create();
    assertEquals(201, created.statusCode(), created::asString);
    assertTrue(created.header("Location").endsWith(deal.dossier()));
    assertEquals(created.header("ETag"), deal.tag());
    given().get(deal.address() + "/revisions").then().body("items", hasSize(1));
  }

  @Test
  void whatIsThereIsNotCreatedAgain() {
    FictionalDeal deal = FictionalDeal.published();
    assertEquals(412, deal.create().statusCode());
  }

  @Test
  void replacingNeedsTheTagThatStands() {
    FictionalDeal deal = FictionalDeal.published();
    String tag = deal.tag();
    FictionalDeal.as("curator").body(deal.document(2)).put(deal.dossier()).then().statusCode(428);
    replace(deal, "W/" + tag, 2).then().statusCode(412);
    replace(deal, tag, 2)
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("changes[0].fields.pointer", hasItem("#/title/en"));
    replace(deal, tag, 3).then().statusCode(412);
  }

  /** The tag of any form of the dossier will do. */
  @Test
  void whoeverReadsJsonMayWriteYaml() {
    FictionalDeal deal = FictionalDeal.published();
    String json = given().accept("application/json").get(deal.dossier()).header("ETag");
    assertNotEquals(json, deal.tag());
    replace(deal, json, 2).then().statusCode(200);
  }

  @Test
  void publishingWhatStandsMakesNoRevision() {
    FictionalDeal deal = FictionalDeal.published();
    replace(deal, deal.tag(), 1)
        .then()
        .statusCode(200)
        .body("revision", equalTo(1))
        .body("changes", hasSize(0));
    given().get(deal.address() + "/revisions").then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[1]", "5", "\"x\"", "true"})
  void whatIsNoPartIsToldSoAndNothingElse(String content) {
    FictionalDeal deal = FictionalDeal.published();
    FictionalDeal.as("curator")
        .contentType("application/json")
        .header("If-Match", deal.tag())
        .body(Dossiers.bytes(content))
        .put(deal.address() + "/clauses/hosting")
        .then()
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("#"))
        .body("errors[0].detail", containsString("group of fields"));
  }

  @Test
  void partUnderNoNameOrAnotherIsToldAllThatIsWrong() {
    FictionalDeal deal = FictionalDeal.published();
    for (String name : List.of("", "id: harbour\n")) {
      FictionalDeal.as("curator")
          .header("If-Match", deal.tag())
          .body(Dossiers.bytes(name + "theme: nowhere\nfoo: 1\n"))
          .put(deal.address() + "/clauses/hosting")
          .then()
          .statusCode(422)
          .body("errors.pointer", hasItems("#/id", "#/theme", "#/foo", "#/title"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /dossier, 200",
    "PUT, /clauses/hosting, 200",
    "DELETE, /implications/cheaper-light, 200",
    "DELETE, /clauses/hosting, 409",
    "DELETE, /dossier, 204"
  })
  void tryingWritesNothing(String method, String path, int status) {
    FictionalDeal deal = FictionalDeal.published();
    String tag = deal.tag();
    int before = dataset();
    byte[] content =
        path.equals("/dossier")
            ? deal.document(2)
            : Dossiers.bytes(
                """
                id: hosting
                theme: cloudAndCompute
                title: {fr: "Phare", en: "Lamp"}
                subject: {fr: "Qui ?", en: "Who?"}
                terms:
                  - from: 2024-05-02
                    introducedBy: first-act
                    text: {fr: "Oui.", en: "Yes."}
                    cites: [%1$s-notice/n1]
                effects:
                  - instrument: first-act
                    kind: created
                    text: {fr: "Née.", en: "Born."}
                    cites: [%1$s-notice/n1]
                """
                    .formatted(deal.slug));
    Response tried =
        (method.equals("PUT") ? FictionalDeal.as("admin").body(content) : FictionalDeal.as("admin"))
            .header("If-Match", tag)
            .queryParam("dryRun", true)
            .request(method, deal.address() + path);
    assertEquals(status, tried.statusCode(), tried::asString);
    if (status == 200) {
      tried.then().body("dryRun", equalTo(true)).body("revision", equalTo(2));
    }
    assertEquals(tag, deal.tag());
    assertEquals(before, dataset());
  }

  @Test
  void noteIsNeeded() {
    FictionalDeal deal = new FictionalDeal();
    given()
        .header("Authorization", "Bearer " + org.clausebook.testsupport.TestIssuer.token("curator"))
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body("{}")
        .put(deal.dossier())
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Clausebook-Note"));
  }

  @Test
  void brokenDossierIsRefusedWithEverythingThatIsWrong() {
    FictionalDeal.as("curator")
        .header("If-None-Match", "*")
        .body(Dossiers.bytes("deal: Not A Slug\n"))
        .put(new FictionalDeal().dossier())
        .then()
        .statusCode(422)
        .body("errors.size()", greaterThan(1))
        .body("errors[0].pointer", notNullValue());
  }

  @Test
  void dossierOfAnotherDealIsRefused() {
    FictionalDeal deal = new FictionalDeal();
    FictionalDeal.as("curator")
        .header("If-None-Match", "*")
        .body(new FictionalDeal().document(1))
        .put(deal.dossier())
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("#/deal"));
  }

  @Test
  void partIsReplacedAddedAndRemovedEachAsOneRevision() {
    FictionalDeal deal = FictionalDeal.published();
    String address = deal.address() + "/implications/cheaper-light";
    String tag = given().get(address).header("ETag");
    FictionalDeal.as("curator")
        .header("If-Match", tag)
        .delete(address)
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("changes[0].change", equalTo("removed"));
    given().get(address).then().statusCode(404);
    FictionalDeal.as("curator")
        .header("If-Match", deal.tag())
        .delete(address)
        .then()
        .statusCode(404);
  }

  @Test
  void sourceOfTheReferenceIsNamedAsReadAndAtFault() {
    String source = "iea-energy-and-ai-afp";
    FictionalDeal deal = new FictionalDeal();
    String document =
        deal.text(1)
            .replace("sourcesRead: [", "sourcesRead: [" + source + ", ")
            .replace(
                "unknowns:\n",
                """
                  - id: forecast-outdated
                    source: iea-energy-and-ai-afp
                    statements: [iea-energy-and-ai-afp/forecast]
                    verdict: outdated
                    title: {fr: "Prévision", en: "Forecast"}
                    says: {fr: "945 TWh", en: "945 TWh"}
                    reading: {fr: "Autre", en: "Other"}
                    why: {fr: "Plus récent.", en: "Newer."}
                    cites: [%s-notice/n2]

                unknowns:
                """
                    .formatted(deal.slug));
    deal.create(document).then().statusCode(201);
    given()
        .get(deal.address() + "/unknowns")
        .then()
        .body("items[0].sourcesRead[0].id", equalTo(source))
        .body("items[0].sourcesRead[0].title", containsString("Energy and AI"))
        .body("items[0].sourcesRead[0].link", containsString("/v1/sources/" + source));
    given()
        .get(deal.address() + "/discrepancies?source=" + source)
        .then()
        .body("items.id", contains("forecast-outdated"))
        .body("items[0].statements[0].source", equalTo(source));
    given()
        .get("/v1/sources/" + source + "/statements")
        .then()
        .body("items.find { it.id == 'forecast' }.discrepancies.dossier", contains(deal.slug));
    FictionalDeal.as("curator")
        .header(
            "If-Match",
            given().accept("application/yaml").get("/v1/reference/dossier").header("ETag"))
        .body(Dossiers.bytes(Dossiers.REFERENCE.replace(source, "another-source")))
        .put("/v1/reference/dossier")
        .then()
        .statusCode(409)
        .body("errors.detail", hasItem(containsString("There is no source '" + source + "'")));
  }

  @Test
  void aStakeholderThatWasAddedIsReadWhereItWasPut() {
    FictionalDeal deal = FictionalDeal.published();
    byte[] part =
        Dossiers.bytes(
            """
            stakeholder: cnil
            role: regulator
            concern: {fr: "Elle regarde.", en: "It watches."}
            cites: [%s-notice/n1]
            """
                .formatted(deal.slug));
    Response added =
        FictionalDeal.as("curator")
            .header("If-None-Match", "*")
            .body(part)
            .put(deal.address() + "/stakeholders/cnil");
    assertEquals(201, added.statusCode(), added::asString);
    String address = deal.address() + "/stakeholders/cnil";
    assertTrue(added.header("Location").endsWith(address));
    Response read = given().get(address);
    read.then()
        .statusCode(200)
        .body("id", equalTo("cnil"))
        .body("revision", equalTo(2))
        .body("links.stakeholder", endsWith("/v1/stakeholders/cnil"));
    FictionalDeal.as("curator")
        .header("If-Match", read.header("ETag"))
        .body(part)
        .put(deal.address() + "/stakeholders/cnil")
        .then()
        .statusCode(200);
    given()
        .get(deal.address() + "/stakeholders/cnyl")
        .then()
        .statusCode(404)
        .body("detail", containsString("did you mean 'cnil'?"));
  }

  /** Otherwise a deal could not be brought back, nor a past answer be followed to its source. */
  @Test
  void aSourceStaysWithADealThatWasWithdrawn() {
    FictionalDeal first = FictionalDeal.published();
    first.withdraw().then().statusCode(204);
    FictionalDeal second = new FictionalDeal();
    String taking =
        new String(second.document(1), StandardCharsets.UTF_8)
            .replace(second.slug + "-notice", first.slug + "-notice");
    FictionalDeal.as("curator")
        .header("If-None-Match", "*")
        .body(Dossiers.bytes(taking))
        .put(second.dossier())
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("#/sources/0/id"))
        .body("errors[0].detail", containsString(first.slug));
    first.create().then().statusCode(201);
    first.close();
  }

  @Test
  void referenceKeepsWhatDealsReferTo() {
    FictionalDeal.published();
    String tag = given().accept("application/yaml").get("/v1/reference/dossier").header("ETag");
    FictionalDeal.as("curator")
        .header("If-Match", tag)
        .body(Dossiers.bytes(Dossiers.REFERENCE.replaceAll("\\bcnil\\b", "cnil-renamed")))
        .put("/v1/reference/dossier")
        .then()
        .statusCode(409)
        .body("errors.detail", hasItem(containsString("There is no stakeholder 'cnil'")));
    FictionalDeal.as("curator")
        .header("If-Match", tag)
        .queryParam("dryRun", true)
        .body(Dossiers.bytes(Dossiers.REFERENCE))
        .put("/v1/reference/dossier")
        .then()
        .statusCode(200);
    FictionalDeal.as("curator")
        .header("If-None-Match", "*")
        .body(Dossiers.bytes(Dossiers.REFERENCE))
        .put("/v1/reference/dossier")
        .then()
        .statusCode(412);
  }

  @Test
  void withdrawnDealSaysWhyAndIsBroughtBack() {
    FictionalDeal deal = FictionalDeal.published();
    String tag = deal.tag();
    deal.withdraw().then().statusCode(204);
    String last =
        given()
            .get(deal.address())
            .then()
            .statusCode(410)
            .body("detail", containsString("A test"))
            .extract()
            .path("lastRevision");
    URI pinned = URI.create(last);
    given()
        .urlEncodingEnabled(false)
        .get(pinned.getRawPath() + "?" + pinned.getRawQuery())
        .then()
        .statusCode(200)
        .body("revision", equalTo(1));
    FictionalDeal.as("admin").header("If-Match", tag).delete(deal.dossier()).then().statusCode(410);
    given().get(deal.address() + "/revisions/1").then().statusCode(200);
    assertEquals(201, deal.create().statusCode());
    given().get(deal.address()).then().statusCode(200).body("revision", equalTo(2));
  }

  @Test
  void pastRevisionIsRestoredByPublishingIt() {
    FictionalDeal deal = FictionalDeal.published();
    deal.publish(2).then().statusCode(200);
    String past =
        given().get(deal.address() + "/revisions/1").jsonPath().getString("links.dossier");
    byte[] document =
        given()
            .urlEncodingEnabled(false)
            .accept("application/yaml")
            .get(past.substring(past.indexOf("/v1/")))
            .asByteArray();
    FictionalDeal.as("curator")
        .header("If-Match", deal.tag())
        .body(document)
        .put(deal.dossier())
        .then()
        .statusCode(200)
        .body("revision", equalTo(3));
    assertEquals(hash(deal, 1), hash(deal, 3));
    given().get(deal.address() + "/revisions/3?comparedWith=1").then().body("changes", hasSize(0));
  }

  @RepeatedTest(5)
  void ofFiftyWritersWithOneTagOneWinsAndReadersSeeOneStateOrTheOther() throws Exception {
    FictionalDeal deal = FictionalDeal.published();
    String tag = deal.tag();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService clients = Executors.newFixedThreadPool(51);
    Future<Set<String>> read =
        clients.submit(
            () -> {
              Set<String> titles = new HashSet<>();
              while (!over.get()) {
                Response answer = given().get(deal.address());
                assertEquals(200, answer.statusCode());
                titles.add(answer.jsonPath().getString("title"));
              }
              return titles;
            });
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int edition = 100 + i;
      answers.add(clients.submit(() -> replace(deal, tag, edition).statusCode()));
    }
    int won = 0;
    for (Future<Integer> answer : answers) {
      int status = answer.get();
      assertTrue(status == 200 || status == 412, "answered " + status);
      won += status == 200 ? 1 : 0;
    }
    over.set(true);
    assertEquals(1, won);
    assertTrue(read.get().size() <= 2, "readers saw " + read.get());
    clients.shutdown();
    given().get(deal.address() + "/revisions").then().body("items", hasSize(2));
  }

  @RepeatedTest(5)
  void writerKilledAnywhereLeavesTheOldState() throws SQLException {
    FictionalDeal deal = FictionalDeal.published();
    String tag = deal.tag();
    for (String table : List.of("publication", "revision", "deal", "citation", "dossier")) {
      execute(
          "create or replace function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$");
      execute("create trigger die after insert or update on " + table + " execute function die()");
      try {
        replace(deal, tag, 2).then().statusCode(503);
      } finally {
        execute("drop trigger die on " + table);
      }
      assertEquals(tag, deal.tag());
    }
    assertEquals(List.of(), audit.verify().faults());
  }

  @RepeatedTest(5)
  void tamperingIsRefusedAndWhereForcedFound() throws SQLException {
    FictionalDeal.published();
    assertEquals(List.of(), audit.verify().faults());
    String change = "update publication set note = 'another' where dataset = 1";
    assertEquals("23001", assertThrows(SQLException.class, () -> execute(change)).getSQLState());
    execute("alter table publication disable trigger publication_is_final");
    try {
      execute("update publication set note = note || ' ' where dataset = 1");
      assertTrue(audit.verify().faults().get(0).startsWith("line 1 (reference, revision 1)"));
    } finally {
      execute("update publication set note = rtrim(note) where dataset = 1");
      execute("alter table publication enable trigger publication_is_final");
    }
    assertEquals(List.of(), audit.verify().faults());
  }

  private static Response replace(FictionalDeal deal, String tag, int edition) {
    return FictionalDeal.as("curator")
        .header("If-Match", tag)
        .body(deal.document(edition))
        .put(deal.dossier());
  }

  private static String hash(FictionalDeal deal, int revision) {
    return given()
        .get(deal.address() + "/revisions/" + revision)
        .jsonPath()
        .getString("contentHash");
  }

  private static int dataset() {
    return given().get("/v1").then().extract().path("dataset");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = TestDatabase.owner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

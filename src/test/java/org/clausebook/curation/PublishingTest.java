package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Scanner;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;

/**
 * One publication, followed through everything that tells of it. It asks over HTTP alone, so that
 * it says the same of a test run, a jar, a container and a native binary.
 */
@ClausebookTest
class PublishingTest {

  private static final String DEAL = "/v1/deals/beacon";
  private static final String DOSSIER = DEAL + "/dossier";
  private static final String YAML = "application/yaml";

  @Test
  void publicationIsToldEverywhereAndItsWithdrawalToo() throws Exception {
    int before = given().get("/v1").path("dataset");
    Response created =
        as("curator").header("If-None-Match", "*").body(Dossiers.bytes(document())).put(DOSSIER);
    assertEquals(201, created.statusCode(), created::asString);
    try {
      String tag = given().accept(YAML).get(DOSSIER).header("ETag");
      given().get("/v1").then().body("dataset", equalTo(before + 1));
      given().get(DEAL + "?lang=fr").then().statusCode(200).header("Content-Language", "fr");
      given().get("/v1/deals").then().body("items.id", hasItem("beacon"));
      given()
          .get("/v1/search?q=lighthouse&deal=beacon")
          .then()
          .statusCode(200)
          .body("items.deal", hasItem("beacon"));
      given()
          .accept("application/atom+xml")
          .get("/v1/changes?deal=beacon")
          .then()
          .statusCode(200)
          .body(containsString("beacon"));
      assertTrue(firstEventAfter(before).contains("\"beacon\""));
      as("curator")
          .header("If-Match", "\"stale\"")
          .body(Dossiers.bytes(document()))
          .put(DOSSIER)
          .then()
          .statusCode(412);
      as("curator")
          .header("If-Match", tag)
          .queryParam("dryRun", true)
          .body(Dossiers.bytes(document().replace("deal: beacon", "deal: bea con")))
          .put(DOSSIER)
          .then()
          .statusCode(422)
          .body("errors.pointer", hasItem("#/deal"));
    } finally {
      String tag = given().accept(YAML).get(DOSSIER).header("ETag");
      as("admin").header("If-Match", tag).delete(DOSSIER).then().statusCode(204);
    }
    given().get(DEAL).then().statusCode(410);
    given().get(DEAL + "/revisions/1").then().statusCode(200);
  }

  /** The stream stays open: what it says first is read, then it is left. */
  private static String firstEventAfter(int dataset) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/changes/stream"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Integer.toString(dataset))
            .timeout(Duration.ofSeconds(10))
            .build();
    try (InputStream events =
            HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
        Scanner lines = new Scanner(events, StandardCharsets.UTF_8)) {
      return lines.findWithinHorizon(Pattern.compile("(?m)^data: .*$"), 100_000);
    }
  }

  private static RequestSpecification as(String role) {
    return given()
        .header("Authorization", "Bearer " + TestIssuer.token(role))
        .header("Clausebook-Note", "A test")
        .contentType(YAML);
  }

  /** Under names of its own, so that no other test meets it. */
  private static String document() {
    return Dossiers.LIGHTHOUSE
        .replace("lighthouse", "beacon")
        .replaceAll("\\b(notice|gazette)\\b", "beacon-$1");
  }
}

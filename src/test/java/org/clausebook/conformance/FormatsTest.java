package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;

/** Formats, observability and headers for security: section 1.9 of the checklist. */
@ClausebookTest
class FormatsTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

  private static final List<String> KNOWN = List.of("day", "month", "year");

  @Test
  void h130LinksStandOnTheConfiguredAddress() {
    RawHttp.Answer answer =
        RawHttp.send("GET", DEAL, "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example");
    assertFalse(answer.text().contains("evil"));
    assertFalse(
        RawHttp.send("GET " + DEAL + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
            .text()
            .contains("evil"));
  }

  @Test
  void h131AbsentIsNotNull() {
    assertFalse(given().get(CLAUSES).asString().contains(":null"));
  }

  @Test
  void h134RequestIdIsGivenOrTakenOver() {
    assertEquals(
        "my-request-1",
        RawHttp.send("GET", DEAL, "X-Request-Id: my-request-1").header("X-Request-Id"));
    for (String bad : List.of("short", "with space 123", "<script>alert", "x".repeat(65))) {
      assertNotEquals(
          bad, RawHttp.send("GET", DEAL, "X-Request-Id: " + bad).header("X-Request-Id"));
    }
  }

  @Test
  void h135h137HeadersForSecurityAndNoneThatTell() {
    for (String target : List.of(DEAL, "/v1/nothing", "/openapi", "/assets/swagger-ui.js")) {
      RawHttp.Answer answer = RawHttp.send("GET", target);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("no-referrer", answer.header("Referrer-Policy"));
      assertTrue(answer.header("Strict-Transport-Security").contains("includeSubDomains"));
      assertEquals(
          "default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
      assertNull(answer.header("Server"));
      assertNull(answer.header("X-Powered-By"));
    }
  }

  @Test
  void h123InstantsAreUtcAndOffsetsAreTaken() {
    given().get(DEAL).then().body("knownAt", matchesPattern("[-0-9]{10}T[0-9:.]{8,}Z"));
    for (String instant :
        List.of("2099-01-01T00:00:00+14:00", "2099-01-01T00:00:00.123Z", "9999-12-31T23:59:59Z")) {
      given().queryParam("knownAt", instant).get(DEAL).then().statusCode(200);
    }
    given().queryParam("knownAt", "0001-01-01T00:00:00Z").get(DEAL).then().statusCode(404);
    for (String instant :
        List.of("2026-01-01T00:00:00", "+999999999-12-31T23:59:59Z", "2016-12-31T23:59:60Z")) {
      given().queryParam("knownAt", instant).get(DEAL).then().statusCode(400);
    }
    given().queryParam("asOf", "2024-02-29").get(DEAL).then().statusCode(200);
    given().queryParam("asOf", "2026-02-29").get(DEAL).then().statusCode(400);
  }

  @Test
  void h125MoneyIsAPlainNumberWithItsCurrency() {
    String terms = given().get(CLAUSES + "/azure-commitment").asString();
    assertTrue(terms.contains("\"value\":250000000000,\"currency\":\"USD\""), terms);
    assertFalse(terms.matches("(?s).*\"value\":[0-9.]*E.*"));
  }

  @Test
  void h136SwaggerUiBringsItsOwnPolicy() {
    given()
        .get("/swagger-ui")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .header("Content-Security-Policy", not(containsString("unsafe-eval")));
    for (String moved : List.of("/assets/swagger-ui/", "/assets/swagger-ui/index.html")) {
      given()
          .redirects()
          .follow(false)
          .get(moved)
          .then()
          .statusCode(308)
          .header("Location", endsWith("/swagger-ui"));
    }
  }

  @Test
  void h124DatesSayHowMuchOfThemIsKnown() {
    List<String> precisions =
        given().queryParam("limit", 100).get("/v1/sources").path("items.publishedPrecision");
    assertTrue(precisions.contains("day"), precisions::toString);
    assertTrue(precisions.stream().allMatch(each -> each == null || KNOWN.contains(each)));
  }

  @Test
  void h126h127SharesAreInPercentAndFiguresSayHowExactTheyAre() {
    String stake =
        given().queryParam("asOf", "2025-10-28").get(CLAUSES + "/equity-stake").asString();
    assertTrue(stake.contains("\"percent\":27,\"qualifier\":\"about\""), stake);
  }

  @Test
  void h128h129TextsHaveBothLanguagesAndIdentifiersAreSlugs() {
    String dossier = given().accept("application/json").get(DEAL + "/dossier").asString();
    assertTrue(dossier.contains("\"fr\":") && dossier.contains("\"en\":"));
    List<String> regions = given().get("/v1/regions").path("items.id");
    assertTrue(regions.containsAll(List.of("EU", "FR", "WORLD")), regions::toString);
    List<String> clauses = given().queryParam("limit", 100).get(CLAUSES).path("items.id");
    assertTrue(clauses.stream().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*")));
  }

  /** What a page tells once is left out of its lines, but not what is only called the same. */
  @Test
  void tablesHaveAColumnForWhateverDiffersFromLineToLine() {
    Map<String, String> columns =
        Map.of(
            "/v1/deals", "revision",
            "/v1/deals/microsoft-openai/timeline", "title",
            "/v1/regions/FR/implications", "region",
            "/v1/changes", "links.self");
    columns.forEach(
        (path, column) ->
            assertTrue(List.of(header(path).split(",")).contains(column), path + header(path)));
    assertFalse(header(CLAUSES).contains("knownAt"));
  }

  private static String header(String path) {
    String table = given().accept("text/csv").get(path + "?limit=1").asString();
    return table.lines().findFirst().orElseThrow();
  }
}

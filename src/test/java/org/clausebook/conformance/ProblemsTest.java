package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;

/** Statuses and problems: section 1.5 of the checklist. */
@ClausebookTest
class ProblemsTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

  @Test
  void h59h60TypeTitleStatusAndInstance() {
    Response response = given().header("X-Request-Id", "conformance-h59").get("/v1/deals/nothing");
    response
        .then()
        .body("type", startsWith("http"))
        .body("title", equalTo("Not found"))
        .body("status", equalTo(404))
        .body("instance", equalTo("urn:clausebook:request:conformance-h59"))
        .header("X-Request-Id", "conformance-h59");
  }

  @Test
  void h69EveryAnswerHasADate() {
    for (String target : List.of(DEAL, "/v1/nothing", "/openapi", "/q/health/live")) {
      assertTrue(RawHttp.send("GET", target).headers().containsKey("date"), target);
    }
  }

  @Test
  void h58h61EverythingThatIsWrongIsToldAtOnceByName() {
    given()
        .queryParam("limit", "0")
        .queryParam("asOf", "2026-02-30")
        .queryParam("thme", "economics")
        .get(CLAUSES)
        .then()
        .statusCode(400)
        .body("errors", hasSize(3))
        .body("errors.parameter", hasItem("limit"))
        .body("errors.parameter", hasItem("asOf"))
        .body("errors.parameter", hasItem("thme"))
        .body("errors.detail", hasItem(containsString("'theme'")));
  }

  @Test
  void h61FormIsToldByAnExample() {
    given()
        .queryParam("region", "fr")
        .get(DEAL + "/implications")
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("write for example 'FR'"));
  }

  @Test
  void h62WhatIsKnownNowIsNotDeniedOfATimeBefore() {
    for (String address :
        List.of(
            "/sources/article",
            "/sources/article/statements",
            "/stakeholders/microsoft",
            "/regulations/gdpr",
            "/regions/FR")) {
      given()
          .queryParam("knownAt", "2020-01-01T00:00:00Z")
          .get("/v1" + address)
          .then()
          .statusCode(404)
          .body("detail", containsString("Nothing was known"));
    }
    given()
        .queryParam("knownAt", "2020-01-01T00:00:00Z")
        .get("/v1/sources/artcle")
        .then()
        .statusCode(404)
        .body("detail", containsString("did you mean 'article'"));
  }

  @Test
  void h59TypeOpensAPageForPeopleInBothLanguages() {
    String type = given().get("/v1/deals/nothing").path("type");
    String path = type.replaceAll("^https?://[^/]+", "");
    for (String language : List.of("fr", "en")) {
      given()
          .header("Accept-Language", language)
          .get(path)
          .then()
          .statusCode(200)
          .contentType("text/html")
          .header("Content-Language", language);
    }
  }

  @Test
  void h62WhatIsNotThereIsNotFoundAndTheNearestIsNamed() {
    given()
        .get("/v1/deals/microsoft-openia")
        .then()
        .statusCode(404)
        .body("detail", containsString("microsoft-openai"));
  }

  @Test
  void h66WhatIsTooLongIsToldSo() {
    for (int length : List.of(5_000, 60_000)) {
      RawHttp.Answer address = RawHttp.send("GET", DEAL + "?x=" + "x".repeat(length));
      assertEquals(414, address.status());
      assertEquals("application/problem+json", address.header("Content-Type"));
    }
    for (int length : List.of(17_000, 60_000)) {
      RawHttp.Answer headers = RawHttp.send("GET", DEAL, "X-Long: " + "x".repeat(length));
      assertEquals(431, headers.status());
      assertEquals("application/problem+json", headers.header("Content-Type"));
    }
    RawHttp.Answer content =
        RawHttp.send(
            "PUT",
            DEAL + "/dossier",
            "Content-Type: application/json",
            "Content-Length: 17000000",
            "Expect: 100-continue");
    assertEquals(413, content.status());
    assertEquals("application/problem+json", content.header("Content-Type"));
  }

  @Test
  void h67NothingInternalIsTold() {
    for (String target : List.of("/assets/nothing", "/q/nothing", "/assets/", "/v1/deals/%00")) {
      RawHttp.Answer answer = RawHttp.send("GET", target);
      assertEquals(404, answer.status(), target);
      assertEquals("application/problem+json", answer.header("Content-Type"));
      assertFalse(answer.text().contains("java") || answer.text().contains("stack"), answer::text);
    }
  }
}

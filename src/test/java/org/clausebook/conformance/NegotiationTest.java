package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media types and languages: sections 1.1 and 1.2 of the checklist. */
@ClausebookTest
class NegotiationTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";
  private static final String FRENCH = "Microsoft a-t-elle";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "text/*;q=0.9, application/json;q=0.1",
        "application/json, application/problem+json",
        "application/problem+json",
        "application/json;charset=utf-8",
        "APPLICATION/JSON"
      })
  void h01h04JsonIsServedToThoseWhoAcceptIt(String accept) {
    given()
        .header("Accept", accept)
        .get(DEAL)
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @Test
  void h01NoAcceptIsJson() {
    assertEquals("application/json", RawHttp.send("GET", DEAL).header("Content-Type"));
  }

  @Test
  void h02h03h06h07h08NotAcceptableSaysWhatIsAvailable() {
    for (String accept :
        List.of(
            "application/xml",
            "application/json;q=0",
            "*/*;q=0",
            "foo",
            "application/problem+json;q=0")) {
      given()
          .header("Accept", accept)
          .get(DEAL)
          .then()
          .statusCode(406)
          .contentType("application/problem+json")
          .header("Vary", containsString("Accept"))
          .body("available[0]", equalTo("application/json"));
    }
  }

  /** As clients that are generated from the contract ask. */
  @Test
  void h08WhoSaysOnlyHowProblemsAreToldTakesWhatThereIs() {
    for (String address : List.of("/", "/llms.txt", "/swagger-ui")) {
      given()
          .header("Accept", "application/problem+json")
          .get(address)
          .then()
          .statusCode(200)
          .contentType(containsString("text/"));
    }
  }

  @Test
  void h07ProblemIsAProblemWhateverWasAccepted() {
    given()
        .accept("text/csv")
        .get("/v1/deals/nothing/clauses")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|fr",
        "FR|fr",
        "fr-CA|fr",
        "en-GB|en",
        "fr-CA;q=0.9, en;q=0.5|fr",
        "de, fr;q=0.3, en;q=0.2|fr",
        "en;q=0, fr|fr",
        "en;q=0, *|fr",
        "en;q=0|fr",
        "fr;q=0, en;q=0|en",
        "*;q=0|en",
        "*;q=0.5, fr;q=0.4|en",
        "de|en",
        "zh-Hant-TW|en",
        "x-klingon|en",
        "*|en",
        "de, *;q=0.1|en",
        "''|en",
        "!!!|en",
        "fr;q=2|en",
        "fr;q=0.1, en;q=0.1|fr"
      })
  void h11h12h13h14h15h16LanguageIsNegotiated(String accepted, String served) {
    given()
        .header("Accept-Language", accepted)
        .get(CLAUSES)
        .then()
        .statusCode(200)
        .header("Content-Language", served)
        .header("Vary", containsString("Accept-Language"))
        .body(
            "items[2].subject",
            served.equals("fr") ? containsString("sur quoi") : not(containsString(FRENCH)));
  }

  @Test
  void h15TwoThousandRangesTakeNoTime() {
    String ranges = "de, ".repeat(2000) + "fr";
    assertEquals(200, RawHttp.send("GET", DEAL, "Accept-Language: " + ranges).status());
  }

  @Test
  void h17ParameterWinsOverTheHeader() {
    given()
        .header("Accept-Language", "en")
        .queryParam("lang", "fr")
        .get(DEAL)
        .then()
        .header("Content-Language", "fr");
    given()
        .queryParam("lang", "de")
        .get(DEAL)
        .then()
        .statusCode(200)
        .header("Content-Language", "en");
    given().queryParam("lang", "d").get(DEAL).then().statusCode(400);
  }

  @Test
  void h17h20ProblemsToo() {
    given()
        .header("Accept-Language", "en")
        .queryParam("lang", "fr")
        .get("/v1/deals/nothing")
        .then()
        .statusCode(404)
        .header("Content-Language", "fr")
        .body("title", equalTo("Introuvable"))
        .body("type", containsString("/problems/not-found"));
  }
}

package org.clausebook.scenario;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ClausebookTest
class ScenarioResourceTest {

  private static final String SCENARIO = "/v1/deals/microsoft-openai/scenario";

  @Test
  void verifiedAgiEndsTheResearchRightsAndNothingElse() {
    ValidatableResponse answer =
        scenario("assume=agi-verified:2029-06-30&asOf=2030-01-01")
            .body("assumptions[0].event", equalTo("agi-verified"))
            .body("items.findAll { it.dependsOnAssumption }.clause", hasSize(1));
    answer
        .rootPath("items.find { it.clause == 'ip-rights-research' }")
        .body("outcome", equalTo("ends"))
        .body("status", equalTo("ended"))
        .body("withoutAssumption", equalTo("notRestated"))
        .body("steps", hasItem(containsString("occurs on 30 June 2029")))
        .body("steps", hasItem(containsString("earlier of the date and the event decides")))
        .body("steps", hasItem(containsString("it ended on 30 June 2029")));
    answer
        .rootPath("items.find { it.clause == 'revenue-share-to-microsoft' }")
        .body("outcome", equalTo("continues"))
        .body("dependsOnAssumption", equalTo(false));
    answer
        .rootPath("items.find { it.clause == 'ip-rights-models-products' }")
        .body("outcome", equalTo("continues"))
        .body("term.end.until", equalTo("2033-01-01"));
  }

  /** Of the terms of October 2025, an AGI verified in January 2026 would have ended three more. */
  @Test
  void thePastCanBeAskedToo() {
    scenario("assume=agi-verified:2026-01-15&asOf=2026-02-01")
        .body("items.find { it.clause == 'ip-exclusivity' }.outcome", equalTo("ends"))
        .body("items.find { it.clause == 'api-distribution' }.outcome", equalTo("ends"))
        .body("items.find { it.clause == 'revenue-share-to-microsoft' }.outcome", equalTo("ends"))
        .body("items.find { it.clause == 'ip-rights-research' }.outcome", equalTo("ends"))
        .body("items.find { it.clause == 'equity-stake' }.outcome", equalTo("continues"));
  }

  /** What came after the day asked about is not told as past. */
  @Test
  void termThatALaterInstrumentEndsStillHoldsBeforeIt() {
    scenario("asOf=2026-01-01")
        .rootPath("items.find { it.clause == 'ip-exclusivity' }")
        .body("outcome", equalTo("continues"))
        .body("steps", hasItem(containsString("ends it later, on 27 April 2026")))
        .body("steps[-1]", equalTo("So on 1 January 2026 it still holds, until 26 April 2026."));
    scenario("asOf=2026-01-01&lang=fr")
        .body(
            "items.find { it.clause == 'ip-exclusivity' }.steps",
            hasItem(containsString("y met fin plus tard, le 27")));
    scenario("asOf=2026-05-01")
        .body("items.collectMany { it.steps }", everyItem(not(containsString("ends it later"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-01-01",
        "2025-10-27",
        "2025-10-28",
        "2026-02-27",
        "2026-04-27",
        "2030-12-31",
        "2031-01-01",
        "2032-12-31",
        "2033-01-01"
      })
  void withoutAssumptionItIsThePlainState(String day) {
    List<Map<String, Object>> clauses =
        given()
            .get("/v1/deals/microsoft-openai/clauses?limit=100&asOf=" + day)
            .then()
            .extract()
            .path("items");
    List<Map<String, Object>> prospects =
        scenario("asOf=" + day)
            .body("items.dependsOnAssumption", everyItem(equalTo(false)))
            .extract()
            .path("items");
    assertEquals(clauses.size(), prospects.size());
    for (int i = 0; i < clauses.size(); i++) {
      assertEquals(clauses.get(i).get("id"), prospects.get(i).get("clause"));
      for (String same : List.of("status", "silentInstrument", "term")) {
        assertEquals(clauses.get(i).get(same), prospects.get(i).get(same));
      }
    }
  }

  @Test
  void anAssumptionThatComesAfterTheDayChangesNothing() {
    scenario("assume=agi-verified:2029-06-30&asOf=2029-06-29")
        .body("items.dependsOnAssumption", everyItem(equalTo(false)));
    scenario("assume=agi-verified:2029-06-30&asOf=2029-06-30")
        .body("items.findAll { it.dependsOnAssumption }", hasSize(1));
  }

  @Test
  void reasonsAreToldInFrenchToo() {
    given()
        .header("Accept-Language", "fr")
        .get(SCENARIO + "?assume=agi-verified:2029-06-30&asOf=2030-01-01")
        .then()
        .header("Content-Language", "fr")
        .body(
            "items.find { it.clause == 'ip-rights-research' }.steps",
            hasItem(containsString("elle a pris fin le 30\u00a0juin 2029")))
        .body(
            "items.find { it.clause == 'ip-rights-research' }.steps[-1]",
            endsWith("ce qui précède suppose qu’elle valait toujours."));
  }

  @Test
  void whatWouldHaveEndedBeforeItBeganNeverHeld() {
    scenario("assume=agi-verified:2018-01-01&asOf=2026-01-15")
        .body("items.find { it.clause == 'ip-rights-research' }.status", equalTo("ended"))
        .body(
            "items.find { it.clause == 'ip-rights-research' }.steps[-1]",
            equalTo("So it never held: its end came before it began."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "0001-01-01", "9999-12-31"})
  void endsOfTheCalendarCanBeAssumedAndAskedAbout(String day) {
    scenario("assume=agi-verified:" + day + "&asOf=9999-12-31");
    scenario("assume=agi-verified:" + day + "&asOf=0000-01-01");
  }

  @Test
  void theInstrumentThatEndedATermIsNamed() {
    scenario("asOf=2026-11-23&clause=ip-exclusivity")
        .body(
            "items[0].steps[-1]",
            equalTo("“Amendment of 27 April 2026” ended it on 27 April 2026."));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "agi-verifed:2029-06-30                         | did you mean 'agi-verified'",
        "agi:2029-06-30                                 | agi-verified",
        "agi-verified                                   | event:YYYY-MM-DD",
        "agi-verified:                                  | event:YYYY-MM-DD",
        ":2029-06-30                                    | event:YYYY-MM-DD",
        "agi-verified:2029-02-30                        | event:YYYY-MM-DD",
        "agi-verified:soon                              | event:YYYY-MM-DD",
        "agi-verified:2029-06-30,                       | event:YYYY-MM-DD",
        "agi-verified:2029-06-30,agi-verified:2030-01-01| twice"
      })
  void mistakesAreNamed(String assume, String hint) {
    given()
        .queryParam("assume", assume)
        .get(SCENARIO)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo("assume"))
        .body("errors[0].detail", containsString(hint));
  }

  private static ValidatableResponse scenario(String query) {
    return given().get(SCENARIO + "?" + query).then().statusCode(200);
  }
}

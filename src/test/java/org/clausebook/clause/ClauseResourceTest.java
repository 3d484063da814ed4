package org.clausebook.clause;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class ClauseResourceTest {

  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

  @Test
  void dealHasSeventeenClauses() {
    given()
        .queryParam("limit", 100)
        .get(CLAUSES)
        .then()
        .statusCode(200)
        .body("items", hasSize(17))
        .body("revision", equalTo(1));
  }

  @Test
  void exclusivityEndedWithTheAmendment() {
    given()
        .queryParam("asOf", "2026-04-26")
        .get(CLAUSES + "/ip-exclusivity")
        .then()
        .body("status", equalTo("inForce"))
        .body("term.end.event", equalTo("agi-verified"));
    given()
        .queryParam("asOf", "2026-04-27")
        .get(CLAUSES + "/ip-exclusivity")
        .then()
        .body("status", equalTo("ended"));
  }

  /** The event it hung on never came, an instrument did; another ends by its date, in years. */
  @Test
  void termSaysHowItComesToItsEnd() {
    given()
        .get(CLAUSES + "/ip-exclusivity")
        .then()
        .body("history[0].end.rule", equalTo("event"))
        .body("history[0].ending.cause", equalTo("instrument"))
        .body("history[0].ending.date", equalTo("2026-04-27"));
    given()
        .queryParam("asOf", "2026-11-23")
        .get(CLAUSES + "/ip-rights-models-products")
        .then()
        .body("term.until", nullValue())
        .body("term.ending.cause", equalTo("date"))
        .body("term.ending.date", equalTo("2033-01-01"));
    given()
        .queryParam("asOf", "2026-11-23")
        .get(CLAUSES + "/equity-stake")
        .then()
        .body("term.text", notNullValue())
        .body("term.ending", nullValue());
  }

  @Test
  void unknownParameterIsRefusedWithTheNearestName() {
    given()
        .queryParam("lmit", 3)
        .get(CLAUSES)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo("lmit"));
  }
}

package org.clausebook.clause;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

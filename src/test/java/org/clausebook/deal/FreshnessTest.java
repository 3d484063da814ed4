package org.clausebook.deal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class FreshnessTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";

  @Test
  void aReviewedDealIsFreshAndNamesItsNewestSource() {
    given()
        .get(DEAL + "?asOf=2026-11-23")
        .then()
        .body("reviewed", equalTo("2026-11-23"))
        .body("freshness.isStale", equalTo(false))
        .body("freshness.newestSource.published", startsWith("2026"));
  }

  @Test
  void itIsStaleOnceTheReviewNoLongerCounts() {
    given()
        .get(DEAL + "?asOf=2027-02-21")
        .then()
        .body("freshness.isStale", equalTo(false))
        .body("freshness.staleFrom", equalTo("2027-02-22"));
    given().get(DEAL + "?asOf=2027-02-22").then().body("freshness.isStale", equalTo(true));
  }

  /** How long a review counts is a setting: an answer that never changes cannot depend on it. */
  @Test
  void aPinnedAnswerTellsOnlyWhatNeverChanges() {
    given()
        .get(DEAL + "?asOf=2027-02-22&dataset=2")
        .then()
        .body("reviewed", equalTo("2026-11-23"))
        .body("freshness.newestSource.published", startsWith("2026"))
        .body("freshness.isStale", nullValue())
        .body("freshness.staleFrom", nullValue());
  }

  @Test
  void operatorsSeeIt() {
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("clausebook_deals_stale "))
        .body(containsString("clausebook_deals_oldest_review_days "));
  }
}

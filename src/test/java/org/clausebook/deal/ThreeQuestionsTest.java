package org.clausebook.deal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** Three questions that the article and most of the press get wrong, put to the API. */
@ClausebookTest
class ThreeQuestionsTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String TODAY = "2026-11-23";

  @Test
  void whatUsd135BillionIsTheValueOf() {
    String holding =
        "items.find { it.id == 'microsoft' }.holdings.find { it.of.id == 'openai-group-pbc' }";
    ask(DEAL + "/stakeholders")
        .body(holding + ".value.value", equalTo(135_000_000_000L))
        .body(holding + ".value.currency", equalTo("USD"))
        .body(holding + ".value.qualifier", equalTo("about"))
        .body(holding + ".share.percent", equalTo(27))
        .body(holding + ".text", containsString("is that of this share"))
        .body(holding + ".citations.source", hasItem("openai-2025-10-28"));
  }

  @Test
  void whatTheArticleAttachesItTo() {
    String wrong = "items.find { it.statements.statement.contains('s08') }";
    ask(DEAL + "/discrepancies?source=article&verdict=contradicted")
        .body(wrong + ".statements.statement", contains("s08", "s30"))
        .body(wrong + ".says", containsString("135 billion"))
        .body(wrong + ".reading", containsString("the value of Microsoft’s share"))
        .body(wrong + ".clauses", hasItem("equity-stake"))
        .body(wrong + ".citations", not(hasSize(0)));
  }

  @Test
  void untilWhenMicrosoftHoldsExclusiveRights() {
    ask(DEAL + "/clauses/ip-exclusivity?asOf=2026-04-26")
        .body("status", equalTo("inForce"))
        .body("term.exclusive", equalTo(true))
        .body("term.end.rule", equalTo("event"))
        .body("term.end.event", equalTo("agi-verified"))
        .body("term.end.until", nullValue());
    ask(DEAL + "/clauses/ip-exclusivity?asOf=2026-04-27")
        .body("status", equalTo("ended"))
        .body("term", nullValue())
        .body("history[-1].until", equalTo("2026-04-27"))
        .body("effects.find { it.instrument == '2026-04-27' }.kind", equalTo("removed"));
  }

  @Test
  void untilWhenMicrosoftHoldsAnyRights() {
    String clause = DEAL + "/clauses/ip-rights-models-products";
    ask(clause + "?asOf=" + TODAY)
        .body("status", equalTo("inForce"))
        .body("term.end.rule", equalTo("date"))
        .body("term.end.until", equalTo("2033-01-01"));
    ask(clause + "?asOf=2032-12-31").body("status", equalTo("inForce"));
    ask(clause + "?asOf=2033-01-01").body("status", equalTo("ended"));
  }

  @Test
  void whatOfTheOctober2025DealStillStandsToday() {
    String ofOctober = "items.findAll { it.term?.introducedBy == '2025-10-28' }.id";
    ask(DEAL + "/clauses?limit=100&status=inForce&asOf=" + TODAY)
        .body(
            ofOctober,
            containsInAnyOrder("corporate-structure", "equity-stake", "ip-rights-models-products"));
    ask(DEAL + "/clauses?limit=100&status=ended&asOf=" + TODAY)
        .body("items.id", containsInAnyOrder("ip-exclusivity", "revenue-share-to-openai"));
    ask(DEAL + "/clauses?limit=100&changedBy=2026-04-27&asOf=" + TODAY)
        .body(
            "items.id",
            hasItems(
                "ip-exclusivity",
                "api-distribution",
                "compute-sourcing",
                "revenue-share-to-microsoft",
                "revenue-share-to-openai"));
  }

  @Test
  void whatOfTheOctober2025DealNobodyHasRestated() {
    ask(DEAL + "/clauses?limit=100&status=notRestated&asOf=" + TODAY)
        .body(
            "items.id",
            containsInAnyOrder(
                "agi-verification",
                "ip-rights-research",
                "ip-consumer-hardware",
                "azure-commitment",
                "national-security-api",
                "third-party-products",
                "independent-agi",
                "compute-thresholds",
                "open-weight-models"))
        .body("items.findAll { it.silentInstrument != '2026-04-27' }", hasSize(0));
  }

  private static ValidatableResponse ask(String question) {
    RequestSpecification request = given().header("Accept-Language", "en");
    return request.get(question).then().statusCode(200);
  }
}

package org.clausebook.implication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class ImpactResourceTest {

  private static final String IMPACT = "/v1/deals/microsoft-openai/clauses/api-distribution/impact";

  @Test
  void theChainLeadsFromTheClauseToThoseConcerned() {
    ValidatableResponse answer =
        impact("region=FR&asOf=2026-11-23")
            .body("status", equalTo("inForce"))
            .body("term.introducedBy", equalTo("2026-04-27"));
    answer
        .rootPath("items.find { it.implication == 'french-organisations-can-adopt-through-azure' }")
        .body("hop.basis", equalTo("editorial"))
        .body("hop.reason", notNullValue())
        .body("inherited", equalTo(false))
        .body("evidence", notNullValue())
        .body("stakeholders.stakeholder", hasItems("french-companies", "french-public-sector"))
        .body("regulations.hop.regulation", hasItem("loi-sren"))
        .body("regulations.hop.basis", everyItem(equalTo("editorial")))
        .body("regulations.hop.reason", everyItem(notNullValue()))
        .body(
            "regulations.find { it.hop.regulation == 'cnil-ai-guidance' }.authorities.stakeholder",
            hasItem("cnil"));
  }

  @Test
  void milestonesComeIntoForceOnTheirDay() {
    String upcoming =
        "items.regulations.flatten().find { it.hop.regulation == 'loi-sren' }.upcoming.date";
    String inForce =
        "items.regulations.flatten().find { it.hop.regulation == 'loi-sren' }.milestones.date";
    impact("region=FR&asOf=2027-01-11")
        .body(upcoming, hasItem("2027-01-12"))
        .body(inForce, not(hasItem("2027-01-12")));
    impact("region=FR&asOf=2027-01-12")
        .body(inForce, hasItems("2024-05-21", "2027-01-12"))
        .body(upcoming, not(hasItem("2027-01-12")));
  }

  @Test
  void milestoneKnownToTheMonthIsInForceOnceTheMonthIsOver() {
    String law = "items.regulations.flatten().find { it.hop.regulation == 'dma' }";
    impact("region=EU&asOf=2024-03-30")
        .body(law + ".upcoming.id", hasItem("gatekeeper-duties"))
        .body(law + ".milestones.id", not(hasItem("gatekeeper-duties")));
    impact("region=EU&asOf=2024-03-31")
        .body(law + ".upcoming.id", not(hasItem("gatekeeper-duties")))
        .body(law + ".milestones.id", hasItem("gatekeeper-duties"));
  }

  @Test
  void milestoneThatIsOnlyExpectedIsNeverInForce() {
    String law =
        "items.regulations.flatten().find { it.hop.regulation == 'dma-cloud-investigations' }";
    impact("region=EU&asOf=2030-01-01")
        .body(law + ".upcoming.id", contains("expected-decision"))
        .body(law + ".milestones.id", contains("opening", "preliminary-view"));
  }

  @Test
  void theRegionDecidesWhatIsFollowed() {
    impact("region=EU").body("items.region", everyItem(not(equalTo("FR"))));
    impact("region=FR")
        .body("items.findAll { it.region == 'EU' }.inherited", everyItem(equalTo(true)));
  }

  @Test
  void evidencePolicyHidesHops() {
    String impact = "/v1/deals/microsoft-openai/clauses/corporate-structure/impact?region=FR";
    String stated = "items.findAll { it.hop.basis == 'stated' }";
    given().get(impact).then().body(stated + ".hop.citations.flatten().source", hasItem("article"));
    given()
        .get(impact + "&evidence=primary")
        .then()
        .body(stated, hasSize(0))
        .body("hidden", greaterThan(0));
  }

  @Test
  void aConcernThatIsTooWeakIsHiddenFromTheChainToo() {
    String party = "items.stakeholders.flatten().find { it.stakeholder == 'french-companies' }";
    impact("region=FR").body(party + ".concern", notNullValue());
    impact("region=FR&evidence=quoted")
        .body(party + ".name", notNullValue())
        .body(party + ".concern", nullValue());
  }

  @Test
  void unknownClauseIsNotFoundWithTheNearest() {
    given()
        .get("/v1/deals/microsoft-openai/clauses/api-distributon/impact")
        .then()
        .statusCode(404)
        .body("detail", containsString("api-distribution"));
  }

  private static ValidatableResponse impact(String query) {
    return given().get(IMPACT + "?" + query).then().statusCode(200);
  }
}

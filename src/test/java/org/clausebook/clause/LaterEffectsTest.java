package org.clausebook.clause;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An act of 3 June 2025 caps a fee at once, and narrows it from 2027 and again from 2028. */
@ClausebookTest
class LaterEffectsTest {

  private static final String STEPS =
      """
            - from: 2027-01-01
              until: 2028-01-01
              introducedBy: second-act
              text: {fr: "Redevance de 3 %.", en: "A fee of 3%."}
              cites: [notice/n2]
            - from: 2028-01-01
              introducedBy: second-act
              text: {fr: "Redevance de 2 %.", en: "A fee of 2%."}
              cites: [notice/n2]
          effects:
            - instrument: second-act
              date: 2027-01-01
              kind: narrowed
              text: {fr: "Elle baisse.", en: "It falls."}
              cites: [notice/n2]
            - instrument: second-act
              date: 2028-01-01
              kind: narrowed
              text: {fr: "Elle baisse encore.", en: "It falls again."}
              cites: [notice/n2]
      """;

  private final FictionalDeal deal = new FictionalDeal();

  @BeforeEach
  void publish() {
    deal.create(inSteps()).then().statusCode(201);
  }

  @AfterEach
  void withdraw() {
    deal.close();
  }

  @Test
  void eachStepHoldsFromItsOwnDay() {
    fee("2026-12-31").body("term.from", equalTo("2025-06-03"));
    fee("2027-01-01")
        .body("term.text", equalTo("A fee of 3%."))
        .body("term.introducedBy", equalTo("second-act"))
        .body("effects.date", hasItems("2024-05-02", "2025-06-03", "2027-01-01", "2028-01-01"));
    fee("2028-01-01").body("term.text", equalTo("A fee of 2%."));
  }

  @Test
  void comparisonTellsAStepBetweenItsTwoDays() {
    given()
        .get(deal.address() + "/comparison?from=2026-12-31&until=2027-01-01")
        .then()
        .statusCode(200)
        .body("items.clause", contains("fee"))
        .body("items[0].effects.instrument", contains("second-act"))
        .body("items[0].effects.date", contains("2027-01-01"));
  }

  @Test
  void timelineTellsEachStep() {
    given()
        .get(deal.address() + "/timeline?from=2027-01-01&kind=termBegins")
        .then()
        .body("items.date", contains("2027-01-01", "2028-01-01"))
        .body("items.instrument", contains("second-act", "second-act"));
  }

  @Test
  void instrumentTellsFromWhenOnItDoesWhat() {
    given()
        .get(deal.address() + "/instruments")
        .then()
        .body("items[1].changes.date", hasItems("2025-06-03", "2027-01-01", "2028-01-01"));
  }

  @Test
  void statementTellsTheStepsApart() {
    given()
        .get("/v1/sources/" + deal.slug + "-notice/statements")
        .then()
        .body(
            "items[1].supports.id",
            hasItems(
                "fee/second-act/capped",
                "fee/second-act/narrowed/2027-01-01",
                "fee/second-act/narrowed/2028-01-01"));
  }

  @Test
  void pageTellsTheStepThatCameLast() {
    for (String[] told :
        new String[][] {
          {"2026-12-31", "Capped on 3\u00a0June\u00a02025"},
          {"2027-06-01", "Narrowed on 1\u00a0January\u00a02027"}
        }) {
      given()
          .accept("text/html")
          .get("/?view=clause&clause=fee&lang=en&deal=" + deal.slug + "&asOf=" + told[0])
          .then()
          .statusCode(200)
          .body(containsString(told[1]));
    }
  }

  @Test
  void anotherDayIsAnotherEffect() {
    deal.publish(inSteps().replace("2028-01-01", "2029-01-01")).then().statusCode(200);
    given()
        .get(deal.address() + "/revisions/2")
        .then()
        .body("changes.find { it.id == 'fee' }.effects.date", contains("2029-01-01"))
        .body("changes.find { it.id == 'fee' }.fields.pointer", hasItem("#/clauses/0/effects/1"));
  }

  @Test
  void whatEndedByItselfMayComeBack() {
    String document =
        deal.text(1)
            .replace("        until: 2025-06-03\n        introducedBy", "        introducedBy")
            .replaceFirst(
                "        figures:\n",
                """
                        end:
                          rule: date
                          until: 2025-01-01
                          text: {fr: "Jusqu’en 2024.", en: "Through 2024"}
                        figures:
                """)
            .replace("kind: capped", "kind: revived");
    deal.publish(document).then().body("errors", nullValue()).statusCode(200);
    given()
        .get(deal.address() + "/clauses/fee?asOf=2025-03-01")
        .then()
        .body("status", equalTo("ended"));
    fee("2025-06-03").body("term.text", equalTo("A capped fee."));
    given()
        .get(deal.address() + "/comparison?from=2024-06-01&until=2025-07-01")
        .then()
        .body(
            "items[0].summary",
            containsString("over since 1 January 2025; revived on 3 June 2025"));
  }

  /** A statement cited by the link from an implication to a clause alone supports that link. */
  @Test
  void statementTellsTheLinksItBearsOut() {
    given()
        .get("/v1/sources/" + deal.slug + "-notice/statements")
        .then()
        .body(
            "items[1].supports.find { it.kind == 'clauseLink' }.link",
            endsWith(deal.address() + "/implications/cheaper-light"));
  }

  @Test
  void disputedTermIsMarkedWhereverItIsServed() {
    String disputing = deal.slug + "-gazette";
    fee("2024-06-01")
        .body("history.conflict", everyItem(equalTo(true)))
        .body("term.disputedBy.source", contains(disputing));
    given()
        .get(deal.address() + "/comparison?from=2024-06-01&until=2025-07-01")
        .then()
        .body(
            "items.find { it.clause == 'fee' }.before.term.disputedBy.source", contains(disputing));
    given()
        .get(deal.address() + "/instruments")
        .then()
        .body("items.conflict", contains(false, true));
  }

  private String inSteps() {
    return deal.text(1)
        .replace(
            "from: 2025-06-03\n        introducedBy",
            "from: 2025-06-03\n        until: 2027-01-01\n        introducedBy")
        .replaceFirst("    effects:\n", STEPS.replace("notice", deal.slug + "-notice"));
  }

  private ValidatableResponse fee(String asOf) {
    return given()
        .get(deal.address() + "/clauses/fee?asOf=" + asOf)
        .then()
        .statusCode(200)
        .body("status", equalTo("inForce"));
  }
}

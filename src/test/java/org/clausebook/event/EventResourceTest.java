package org.clausebook.event;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.Test;

@ClausebookTest
class EventResourceTest {

  private static final String EVENTS = "/v1/deals/microsoft-openai/events";

  @Test
  void pendingEventTellsWhatHangsOnItAndWhatWouldFollow() {
    String scenario =
        given()
            .get(EVENTS + "?asOf=2026-01-01")
            .then()
            .statusCode(200)
            .rootPath("items.find { it.id == 'agi-verified' }")
            .body("status", equalTo("pending"))
            .body("date", nullValue())
            .body("terms.clause", hasItem("ip-exclusivity"))
            .extract()
            .path("items.find { it.id == 'agi-verified' }.scenario");
    given()
        .get(scenario.replaceAll("^https?://[^/]+", ""))
        .then()
        .statusCode(200)
        .body("assumptions.event", contains("agi-verified"))
        .body("assumptions.date", contains("2026-01-01"));
  }

  @Test
  void eventsArePickedByStatusAndEvidence() {
    given().get(EVENTS + "?status=occurred").then().body("items", empty());
    try (FictionalDeal deal = new FictionalDeal()) {
      deal.create(
              deal.text(1).replaceFirst("(A storm rises.\"\\}\n    cites: \\[\\S+)/n1", "$1/n2"))
          .then()
          .statusCode(201);
      given()
          .get(deal.address() + "/events?evidence=quoted")
          .then()
          .body("items.id", contains("storm"))
          .body("hidden", equalTo(0));
      given()
          .get(deal.address() + "/events?evidence=primary")
          .then()
          .body("items", empty())
          .body("hidden", equalTo(1));
    }
  }

  @Test
  void whetherAnEventOccurredOrIsDisputedIsServed() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      for (String status : new String[] {"disputed", "occurred\n    date: 2026-05-04"}) {
        deal.publish(deal.text(1).replace("status: pending", "status: " + status))
            .then()
            .statusCode(200);
        boolean occurred = status.startsWith("occurred");
        given()
            .get(deal.address() + "/events")
            .then()
            .body("items.status", contains(occurred ? "occurred" : "disputed"))
            .body("items[0].date", equalTo(occurred ? "2026-05-04" : null))
            .body("items[0].terms.from", contains("2025-06-03"));
      }
      given().get(deal.address() + "/events").then().body("items[0].scenario", nullValue());
    }
  }
}

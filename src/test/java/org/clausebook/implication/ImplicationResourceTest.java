package org.clausebook.implication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class ImplicationResourceTest {

  private static final String IMPLICATIONS = "/v1/deals/microsoft-openai/implications";

  @Test
  void franceInheritsFromTheUnionAndTheWorldAndSaysSo() {
    List<String> regions = list("region=FR").extract().path("items.region");
    assertEquals(
        List.of("FR", "EU", "WORLD"), regions.stream().distinct().collect(Collectors.toList()));
    list("region=FR")
        .body("items.findAll { it.inherited }.region.unique()", containsInAnyOrder("EU", "WORLD"))
        .body("items.findAll { !it.inherited }.region.unique()", contains("FR"));
  }

  @Test
  void withoutInheritanceOnlyFranceIsLeft() {
    list("region=FR&inherited=false")
        .body("items", hasSize(greaterThan(5)))
        .body("items.region", everyItem(equalTo("FR")));
  }

  @Test
  void theUnionDoesNotInheritFromFrance() {
    list("region=EU")
        .body("items.region", everyItem(not(equalTo("FR"))))
        .body("items.region", hasItems("EU", "WORLD"));
  }

  @Test
  void filtersNarrowTogether() {
    list("region=FR&nature=opportunity&certainty=possible&stakeholder=french-startups")
        .body("items.id", contains("french-startups-may-gain-access-and-competition"));
    list("clause=corporate-structure&regulation=data-act")
        .body("items.id", hasItem("french-startups-may-gain-access-and-competition"));
    list("theme=independence").body("items.theme", everyItem(equalTo("independence")));
  }

  @Test
  void linksSayWhetherTheyAreStatedOrOurs() {
    ValidatableResponse answer =
        given()
            .get(IMPLICATIONS + "/french-startups-may-gain-access-and-competition")
            .then()
            .statusCode(200)
            .body("clauses.find { it.clause == 'corporate-structure' }.basis", equalTo("stated"))
            .body("regulations.find { it.regulation == 'data-act' }.basis", equalTo("editorial"));
    answer
        .body(
            "clauses.find { it.clause == 'corporate-structure' }.citations[0].source",
            equalTo("article"))
        .body("regulations.find { it.regulation == 'data-act' }.citations", hasSize(0))
        .body("revision", greaterThan(0));
  }

  @Test
  void clausesTellHowTheyStandOnTheDay() {
    String exclusivity = "clauses.find { it.clause == 'ip-exclusivity' }.status";
    String path = IMPLICATIONS + "/french-startups-may-gain-access-and-competition";
    given().get(path + "?asOf=2026-01-01").then().body(exclusivity, equalTo("inForce"));
    given().get(path + "?asOf=2026-05-01").then().body(exclusivity, equalTo("ended"));
  }

  @Test
  void contradictedStatementsAreServedAsConflict() {
    String item = "items.find { it.id == 'stake-shows-microsoft-confidence' }";
    list("")
        .body(item + ".conflict", equalTo(true))
        .body(item + ".disputedBy.source", hasItem("openai-2025-10-28"));
  }

  @Test
  void evidencePolicyHidesAndCounts() {
    int all = list("").extract().path("items.size()");
    int primary = list("evidence=primary").extract().path("items.size()");
    int hidden = list("evidence=primary").extract().path("hidden");
    org.junit.jupiter.api.Assertions.assertTrue(primary < all);
    org.junit.jupiter.api.Assertions.assertTrue(hidden >= all - primary);
    list("").body("hidden", equalTo(0));
  }

  @Test
  void matrixTellsOwnFromInheritedFromNone() {
    given()
        .queryParam("regions", "FR,EU")
        .queryParam("limit", 100)
        .get(IMPLICATIONS + "/matrix")
        .then()
        .statusCode(200)
        .body("items.cells.collect { it.region }", everyItem(contains("FR", "EU")))
        .body("items.find { it.region == 'FR' }.cells.reach", contains("own", "none"))
        .body("items.find { it.region == 'EU' }.cells.reach", contains("inherited", "own"))
        .body("items.find { it.region == 'EU' }.cells[0].inheritedFrom", equalTo("EU"))
        .body("items.find { it.region == 'EU' }.cells[1].inheritedFrom", nullValue())
        .body(
            "items.find { it.region == 'WORLD' }.cells.reach", contains("inherited", "inherited"));
  }

  @Test
  void unknownRegionIsRefusedWithThoseThereAre() {
    given()
        .queryParam("regions", "FR,XX")
        .get(IMPLICATIONS + "/matrix")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("regions"));
    given()
        .queryParam("region", "FRA")
        .get(IMPLICATIONS)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("region"))
        .body("errors[0].detail", org.hamcrest.Matchers.containsString("'FR'"));
  }

  private static ValidatableResponse list(String query) {
    return given().get(IMPLICATIONS + "?limit=100&" + query).then().statusCode(200);
  }
}

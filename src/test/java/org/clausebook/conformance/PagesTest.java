package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** Pages and filters: section 1.6 of the checklist. */
@ClausebookTest
class PagesTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

  @Test
  void h71h72h73h74h75PagesLeadThroughTheWholeCollection() {
    List<String> all = given().queryParam("limit", 100).get(CLAUSES).path("items.id");
    List<String> walked = new ArrayList<>();
    String next = CLAUSES + "?limit=4&lang=fr";
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next.replaceAll("^https?://[^/]+", ""));
      assertEquals("fr", page.header("Content-Language"));
      walked.addAll(page.path("items.id"));
      next = page.path("page.next");
      assertEquals(next != null, page.header("Link").contains("rel=\"next\""));
      assertTrue(next == null || page.header("Link").contains('<' + next + '>'));
    }
    assertEquals(all, walked);
  }

  @Test
  void h77h78CursorBelongsToItsQuestion() {
    String next = given().queryParam("limit", 2).get(CLAUSES).path("page.next");
    String cursor = next.replaceAll(".*cursor=([^&]+).*", "$1");
    given().queryParam("limit", 5).queryParam("cursor", cursor).get(CLAUSES).then().statusCode(200);
    given()
        .queryParam("cursor", cursor)
        .queryParam("theme", "economics")
        .get(CLAUSES)
        .then()
        .statusCode(400)
        .body("type", containsString("invalid-cursor"));
    given().queryParam("cursor", cursor).get(DEAL + "/stakeholders").then().statusCode(400);
    given().queryParam("cursor", 'A' + cursor.substring(1)).get(CLAUSES).then().statusCode(400);
  }

  @Test
  void h91NothingFoundIsAnEmptyPage() {
    given()
        .queryParam("stakeholder", "cnil")
        .get(CLAUSES)
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("page.next", nullValue());
  }

  @Test
  void h76h83h84h88WhatTheContractDoesNotAdmitIsRefused() {
    for (String query :
        List.of(
            "limit=0",
            "limit=-1",
            "limit=ten",
            "limit=101",
            "lmit=3",
            "limit=1&limit=2",
            "theme=money",
            "status=InForce",
            "asOf=today")) {
      given()
          .urlEncodingEnabled(false)
          .get(CLAUSES + '?' + query)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo(query.split("=", 2)[0]));
    }
    given().get(CLAUSES).then().body("page.limit", equalTo(20));
  }

  @Test
  void h87FromIsIncludedUntilIsNotAndTheyDoNotCross() {
    String timeline = DEAL + "/timeline?kind=instrument&";
    for (String[] row :
        new String[][] {
          {"from=2025-10-28&until=2025-10-29", "2025-10-28"},
          {"from=2025-09-11&until=2025-10-28", "2025-09-11"},
          {"from=2025-10-28&until=2025-10-28", null}
        }) {
      given()
          .urlEncodingEnabled(false)
          .get(timeline + row[0])
          .then()
          .body("items.date", equalTo(row[1] == null ? List.of() : List.of(row[1])));
    }
    given()
        .get("/v1/deals?signedFrom=2026-04-27&signedUntil=2026-04-28")
        .then()
        .body("items", hasSize(1));
    given()
        .get("/v1/deals?signedFrom=2026-02-28&signedUntil=2026-04-27")
        .then()
        .body("items", hasSize(0));
    given()
        .urlEncodingEnabled(false)
        .get(timeline + "from=2025-10-29&until=2025-10-28")
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of("from", "until")));
  }

  @Test
  void h92QuestionsMayHoldAnything() {
    for (String question :
        List.of(
            "exclusivité",
            "EXCLUSIVITE",
            "l’API",
            "l'API",
            "œuvre",
            "IA",
            "\"unfinished",
            "-or & | ! :*",
            "%",
            "_",
            "\\",
            "💥",
            "שלום",
            "a".repeat(190))) {
      given().queryParam("q", question).get("/v1/search").then().statusCode(200);
    }
    // Neither stands for anything: one is said nowhere, the other only where there is a figure.
    given().queryParam("q", "_").get("/v1/search").then().body("items", hasSize(0));
    given()
        .queryParam("q", "%")
        .get("/v1/search")
        .then()
        .body("items.snippet", everyItem(containsString("%")));
  }
}

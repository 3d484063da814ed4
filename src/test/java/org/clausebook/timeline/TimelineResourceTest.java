package org.clausebook.timeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class TimelineResourceTest {

  private static final String TIMELINE = "/v1/deals/microsoft-openai/timeline";

  @Test
  void everythingDatedIsThereInOrder() {
    List<Map<String, Object>> entries = all("");
    List<String> dates = entries.stream().map(entry -> (String) entry.get("date")).toList();
    assertEquals(dates.stream().sorted().toList(), dates);
    assertEquals(entries.size(), entries.stream().map(entry -> entry.get("id")).distinct().count());
    List<Object> kinds = entries.stream().map(entry -> entry.get("kind")).distinct().toList();
    assertTrue(
        kinds.containsAll(List.of("instrument", "termBegins", "termEnds", "event", "milestone")));
  }

  @Test
  void sevenInstrumentsOldestFirst() {
    timeline("kind=instrument")
        .body("items", hasSize(7))
        .body("items[0].date", equalTo("2019-07-22"))
        .body("items[6].instrument", equalTo("2026-04-27"));
  }

  @Test
  void futureEndsOfTermsAreForeseen() {
    timeline("kind=termEnds&from=2026-11-24&asOf=2026-11-23")
        .body("items.upcoming", everyItem(equalTo(true)))
        .body("items.find { it.clause == 'ip-rights-models-products' }.date", equalTo("2032-12-31"))
        .body("items.find { it.clause == 'ip-rights-research' }.date", equalTo("2030-12-31"))
        .body("items.find { it.clause == 'ip-rights-research' }.end.rule", equalTo("earlier"))
        .body(
            "items.find { it.clause == 'ip-rights-research' }.silentInstrument",
            equalTo("2026-04-27"))
        .body("items.findAll { it.silentInstrument }", hasSize(1))
        .body(
            "items.find { it.clause == 'revenue-share-to-microsoft' }.date", equalTo("2030-12-31"));
  }

  @Test
  void termsEndedByAnInstrumentNameIt() {
    timeline("kind=termEnds&from=2026-04-27&until=2026-04-28")
        .body("items.instrument", everyItem(equalTo("2026-04-27")))
        .body("items.clause", hasItems("ip-exclusivity", "revenue-share-to-openai"));
  }

  @Test
  void milestonesOfLinkedRegulationsAreThere() {
    timeline("kind=milestone&limit=100")
        .body("items.date", hasItems("2026-08-02", "2027-01-12", "2027-12-02"))
        .body("items.find { it.date == '2027-01-12' }.link", containsString("/v1/regulations/"));
  }

  @Test
  void whatIsKnownToTheMonthReachesIntoThePeriod() {
    timeline("kind=event&from=2018-04-15&until=2018-05-01")
        .body("items.date", hasItem("2018-04-01"));
    timeline("kind=event&from=2018-05-01&until=2018-06-01").body("items", hasSize(0));
  }

  @Test
  void whatIsKnownToTheMonthOrYearIsPastOnceItIsOver() {
    for (String entry :
        List.of(
            "milestone/gdpr/garante-annulment 2026-11-22 2026-11-23",
            "milestone/dma/gatekeeper-duties 2024-03-30 2024-03-31",
            "event/second-microsoft-investment 2021-12-30 2021-12-31")) {
      String[] parts = entry.split(" ");
      String kind = "limit=100&kind=" + parts[0].split("/")[0];
      String upcoming = "items.find { it.id == '" + parts[0] + "' }.upcoming";
      timeline(kind + "&asOf=" + parts[1]).body(upcoming, equalTo(true));
      timeline(kind + "&asOf=" + parts[2]).body(upcoming, equalTo(false));
    }
  }

  @Test
  void milestoneThatIsOnlyExpectedIsNeverPast() {
    for (String id :
        List.of("dma-cloud-investigations/expected-decision", "dsa/chatgpt-compliance")) {
      timeline("kind=milestone&limit=100&asOf=2028-01-01")
          .body("items.find { it.id == 'milestone/" + id + "' }.upcoming", equalTo(true));
    }
    timeline("kind=milestone&limit=100&asOf=2028-01-01")
        .body("items.findAll { it.upcoming && it.date < '2028-01-01' }", hasSize(2));
  }

  @Test
  void evidencePolicyHidesAndCounts() {
    timeline("evidence=primary")
        .body("hidden", greaterThan(0))
        .body("items.evidence", everyItem(equalTo("primary")));
  }

  @Test
  void frenchIsServedInFrench() {
    given()
        .header("Accept-Language", "fr")
        .get(TIMELINE + "?kind=termEnds&from=2032-01-01")
        .then()
        .header("Content-Language", "fr")
        .body("items[0].title", containsString("la stipulation prend fin"));
  }

  @Test
  void theFeedHasAnAddressToSubscribeTo() {
    given()
        .get(TIMELINE + "?format=ics")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/calendar"));
  }

  private static ValidatableResponse timeline(String query) {
    return given().get(TIMELINE + "?" + query).then().statusCode(200);
  }

  /** Walks all pages. */
  private static List<Map<String, Object>> all(String query) {
    List<Map<String, Object>> entries = new ArrayList<>();
    ValidatableResponse page = timeline("limit=100" + query);
    while (true) {
      entries.addAll(page.extract().<List<Map<String, Object>>>path("items"));
      String next = page.extract().path("page.next");
      if (next == null) {
        return entries;
      }
      page =
          given()
              .urlEncodingEnabled(false)
              .get(next.substring(next.indexOf("/v1/")))
              .then()
              .statusCode(200);
    }
  }
}

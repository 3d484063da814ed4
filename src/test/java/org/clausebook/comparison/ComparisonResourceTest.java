package org.clausebook.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class ComparisonResourceTest {

  private static final String COMPARISON = "/v1/deals/microsoft-openai/comparison";

  /** What the press gets wrong, and the reason the comparison exists. */
  @Test
  void octoberToAprilNamesWhatChangedAndWhatNobodyRestated() {
    ValidatableResponse answer =
        compare("2025-10-28", "2026-04-27")
            .body(
                "items.clause",
                containsInAnyOrder(
                    "ip-exclusivity",
                    "api-distribution",
                    "compute-sourcing",
                    "revenue-share-to-microsoft",
                    "revenue-share-to-openai"));
    answer
        .rootPath(
            "items.find { it.clause == '%s' }",
            io.restassured.RestAssured.withArgs("ip-exclusivity"))
        .body("effects.kind", contains("reaffirmed", "removed"))
        .body("effects[1].instrument", equalTo("2026-04-27"))
        .body("before.term.exclusive", equalTo(true))
        .body("after.status", equalTo("ended"))
        .body("after.term", nullValue())
        .body("ending.cause", equalTo("instrument"));
    answer
        .rootPath("unchanged.find { it.clause == 'ip-rights-models-products' }")
        .body("reaffirmedBy", contains("2026-02-27", "2026-04-27"))
        .body("term.end.until", equalTo("2033-01-01"))
        .body("summary", containsString("Through 2032"));
    answer
        .rootPath("items.find { it.clause == 'api-distribution' }")
        .body("before.term.exclusive", equalTo(true))
        .body("after.term.exclusive", equalTo(false))
        .body("after.term.covers", hasItem("Any cloud provider"))
        .body("summary", containsString("no longer exclusive"));
    answer
        .rootPath("items.find { it.clause == 'revenue-share-to-microsoft' }")
        .body("effects.kind", hasItems("capped", "substituted"))
        .body("before.term.end.event", equalTo("agi-verified"))
        .body("after.term.end.rule", equalTo("date"))
        .body("after.term.end.until", equalTo("2031-01-01"))
        .body("after.term.figures.find { it.id == 'total-cap' }.disclosed", equalTo(false))
        .body("differences.pointer", hasItems("/end/rule", "/end/until", "/end/event"))
        .body("differences.find { it.pointer == '/end/event' }.before", equalTo("agi-verified"))
        .body("differences.find { it.pointer == '/end/event' }.after", nullValue());
    answer
        .rootPath("items.find { it.clause == 'revenue-share-to-openai' }")
        .body("effects.kind", contains("removed"))
        .body("after.status", equalTo("ended"));
    answer
        .noRootPath()
        .body(
            "notRestated",
            containsInAnyOrder(
                "agi-verification",
                "ip-rights-research",
                "ip-consumer-hardware",
                "third-party-products",
                "independent-agi",
                "compute-thresholds",
                "azure-commitment",
                "national-security-api",
                "open-weight-models"))
        .body("unknown.becameUnknown", everyItem(equalTo(true)))
        .body("unknown.silentInstrument", everyItem(equalTo("2026-04-27")))
        .body("unchanged.clause", not(hasItem("agi-verification")));
  }

  @Test
  void sameDayIsEmpty() {
    compare("2026-04-27", "2026-04-27")
        .body("items", hasSize(0))
        .body("unchanged", hasSize(0))
        .body("unknown", hasSize(0))
        .body("notRestated", hasSize(0));
  }

  @Test
  void aForeseenEndIsAChangeWithoutInstrument() {
    compare("2032-12-31", "2033-01-01")
        .body("items.clause", contains("ip-rights-models-products"))
        .body("items[0].effects", hasSize(0))
        .body("items[0].ending.cause", equalTo("date"))
        .body("items[0].ending.date", equalTo("2033-01-01"))
        .body("items[0].before.status", equalTo("inForce"))
        .body("items[0].after.status", equalTo("ended"))
        .body("items[0].summary", containsString("Through 2032"));
  }

  @Test
  void filtersLeaveOneThemeOrOneClause() {
    given()
        .get(COMPARISON + "?from=2025-10-28&until=2026-04-27&theme=economics")
        .then()
        .body("items.theme", everyItem(equalTo("economics")))
        .body("unchanged.clause", contains("equity-stake"));
    given()
        .get(COMPARISON + "?from=2025-10-28&until=2026-04-27&clause=ip-exclusivity")
        .then()
        .body("items.clause", contains("ip-exclusivity"))
        .body("unchanged", hasSize(0));
  }

  @Test
  void frenchIsServedInFrench() {
    given()
        .header("Accept-Language", "fr")
        .get(COMPARISON + "?from=2026-04-27&until=2025-10-28&clause=ip-exclusivity")
        .then()
        .header("Content-Language", "fr")
        .body("items[0].summary", containsString("suppression le 27\u00a0avril 2026"))
        .body("items[0].differences.find { it.pointer == '/end/text' }", nullValue())
        .body(
            "items[0].differences.find { it.pointer == '/text' }.after",
            containsString("exclusivité"));
  }

  @Test
  void mistakesAreNamed() {
    given()
        .get(COMPARISON + "?from=2025-10-28")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("until"));
    given()
        .get(COMPARISON + "?from=2025-02-30&until=2026-01-01")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("from"));
    given()
        .get(COMPARISON + "?from=2025-10-28&until=2026-04-27&clause=ip-exclusivty")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("clause"))
        .body("errors[0].detail", containsString("ip-exclusivity"));
  }

  /** For days drawn over the whole life of the deal, and every day on which something changes. */
  @Test
  void theInverseSwapsBeforeAndAfter() {
    for (LocalDate[] pair : pairs()) {
      Map<String, Map<String, Object>> there = byClause(pair[0], pair[1]);
      Map<String, Map<String, Object>> back = byClause(pair[1], pair[0]);
      assertEquals(there.keySet(), back.keySet());
      there.forEach(
          (clause, one) -> {
            Map<String, Object> other = back.get(clause);
            assertEquals(one.get("list"), other.get("list"), clause);
            assertEquals(one.get("before"), other.get("after"), clause);
            assertEquals(one.get("after"), other.get("before"), clause);
            assertEquals(one.get("effects"), other.get("effects"), clause);
            assertEquals(one.get("ending"), other.get("ending"), clause);
            assertEquals(inverted(one.get("differences")), other.get("differences"), clause);
          });
    }
  }

  @Test
  void adjacentSpansComposeToTheWhole() {
    for (LocalDate[] pair : pairs()) {
      LocalDate first = pair[0].isBefore(pair[1]) ? pair[0] : pair[1];
      LocalDate last = pair[0].isBefore(pair[1]) ? pair[1] : pair[0];
      LocalDate middle = first.plusDays((last.toEpochDay() - first.toEpochDay()) / 3);
      if (middle.equals(first) || middle.equals(last)) {
        continue;
      }
      Map<String, Map<String, Object>> whole = byClause(first, last);
      Map<String, Map<String, Object>> left = byClause(first, middle);
      Map<String, Map<String, Object>> right = byClause(middle, last);
      whole.forEach(
          (clause, one) -> {
            assertEquals(status(left.get(clause), "after"), status(right.get(clause), "before"));
            assertEquals(status(left.get(clause), "before"), status(one, "before"), clause);
            assertEquals(status(right.get(clause), "after"), status(one, "after"), clause);
            List<Object> effects = new ArrayList<>((List<?>) left.get(clause).get("effects"));
            effects.addAll((List<?>) right.get(clause).get("effects"));
            assertEquals(effects, one.get("effects"), clause);
          });
    }
  }

  private static List<LocalDate[]> pairs() {
    List<LocalDate> days = new ArrayList<>();
    for (String day :
        List.of(
            "2019-07-21",
            "2019-07-22",
            "2025-10-27",
            "2025-10-28",
            "2026-02-27",
            "2026-04-26",
            "2026-04-27",
            "2031-01-01",
            "2033-01-01")) {
      days.add(LocalDate.parse(day));
    }
    Random random = new Random(20251028);
    List<LocalDate[]> pairs = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      LocalDate drawn = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(15 * 365));
      LocalDate other = days.get(random.nextInt(days.size()));
      if (!drawn.equals(other)) {
        pairs.add(new LocalDate[] {drawn, other});
      }
    }
    pairs.add(new LocalDate[] {days.get(3), days.get(6)});
    return pairs;
  }

  /** Every clause of a comparison, whichever list it is in. */
  private static Map<String, Map<String, Object>> byClause(LocalDate from, LocalDate until) {
    Map<String, List<Map<String, Object>>> answer =
        compare(from.toString(), until.toString()).extract().path("");
    Map<String, Map<String, Object>> clauses = new HashMap<>();
    for (String list : List.of("items", "unchanged", "unknown")) {
      for (Map<String, Object> item : answer.get(list)) {
        Map<String, Object> copy = new HashMap<>(item);
        copy.put("list", list);
        clauses.put((String) item.get("clause"), copy);
      }
    }
    assertEquals(17, clauses.size());
    return clauses;
  }

  /** Status and term on one side; the lists of unchanged clauses tell the status only. */
  private static String status(Map<String, Object> clause, String side) {
    Object standing = clause.get(side);
    return standing instanceof Map<?, ?> map ? (String) map.get("status") : (String) standing;
  }

  private static List<Map<String, Object>> inverted(Object differences) {
    if (differences == null) {
      return null;
    }
    List<Map<String, Object>> inverted = new ArrayList<>();
    for (Object each : (List<?>) differences) {
      Map<?, ?> difference = (Map<?, ?>) each;
      Map<String, Object> swapped = new HashMap<>();
      swapped.put("pointer", difference.get("pointer"));
      if (difference.containsKey("after")) {
        swapped.put("before", difference.get("after"));
      }
      if (difference.containsKey("before")) {
        swapped.put("after", difference.get("before"));
      }
      inverted.add(swapped);
    }
    return inverted;
  }

  private static ValidatableResponse compare(String from, String until) {
    return given()
        .queryParam("from", from)
        .queryParam("until", until)
        .get(COMPARISON)
        .then()
        .statusCode(200);
  }
}

package org.clausebook.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.dossier.Dossier;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter finds what can be picked out of the whole by hand, no more and no less. */
@ClausebookTest
class SearchFiltersTest {

  private static final String QUESTION = "azure";

  /** Everything on all pages. */
  private record Everything(List<Map<String, Object>> items, JsonPath first) {

    Set<String> keys() {
      return items.stream().map(SearchFiltersTest::key).collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-11-25,false", "2025-12-01,false", "2020-01-01,false", "2020-01-01,true"})
  void everyFilterPicksWhatHasItsValue(String asOf, boolean includeHistory) {
    Map<String, Object> day = Map.of("asOf", asOf, "includeHistory", includeHistory);
    Everything all = everything(day);
    assertTrue(all.items().size() > 20);
    for (ResultType type : ResultType.values()) {
      picks(all, day, "type", type.name(), item -> item.get("type").equals(type.name()));
    }
    for (Dossier.Theme theme : Dossier.Theme.values()) {
      picks(all, day, "theme", theme.name(), item -> theme.name().equals(item.get("theme")));
    }
    picks(
        all, day, "deal", "microsoft-openai", item -> "microsoft-openai".equals(item.get("deal")));
    picks(all, day, "region", "FR", item -> isOf(item, Set.of("FR", "EU", "WORLD")));
    picks(all, day, "region", "WORLD", item -> isOf(item, Set.of("WORLD")));
  }

  @Test
  void facetsCountEveryResultThatHasTheValue() {
    Everything all = everything(Map.of("includeHistory", true));
    for (String facet : List.of("type", "deal", "theme")) {
      assertEquals(
          counts(all.items().stream().map(item -> (String) item.get(facet))),
          facet(all.first(), facet));
    }
    assertEquals(
        counts(all.items().stream().flatMap(item -> regions(item).stream())),
        facet(all.first(), "region"));
  }

  @Test
  void whatDoesNotHoldIsMarkedAndOnlyFoundWhenAskedFor() {
    Everything now = everything(Map.of("asOf", "2020-01-01"));
    Everything ever = everything(Map.of("asOf", "2020-01-01", "includeHistory", true));
    assertTrue(ever.keys().containsAll(now.keys()));
    assertEquals(
        now.keys(),
        ever.items().stream()
            .filter(item -> !Boolean.FALSE.equals(item.get("isInForce")))
            .map(SearchFiltersTest::key)
            .collect(Collectors.toSet()));
    assertEquals(ever.items().size() - now.items().size(), now.first().getInt("notInForce"));
  }

  @Test
  void whatWasRevisedSinceIsLeftOutOfWhatWasKnown() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      Instant then = Instant.now();
      search(Map.of("deal", deal.slug, "knownAt", then.toString()), "lighthouse")
          .body("items.deal", hasItem(deal.slug));
      deal.publish(2).then().statusCode(200);
      search(Map.of("knownAt", then.truncatedTo(ChronoUnit.MICROS).toString()), "lighthouse")
          .body("items.deal", not(hasItem(deal.slug)))
          .body("leftOut", greaterThanOrEqualTo(1));
      search(Map.of("deal", deal.slug), "lighthouse")
          .body("items.deal", everyItem(equalTo(deal.slug)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "deal,microsoft-opena,microsoft-openai",
    "deal,nothing-like-it,nothing-like-it",
    "region,UE,UE",
    "theme,governence,governance",
    "type,claus,clause"
  })
  void filterThatNamesNothingIsRefused(String parameter, String value, String told) {
    given()
        .queryParam("q", QUESTION)
        .queryParam(parameter, value)
        .get("/v1/search")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo(parameter))
        .body("errors[0].detail", containsString(told));
  }

  private static void picks(
      Everything all,
      Map<String, Object> day,
      String filter,
      String value,
      Predicate<Map<String, Object>> has) {
    Set<String> expected =
        all.items().stream().filter(has).map(SearchFiltersTest::key).collect(Collectors.toSet());
    Map<String, Object> parameters = new HashMap<>(day);
    parameters.put(filter, value);
    Everything picked = everything(parameters);
    // Where nothing has the word itself, what resembles it is found.
    if (picked.first().getString("matching").equals("all")) {
      assertEquals(expected, picked.keys(), filter + "=" + value);
    } else {
      assertEquals(Set.of(), expected, filter + "=" + value);
    }
  }

  private static Everything everything(Map<String, Object> parameters) {
    List<Map<String, Object>> items = new ArrayList<>();
    JsonPath first = null;
    String next = null;
    do {
      JsonPath page =
          next == null
              ? search(parameters, QUESTION).extract().jsonPath()
              : given()
                  .urlEncodingEnabled(false)
                  .get(next.substring(next.indexOf("/v1/")))
                  .then()
                  .statusCode(200)
                  .extract()
                  .jsonPath();
      first = first == null ? page : first;
      items.addAll(page.getList("items"));
      next = page.getString("page.next");
    } while (next != null);
    assertEquals(first.getInt("total.count"), items.size());
    return new Everything(items, first);
  }

  private static io.restassured.response.ValidatableResponse search(
      Map<String, Object> parameters, String question) {
    return given()
        .queryParam("q", question)
        .queryParam("limit", 100)
        .queryParams(parameters)
        .get("/v1/search")
        .then()
        .statusCode(200);
  }

  private static Map<String, Integer> facet(JsonPath answer, String name) {
    List<Map<String, Object>> counts = answer.getList("facets." + name);
    return counts.stream()
        .collect(
            Collectors.toMap(
                each -> (String) each.get("value"), each -> (Integer) each.get("count")));
  }

  private static Map<String, Integer> counts(Stream<String> values) {
    return values
        .filter(each -> each != null)
        .collect(Collectors.toMap(each -> each, each -> 1, Integer::sum));
  }

  private static boolean isOf(Map<String, Object> item, Set<String> regions) {
    return regions(item).stream().anyMatch(regions::contains);
  }

  @SuppressWarnings("unchecked")
  private static List<String> regions(Map<String, Object> item) {
    return item.get("regions") == null ? List.of() : (List<String>) item.get("regions");
  }

  private static String key(Map<String, Object> item) {
    return item.get("type") + "/" + item.get("deal") + "/" + item.get("id");
  }
}

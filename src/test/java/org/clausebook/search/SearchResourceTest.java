package org.clausebook.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class SearchResourceTest {

  @Test
  void wordOfOneLanguageIsFoundThereAndShownThere() {
    search("souveraineté", "en")
        .body("items[0].language", equalTo("fr"))
        .body("items[0].snippet", containsString("<mark>"))
        .body("items[0].title", not(containsString("souveraineté")));
    search("RGPD", "en")
        .body("items[0].id", equalTo("gdpr"))
        .body("items[0].language", equalTo("en"));
  }

  @Test
  void slipOfThePenIsMendedAndTold() {
    search("souverainté", "fr")
        .body("matching", equalTo("corrected"))
        .body("suggestion", equalTo("souveraineté"))
        .body("total.count", greaterThan(0));
    search("Microsfot cloud", "en").body("suggestion", equalTo("microsoft cloud"));
  }

  @Test
  void lastWordMayBeUnfinished() {
    search("droit de prem", "fr")
        .body("matching", equalTo("beginning"))
        .body("total.count", greaterThan(0));
    search("zz", "fr").body("matching", equalTo("some")).body("items", equalTo(List.of()));
  }

  /** The timeline holds what has a day, the events hold what terms hang on. */
  @Test
  void eventIsLinkedToWhereItIsListed() {
    given()
        .queryParam("limit", 100)
        .get(addressOf("agi-verified", "AGI verified by the panel"))
        .then()
        .body("items.id", hasItem("agi-verified"));
    given()
        .queryParam("limit", 100)
        .get(addressOf("openai-charter-defines-agi", "The OpenAI Charter defines AGI"))
        .then()
        .body("items.id", hasItem("event/openai-charter-defines-agi"));
  }

  private static String addressOf(String event, String title) {
    String address =
        search(title, "en", "type", "event")
            .extract()
            .path("items.find { it.id == '" + event + "' }.links.self");
    return URI.create(address).getPath();
  }

  @Test
  void whatHasEndedIsFoundOnlyWhenAskedForAndIsMarked() {
    String question = "Part de revenus versée à OpenAI";
    search(question, "fr")
        .body("items.id", not(hasItem("revenue-share-to-openai")))
        .body("notInForce", greaterThan(0));
    search(question, "fr", "includeHistory", "true")
        .body("items[0].id", equalTo("revenue-share-to-openai"))
        .body("items[0].isInForce", is(false))
        .body("items[0].until", equalTo("2026-04-27"))
        .body("notInForce", nullValue());
    search(question, "fr", "asOf", "2025-12-01")
        .body("items[0].id", equalTo("revenue-share-to-openai"))
        .body("items[0].isInForce", is(true));
  }

  @Test
  void regionBringsWhatItLiesWithin() {
    search("données", "fr", "region", "FR", "limit", "100")
        .body("items.regions.flatten()", hasItem("FR"))
        .body("items.regions.flatten()", hasItem("EU"))
        .body("items.regions.flatten()", everyItem(oneOf("FR", "EU", "WORLD")));
    search("données", "fr", "region", "EU", "limit", "100")
        .body("items.regions.flatten()", not(hasItem("FR")));
  }

  @Test
  void facetsCountWhatTheFiltersFind() {
    JsonPath all = search("cloud", "en").extract().jsonPath();
    for (String facet : List.of("type", "deal", "region", "theme")) {
      String value = all.getString("facets." + facet + "[0].value");
      if (!facet.equals("region")) {
        search("cloud", "en", facet, value)
            .body("total.count", equalTo(all.getInt("facets." + facet + "[0].count")));
      }
    }
  }

  @Test
  void pagesGoThroughEverythingOnceInOrder() {
    int total = search("azure", "en").extract().path("total.count");
    List<String> seen = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    String next = null;
    do {
      JsonPath page =
          (next == null
                  ? given().queryParam("q", "azure").queryParam("limit", 7).get("/v1/search")
                  : given().urlEncodingEnabled(false).get(next.substring(next.indexOf("/v1/"))))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      List<String> types = page.getList("items.type");
      List<String> ids = page.getList("items.id");
      List<String> deals = page.getList("items.deal");
      for (int i = 0; i < ids.size(); i++) {
        seen.add(types.get(i) + deals.get(i) + ids.get(i));
      }
      page.getList("items.score", Double.class).forEach(scores::add);
      next = page.getString("page.next");
    } while (next != null);
    assertEquals(total, seen.size());
    assertEquals(total, new HashSet<>(seen).size());
    assertEquals(scores.stream().sorted((a, b) -> Double.compare(b, a)).toList(), scores);
  }

  @Test
  void pastKnowledgeIsNotInventedFromWhatIsKnownNow() {
    search("azure", "en", "knownAt", "2020-01-01T00:00:00Z")
        .body("items", equalTo(List.of()))
        .body("leftOut", equalTo(0));
    search("azure", "en", "knownAt", "2999-01-01T00:00:00Z").body("items.size()", greaterThan(0));
  }

  @Test
  void exclusionAndChoiceAreUnderstood() {
    search("mistral or anthropic", "en", "type", "stakeholder")
        .body("items.id", hasItem("mistral-ai"))
        .body("items.id", hasItem("anthropic"));
    search("mistral -microsoft", "en")
        .body("items.snippet", everyItem(not(containsString("Microsoft"))));
  }

  private static ValidatableResponse search(
      String question, String language, String... parameters) {
    RequestSpecification request = given().queryParam("q", question).queryParam("lang", language);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get("/v1/search").then().statusCode(200);
  }
}

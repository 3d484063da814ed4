package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections that grow with the record are not made whole in memory however long they are. */
@ClausebookTest
@TestProfile(WholeCollectionsTest.OneItem.class)
class WholeCollectionsTest {

  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

  /** As if one item were too much already, which is quicker made than thousands. */
  public static final class OneItem implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("clausebook.http.max-items", "1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/sources?format=csv",
        "/v1/sources?format=ndjson",
        "/v1/regions/FR/implications?format=csv",
        "/v1/changes?format=ndjson",
      })
  void oneThatIsTooLongIsRefusedWithTheWayToReadIt(String path) {
    given()
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo("limit"))
        .body("errors[0].detail", containsString("pages"));
  }

  @Test
  void itsPagesLeadThroughAllOfIt() {
    int items = 0;
    String address = "/v1/sources?format=ndjson&limit=2";
    int pages = 0;
    while (address != null) {
      var answer = given().get(address).then().statusCode(200).extract().response();
      items += (int) answer.body().asString().lines().count();
      Matcher next = NEXT.matcher(answer.header("Link"));
      address = next.find() ? next.group(1).replaceFirst("https?://[^/]+", "") : null;
      pages++;
    }
    int all = given().get("/v1/sources?limit=100").path("items.size()");
    assertEquals(all, items);
    assertTrue(pages > 1);
  }

  @Test
  void whatFitsIsGivenWhole() {
    given().get("/v1/deals?format=ndjson").then().statusCode(200);
  }

  @Test
  void aCollectionOfOneDossierIsAlwaysGivenWhole() {
    int all = given().get("/v1/deals/microsoft-openai/clauses?limit=100").path("items.size()");
    String lines =
        given()
            .get("/v1/deals/microsoft-openai/clauses?format=ndjson")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertEquals(all, lines.lines().count(), lines);
  }
}

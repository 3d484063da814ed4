package org.clausebook.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.restassured.path.json.JsonPath;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.Test;

@ClausebookTest
class ChangeResourceTest {

  @Test
  void followingThePagesGivesEveryChangeOnceInOrder() {
    String next = "/v1/changes?limit=1";
    int expected = 1;
    String resume = null;
    while (next != null) {
      JsonPath page = given().urlEncodingEnabled(false).get(next).jsonPath();
      assertEquals(expected, page.getInt("items[0].dataset"));
      expected++;
      resume = local(page.getString("links.resume"));
      next = local(page.getString("page.next"));
    }
    given().urlEncodingEnabled(false).get(resume).then().statusCode(200).body("items", empty());
  }

  @Test
  void linksOfEveryChangeLeadSomewhereWhateverCameLater() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      deal.publish(2).then().statusCode(200);
      deal.withdraw().then().statusCode(204);
      List<Map<String, String>> links =
          given().get("/v1/changes?deal=" + deal.slug).path("items.links");
      assertEquals(3, links.size());
      for (Map<String, String> each : links) {
        // A withdrawal has no address of its own.
        assertEquals(each != links.get(2), each.containsKey("self"));
        assertTrue(each.keySet().containsAll(Set.of("revision", "dossier", "deal")));
        each.values()
            .forEach(
                link -> given().urlEncodingEnabled(false).get(local(link)).then().statusCode(200));
      }
      given()
          .urlEncodingEnabled(false)
          .get(local(links.get(2).get("deal")))
          .then()
          .body("revision", equalTo(2));
    }
  }

  @Test
  void dealThatNeverWasIsNotFollowed() {
    for (String path : List.of("/v1/changes", "/v1/changes/stream")) {
      given()
          .get(path + "?deal=no-such-deal")
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("deal"));
    }
    given()
        .accept("application/atom+xml")
        .get("/v1/changes?deal=no-such-deal")
        .then()
        .statusCode(400);
  }

  @Test
  void tokenOfOtherFiltersIsRefused() {
    String resume = local(given().get("/v1/changes?limit=1").jsonPath().getString("links.resume"));
    given()
        .urlEncodingEnabled(false)
        .get(resume + "&kind=editorial")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("since"));
  }

  @Test
  void feedReadersUnderstandTheFeed() throws FeedException {
    String feed = given().accept("application/atom+xml").get("/v1/changes").asString();
    SyndFeed read = new SyndFeedInput().build(new StringReader(feed));
    assertEquals("atom_1.0", read.getFeedType());
    assertEquals(
        given().get("/v1/changes?limit=1").jsonPath().getString("items[0].note"),
        new SyndFeedInput()
            .build(
                new StringReader(
                    given()
                        .accept("application/atom+xml")
                        .get("/v1/changes?limit=1&since=2000-01-01T00:00:00Z")
                        .asString()))
            .getEntries()
            .get(0)
            .getDescription()
            .getValue());
  }

  private static String local(String url) {
    if (url == null) {
      return null;
    }
    URI address = URI.create(url);
    return address.getRawPath()
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }
}

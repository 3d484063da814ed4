package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;

/**
 * Row H130 where it is hardest: clients reach the service below a path, through a proxy that takes
 * the path away and forwards what it likes.
 */
@ClausebookTest
@TestProfile(BehindAProxyTest.BelowAPath.class)
class BehindAProxyTest {

  private static final String PUBLIC = "https://data.example.org/deals-of-record";
  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final Pattern ADDRESS =
      Pattern.compile("\"(https?://[^\"]*?/(v1|problems)/[^\"]*)\"");

  /** What the operator configures, and nothing else. */
  public static final class BelowAPath implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("clausebook.http.public-url", PUBLIC);
    }
  }

  @Test
  void everyLinkIsThePublicOneWhateverIsForwarded() {
    for (String path :
        List.of("/v1", DEAL, DEAL + "/clauses?limit=2", DEAL + "/dossier", "/v1/changes")) {
      RawHttp.Answer answer =
          RawHttp.send(
              "GET",
              path,
              "X-Forwarded-Host: evil.example",
              "X-Forwarded-Proto: gopher",
              "X-Forwarded-Prefix: /evil",
              "Forwarded: host=evil.example;proto=gopher");
      assertEquals(200, answer.status());
      List<String> own =
          ADDRESS
              .matcher(answer.text())
              .results()
              .map((MatchResult each) -> each.group(1))
              .toList();
      assertTrue(
          own.stream().allMatch(each -> each.startsWith(PUBLIC + "/")),
          () -> own.stream().filter(each -> !each.startsWith(PUBLIC)).toList().toString());
      assertTrue(!answer.text().contains("evil") && !answer.headers().toString().contains("evil"));
      String links = answer.header("Link");
      assertTrue(links == null || !links.contains("<") || links.contains("<" + PUBLIC), links);
    }
  }

  @Test
  void pagesFollowTheirLinksThroughTheProxy() {
    Response first = given().get(DEAL + "/clauses?limit=9");
    String next = first.path("page.next");
    assertTrue(next.startsWith(PUBLIC + DEAL), next);
    given()
        .urlEncodingEnabled(false)
        .get(next.substring(PUBLIC.length()))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(8));
  }

  @Test
  void problemsAndWhatHasMovedLeadToThePublicAddress() {
    given()
        .get("/v1/nothing")
        .then()
        .statusCode(404)
        .body("type", startsWith(PUBLIC + "/problems/"))
        .body("detail", containsString(PUBLIC + "/v1"));
    given()
        .redirects()
        .follow(false)
        .get("/q/openapi")
        .then()
        .statusCode(308)
        .header("Location", equalTo(PUBLIC + "/openapi"));
    given().get("/llms.txt").then().body(containsString(PUBLIC + "/v1"));
  }

  /** Pages must do without knowing where they stand, or know it from the configuration. */
  @Test
  void pagesAskForNothingOutsideTheirPath() {
    Pattern rooted = Pattern.compile("(?:href|src|action)=\"/(?!deals-of-record/)[^\"]*\"");
    for (String path : List.of("/", "/swagger-ui", "/problems/not-found", "/no/such/page")) {
      String page = given().accept("text/html").get(path).asString();
      assertTrue(page.contains("<html"), path);
      assertEquals(
          List.of(), rooted.matcher(page).results().map(MatchResult::group).toList(), path);
    }
  }
}

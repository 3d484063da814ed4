package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;

/** Caching, compression and browsers of other sites: section 1.8 of the checklist. */
@ClausebookTest
class CachingTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

  @Test
  void h70h112h113h114CompressionIsOnlyUsedWhereItHelps() {
    assertEquals(
        "gzip", RawHttp.send("GET", DEAL, "Accept-Encoding: gzip").header("Content-Encoding"));
    assertEquals(
        "gzip",
        RawHttp.send("GET", DEAL, "Accept-Encoding: br", "Accept-Encoding: gzip")
            .header("Content-Encoding"));
    for (String coding :
        List.of(
            "gzip;q=0",
            "gzip;q=0, *",
            "gzip;q=0.5, identity",
            "identity",
            "br",
            "*;q=0",
            "identity;q=0")) {
      assertNull(
          RawHttp.send("GET", DEAL, "Accept-Encoding: " + coding).header("Content-Encoding"),
          coding);
    }
    assertNull(
        RawHttp.send("GET", "/v1/nothing", "Accept-Encoding: gzip").header("Content-Encoding"));
    assertNull(RawHttp.send("OPTIONS", DEAL, "Accept-Encoding: gzip").header("Content-Encoding"));
    assertArrayEquals(
        RawHttp.send("GET", DEAL).body(),
        RawHttp.send("GET", DEAL, "Accept-Encoding: gzip").body());
  }

  @Test
  void h105h107CachingIsAlwaysSaid() {
    given()
        .get(DEAL)
        .then()
        .header("Cache-Control", startsWith("public, max-age="))
        .header("Cache-Control", containsString("stale-while-revalidate="))
        .header("Cache-Control", containsString("stale-if-error="));
    given().get("/v1/nothing").then().header("Cache-Control", "no-store");
    String pinned = given().get(DEAL).path("links.citeAs");
    given()
        .urlEncodingEnabled(false)
        .get(pinned.replaceAll("^https?://[^/]+", ""))
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("immutable"));
  }

  @Test
  void h115h116h117h118EverybodyMayReadFromABrowser() {
    for (String target : List.of(DEAL, "/v1/nothing")) {
      RawHttp.Answer answer = RawHttp.send("GET", target, "Origin: https://example.org");
      assertEquals("*", answer.header("Access-Control-Allow-Origin"));
      assertNull(answer.header("Access-Control-Allow-Credentials"));
      for (String exposed : List.of("ETag", "Link", "Retry-After", "Content-Language")) {
        assertTrue(answer.header("Access-Control-Expose-Headers").contains(exposed));
      }
    }
    RawHttp.Answer preflight =
        RawHttp.send(
            "OPTIONS",
            DEAL,
            "Origin: https://example.org",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: if-none-match,accept-language,traceparent");
    assertEquals(204, preflight.status());
    for (String allowed :
        List.of("If-None-Match", "If-Match", "Accept-Language", "traceparent", "Idempotency-Key")) {
      assertTrue(preflight.header("Access-Control-Allow-Headers").contains(allowed), allowed);
    }
    assertTrue(preflight.header("Access-Control-Allow-Methods").contains("GET"));
    assertTrue(Integer.parseInt(preflight.header("Access-Control-Max-Age")) > 0);
  }

  @Test
  void h105FilesAreKeptForEverByTheNameOfTheirVersionOnly() {
    String page = given().header("Accept", "text/html").get("/").asString();
    String address = page.replaceAll("(?s).*\"(assets/page\\.css\\?v=[0-9a-f]+).*", "/$1");
    assertTrue(RawHttp.send("GET", address).header("Cache-Control").contains("immutable"));
    // During a rollout another version is asked for under its own address.
    for (String other : List.of(address + "0", "/assets/page.css")) {
      RawHttp.Answer answer = RawHttp.send("GET", other);
      assertEquals(200, answer.status());
      assertEquals("public, max-age=60", answer.header("Cache-Control"));
    }
  }

  @Test
  void h109h111TheSameQuestionHasTheSameBytesHoweverItIsAsked() {
    RawHttp.Answer plain = RawHttp.send("GET", CLAUSES + "?limit=5&theme=economics");
    RawHttp.Answer otherwise = RawHttp.send("GET", CLAUSES + "?theme=economics&limit=5");
    assertEquals(plain.status(), otherwise.status());
    assertArrayEquals(
        plain.body(), RawHttp.send("GET", CLAUSES + "?limit=5&theme=economics").body());
    assertEquals(
        plain.header("ETag"),
        RawHttp.send("GET", CLAUSES + "?limit=5&theme=economics", "Accept: */*").header("ETag"));
  }
}

package org.clausebook.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checklist of the HTTP layer, row by row: each test is named after its row. */
@ClausebookTest
class ConformanceTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = DEAL + "/clauses";
  private static final String FRENCH = "Microsoft a-t-elle";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "text/*;q=0.9, application/json;q=0.1",
        "application/json, application/problem+json",
        "application/json;charset=utf-8",
        "APPLICATION/JSON"
      })
  void h01h04JsonIsServedToThoseWhoAcceptIt(String accept) {
    given()
        .header("Accept", accept)
        .get(DEAL)
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @Test
  void h01NoAcceptIsJson() {
    assertEquals("application/json", RawHttp.send("GET", DEAL).header("Content-Type"));
  }

  @Test
  void h02h03h06h07h08NotAcceptableSaysWhatIsAvailable() {
    for (String accept :
        List.of(
            "application/xml",
            "application/json;q=0",
            "*/*;q=0",
            "foo",
            "application/problem+json")) {
      given()
          .header("Accept", accept)
          .get(DEAL)
          .then()
          .statusCode(406)
          .contentType("application/problem+json")
          .header("Vary", containsString("Accept"))
          .body("available[0]", equalTo("application/json"));
    }
  }

  @Test
  void h07ProblemIsAProblemWhateverWasAccepted() {
    given()
        .accept("text/csv")
        .get("/v1/deals/nothing/clauses")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|fr",
        "FR|fr",
        "fr-CA|fr",
        "en-GB|en",
        "fr-CA;q=0.9, en;q=0.5|fr",
        "de, fr;q=0.3, en;q=0.2|fr",
        "en;q=0, fr|fr",
        "en;q=0, *|fr",
        "de|en",
        "zh-Hant-TW|en",
        "x-klingon|en",
        "*|en",
        "de, *;q=0.1|en",
        "''|en",
        "!!!|en",
        "fr;q=2|en",
        "fr;q=0.1, en;q=0.1|fr"
      })
  void h11h12h13h14h15h16LanguageIsNegotiated(String accepted, String served) {
    given()
        .header("Accept-Language", accepted)
        .get(CLAUSES)
        .then()
        .statusCode(200)
        .header("Content-Language", served)
        .header("Vary", containsString("Accept-Language"))
        .body(
            "items[2].subject",
            served.equals("fr") ? containsString("sur quoi") : not(containsString(FRENCH)));
  }

  @Test
  void h15TwoThousandRangesTakeNoTime() {
    String ranges = "de, ".repeat(2000) + "fr";
    assertEquals(200, RawHttp.send("GET", DEAL, "Accept-Language: " + ranges).status());
  }

  @Test
  void h17ParameterWinsOverTheHeader() {
    given()
        .header("Accept-Language", "en")
        .queryParam("lang", "fr")
        .get(DEAL)
        .then()
        .header("Content-Language", "fr");
    given()
        .queryParam("lang", "de")
        .get(DEAL)
        .then()
        .statusCode(200)
        .header("Content-Language", "en");
    given().queryParam("lang", "d").get(DEAL).then().statusCode(400);
  }

  @Test
  void h17h20ProblemsToo() {
    given()
        .header("Accept-Language", "en")
        .queryParam("lang", "fr")
        .get("/v1/deals/nothing")
        .then()
        .statusCode(404)
        .header("Content-Language", "fr")
        .body("title", equalTo("Introuvable"))
        .body("type", containsString("/problems/not-found"));
  }

  @Test
  void h21TagIsTheSameEveryTime() {
    String tag = given().get(DEAL).header("ETag");
    assertTrue(tag.matches("\"[A-Za-z0-9_-]+\""), tag);
    assertEquals(tag, given().get(DEAL).header("ETag"));
  }

  @Test
  void h22h111TagDiffersByLanguageMediaTypeAndEncoding() {
    TreeSet<String> tags = new TreeSet<>();
    for (String language : List.of("fr", "en")) {
      for (String type : List.of("application/json", "text/csv", "application/x-ndjson")) {
        for (String encoding : List.of("gzip", "identity")) {
          RawHttp.Answer answer =
              RawHttp.send(
                  "GET",
                  CLAUSES,
                  "Accept: " + type,
                  "Accept-Language: " + language,
                  "Accept-Encoding: " + encoding);
          assertTrue(answer.header("Vary").contains("Accept-Encoding"));
          tags.add(answer.header("ETag"));
        }
      }
    }
    assertEquals(12, tags.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "W/%s",
        "\"x\", %s",
        "\"x\",%s",
        "\"a,b\", %s, \"c\"",
        "*",
        "\"\", W/%s",
        "%s , "
      })
  void h23h24h26h27SameTagIsNotModified(String field) {
    String tag = RawHttp.send("GET", DEAL).header("ETag");
    RawHttp.Answer answer = RawHttp.send("GET", DEAL, "If-None-Match: " + field.replace("%s", tag));
    assertEquals(304, answer.status());
    assertEquals(0, answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "%u", "\"x%u\"", "\"x\" %s", "", "banana", "\"%u,x\""})
  void h23h26OtherTagsAreNot(String field) {
    String tag = RawHttp.send("GET", DEAL).header("ETag");
    String unquoted = tag.replace("\"", "");
    RawHttp.Answer answer =
        RawHttp.send(
            "GET", DEAL, "If-None-Match: " + field.replace("%s", tag).replace("%u", unquoted));
    assertEquals(200, answer.status());
  }

  @Test
  void h26TwoLinesAreOneList() {
    String tag = RawHttp.send("GET", DEAL).header("ETag");
    assertEquals(
        304, RawHttp.send("GET", DEAL, "If-None-Match: \"x\"", "If-None-Match: " + tag).status());
  }

  @Test
  void h30NotModifiedCarriesWhatTheAnswerWould() {
    RawHttp.Answer full = RawHttp.send("GET", DEAL);
    RawHttp.Answer answer = RawHttp.send("GET", DEAL, "If-None-Match: " + full.header("ETag"));
    for (String name : List.of("ETag", "Cache-Control", "Vary", "Content-Language", "Link")) {
      assertEquals(full.header(name), answer.header(name), name);
    }
    assertTrue(answer.header("Date") != null && !answer.header("Date").contains("GMT, "));
    assertNull(answer.header("Content-Type"));
    assertNull(answer.header("Content-Encoding"));
  }

  @Test
  void h31h32DatesAreNotLookedAt() {
    assertEquals(200, RawHttp.send("GET", DEAL, "If-Modified-Since: banana").status());
    assertEquals(
        200,
        RawHttp.send(
                "GET",
                DEAL,
                "If-None-Match: \"x\"",
                "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT")
            .status());
  }

  @Test
  void h34h35h38IfMatchComesFirstAndComparesStrongly() {
    String tag = RawHttp.send("GET", DEAL).header("ETag");
    assertEquals(200, RawHttp.send("GET", DEAL, "If-Match: " + tag).status());
    assertEquals(200, RawHttp.send("GET", DEAL, "If-Match: *").status());
    assertEquals(412, RawHttp.send("GET", DEAL, "If-Match: W/" + tag).status());
    assertEquals(
        412, RawHttp.send("GET", DEAL, "If-Match: \"x\"", "If-None-Match: " + tag).status());
    assertEquals(404, RawHttp.send("GET", "/v1/deals/nothing", "If-Match: \"x\"").status());
  }

  @Test
  void h41TagOfACollectionChangesWithItsFilters() {
    assertNotEquals(
        given().queryParam("theme", "economics").get(CLAUSES).header("ETag"),
        given().queryParam("theme", "governance").get(CLAUSES).header("ETag"));
  }

  @Test
  void h45UnknownMethodIsNotImplemented() {
    assertEquals(501, RawHttp.send("FOO", DEAL).status());
  }

  @Test
  void h46TraceIsRefused() {
    RawHttp.Answer answer = RawHttp.send("TRACE", DEAL, "X-Secret: hush");
    assertEquals(405, answer.status());
    assertFalse(answer.text().contains("hush"));
  }

  @Test
  void h47UnknownPathIsAProblem() {
    given()
        .accept("text/csv")
        .get("/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void h51RangeIsIgnored() {
    RawHttp.Answer answer = RawHttp.send("GET", DEAL, "Range: bytes=0-9");
    assertEquals(200, answer.status());
    assertNull(answer.header("Accept-Ranges"));
    assertTrue(answer.body().length > 10);
  }

  @Test
  void h52ContinueIsSentBeforeTheAnswer() {
    assertTrue(
        List.of(100, 200, 400, 401, 405)
            .contains(
                RawHttp.send("PUT", DEAL, "Expect: 100-continue", "Content-Length: 0").status()));
  }

  @Test
  void h53Http2IsSpokenWithoutTls() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + DEAL))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
  }

  @Test
  void h59h60TypeTitleStatusAndInstance() {
    Response response = given().header("X-Request-Id", "conformance-h59").get("/v1/deals/nothing");
    response
        .then()
        .body("type", startsWith("http"))
        .body("title", equalTo("Not found"))
        .body("status", equalTo(404))
        .body("instance", equalTo("urn:clausebook:request:conformance-h59"))
        .header("X-Request-Id", "conformance-h59");
  }

  @Test
  void h69EveryAnswerHasADate() {
    for (String target : List.of(DEAL, "/v1/nothing", "/openapi", "/q/health/live")) {
      assertTrue(RawHttp.send("GET", target).headers().containsKey("date"), target);
    }
  }

  @Test
  void h70h112h113h114CompressionIsOnlyUsedWhereItHelps() {
    assertEquals(
        "gzip", RawHttp.send("GET", DEAL, "Accept-Encoding: gzip").header("Content-Encoding"));
    for (String coding : List.of("gzip;q=0", "identity", "br", "*;q=0")) {
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
  void h130LinksStandOnTheConfiguredAddress() {
    RawHttp.Answer answer =
        RawHttp.send("GET", DEAL, "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example");
    assertFalse(answer.text().contains("evil"));
    assertFalse(
        RawHttp.send("GET " + DEAL + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
            .text()
            .contains("evil"));
  }

  @Test
  void h131AbsentIsNotNull() {
    assertFalse(given().get(CLAUSES).asString().contains(":null"));
  }

  @Test
  void h134RequestIdIsGivenOrTakenOver() {
    assertEquals(
        "my-request-1",
        RawHttp.send("GET", DEAL, "X-Request-Id: my-request-1").header("X-Request-Id"));
    for (String bad : List.of("short", "with space 123", "<script>alert", "x".repeat(65))) {
      assertNotEquals(
          bad, RawHttp.send("GET", DEAL, "X-Request-Id: " + bad).header("X-Request-Id"));
    }
  }

  @Test
  void h135h137HeadersForSecurityAndNoneThatTell() {
    for (String target : List.of(DEAL, "/v1/nothing", "/openapi", "/assets/swagger-ui.js")) {
      RawHttp.Answer answer = RawHttp.send("GET", target);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("no-referrer", answer.header("Referrer-Policy"));
      assertTrue(answer.header("Strict-Transport-Security").contains("includeSubDomains"));
      assertEquals(
          "default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
      assertNull(answer.header("Server"));
      assertNull(answer.header("X-Powered-By"));
    }
  }
}

package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a request ends, and the connection with it; and what is not ours to serve but is served.
 */
@ClausebookTest
class FramingTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1", DEAL, "/nowhere", "/q/health/live", "/q/openapi", "/assets/icon.svg"})
  void nothingIsReadAfterAnUnknownTransferCoding(String address) {
    given().get("/v1/regions/FR").then().statusCode(200);
    for (String coding : List.of("identity", "gzip", "xchunked")) {
      String answers =
          RawHttp.everything(
              "GET "
                  + address
                  + " HTTP/1.1\r\nHost: test\r\nAccept: text/html, */*\r\nTransfer-Encoding: "
                  + coding
                  + "\r\n\r\nGET /v1/regions/FR HTTP/1.1\r\nHost: test\r\n\r\n");
      assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
      assertEquals(1, answers.split("HTTP/1\\.1 ", -1).length - 1, answers);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1", "POST /nowhere", "GET /assets/page.css", "GET /q/health/live"})
  void whoeverDoesNotSayHowMuchTheySendIsNotReadForEver(String request) {
    String answers =
        RawHttp.everything(
            request
                + " HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    assertTrue(answers.toLowerCase(Locale.ROOT).contains("connection: close"), answers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/q/openapi", "/q/health/live", "/assets/page.css"})
  void whoeverAnnouncesTooMuchIsToldBeforeTheySendIt(String address) {
    assertEquals(413, RawHttp.send("GET", address, "Content-Length: 104857600").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"close, TE", "TE, Close", "keep-alive, close"})
  void closeIsHeardAmongOtherOptions(String options) {
    String answers =
        RawHttp.everything("GET /v1 HTTP/1.1\r\nHost: test\r\nConnection: " + options + "\r\n\r\n");
    assertTrue(answers.startsWith("HTTP/1.1 200 "), answers);
  }

  @Test
  void oldClientsAreNotToldToContinue() {
    String answers =
        RawHttp.everything(
            "PUT "
                + DEAL
                + "/dossier HTTP/1.0\r\nHost: test\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nIf-Match: \"x\"\r\nAuthorization: Bearer "
                + TestIssuer.token("curator")
                + "\r\nContent-Length: 2\r\n\r\n{}");
    assertFalse(answers.contains(" 100 "), answers);
    assertTrue(answers.startsWith("HTTP/1."), answers);
  }

  @Test
  void partOfAContentIsNotTakenForTheWhole() {
    given()
        .header("Authorization", "Bearer " + TestIssuer.token("curator"))
        .header("If-Match", "*")
        .header("Content-Range", "bytes 0-9/100")
        .contentType("application/json")
        .body("{}")
        .put(DEAL + "/dossier?dryRun=true")
        .then()
        .statusCode(400)
        .body("detail", containsString("Content-Range"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/deals#x", "/v1/deals?limit=1#x"})
  void fragmentIsNoPartOfARequest(String target) {
    assertEquals(400, RawHttp.send("GET", target).status());
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/page.css,     Range: bytes=99999999-",
    "/assets/page.css,     Range: bytes=0-9",
    "/assets/page.css?v=1, Range: bytes=9-0",
    "/assets/page.css,     'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT'"
  })
  void filesAreServedWholeAndWithoutTheTimeTheyWereUnpacked(String address, String header) {
    RawHttp.Answer whole = RawHttp.send("GET", address);
    RawHttp.Answer answer = RawHttp.send("GET", address, header);
    assertEquals(200, answer.status());
    assertEquals(whole.text(), answer.text());
    assertNull(answer.header("Accept-Ranges"));
    assertNull(answer.header("Last-Modified"));
    assertEquals("accept-encoding", answer.header("Vary"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/page.css",
        "/assets/nope.css",
        "/assets/swagger-ui/swagger-ui.css",
        "/q/nope",
        "/q/health/live"
      })
  void headOfWhatTheFrameworkServesIsThatOfGet(String address) {
    Map<String, String> get = new TreeMap<>(RawHttp.send("GET", address).headers());
    Map<String, String> head = new TreeMap<>(RawHttp.send("HEAD", address).headers());
    for (String each : List.of("date", "x-request-id", "content-length", "transfer-encoding")) {
      get.remove(each);
      head.remove(each);
    }
    assertEquals(get, head);
    assertTrue(get.get("cache-control") != null || address.startsWith("/q/health"), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/openmetrics-text", "application/json", "text/plain", "*/*", ""})
  void metricsAreServedToWhoeverAsks(String accept) {
    RawHttp.Answer answer = RawHttp.send("GET", "/q/metrics", "Accept: " + accept);
    assertEquals(200, answer.status());
    assertTrue(answer.text().contains("http_server_requests"));
  }

  @Test
  void movedAddressesKeepTheirQuery() {
    given()
        .redirects()
        .follow(false)
        .get("/q/openapi?format=json")
        .then()
        .statusCode(308)
        .header("Location", containsString("/openapi?format=json"))
        .header("Cache-Control", containsString("max-age"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html;q=0, application/json | application/problem+json",
        "text/htmlx                      | application/problem+json",
        "text/html                       | text/html"
      })
  void problemIsAPageOnlyForThoseWhoTakePages(String accept, String type) {
    given()
        .header("Accept", accept)
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType(containsString(type));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/regions/FR?lang=%66r, fr",
    "/v1/regions/FR?l%61ng=fr, fr",
    "/v1/search?q=a?lang=fr, en"
  })
  void languageIsThatOfTheParameterHoweverItIsWritten(String address, String language) {
    RawHttp.Answer answer = RawHttp.send("GET", address);
    assertEquals(200, answer.status());
    assertEquals(language, answer.header("Content-Language"));
  }

  @Test
  void parameterOfAMediaTypeMayHoldAnything() {
    given()
        .header("Accept", "application/json;title=\"x;q=0, text/csv\"")
        .get("/v1/regions/FR")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("application/json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+294277-01-01T00:00:00Z", "-4713-01-01T00:00:00Z", "2026-11-01T00:00Z"})
  void sinceIsAnInstantLikeAnyOther(String since) {
    given().queryParam("since", since).get("/v1/changes").then().statusCode(400);
  }
}

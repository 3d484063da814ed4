package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and addresses: section 1.4 of the checklist. */
@ClausebookTest
class RoutingTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

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

  @ParameterizedTest
  @ValueSource(strings = {DEAL + "/revisions/01", DEAL + "/revisions/+1", "/q/metrics/x"})
  void h48NothingHasASecondAddress(String address) {
    assertEquals(404, RawHttp.send("GET", address).status());
  }

  @Test
  void h50LongAddressesAreTooLongWhereverTheyLead() {
    for (String root : List.of("/q", "/assets", "/v1")) {
      assertEquals(414, RawHttp.send("GET", root + "/a/bb".repeat(6_000)).status(), root);
    }
  }

  /** It would not end by itself. */
  @Test
  void headOfAStreamIsAnsweredAndEnds() {
    RawHttp.Answer answer = RawHttp.send("HEAD", "/v1/changes/stream", "Accept: text/event-stream");
    assertEquals(200, answer.status());
    assertEquals("text/event-stream", answer.header("Content-Type"));
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
  void h42HeadIsGetWithoutContent() {
    for (String target :
        List.of(
            DEAL,
            CLAUSES,
            "/",
            "/openapi",
            "/llms.txt",
            "/v1/deals/nothing",
            "/assets/page.css",
            "/assets/icon.svg")) {
      RawHttp.Answer get = RawHttp.send("GET", target);
      RawHttp.Answer head = RawHttp.send("HEAD", target);
      assertEquals(get.status(), head.status(), target);
      assertEquals(0, head.body().length, target);
      for (String name :
          List.of("ETag", "Content-Type", "Content-Length", "Vary", "Content-Language", "Link")) {
        assertEquals(get.header(name), head.header(name), target + ' ' + name);
      }
    }
  }

  @Test
  void h43h44AllowNamesWhatIsDocumentedAndNothingElse() {
    assertEquals("GET, HEAD, OPTIONS", RawHttp.send("OPTIONS", DEAL).header("Allow"));
    assertEquals(
        "GET, HEAD, PUT, DELETE, OPTIONS",
        RawHttp.send("OPTIONS", DEAL + "/dossier").header("Allow"));
    RawHttp.Answer refused = RawHttp.send("PATCH", CLAUSES + "/ip-exclusivity");
    assertEquals(405, refused.status());
    assertEquals("GET, HEAD, PUT, DELETE, OPTIONS", refused.header("Allow"));
    assertEquals("application/problem+json", refused.header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/deals/",
        "//v1/deals",
        "/v1//deals",
        "/v1/deals;a=b",
        "/v1/./deals",
        "/v1/x/../deals",
        "/assets/../v1/deals",
        "/v1/%64eals",
        "/V1/deals",
        "*",
        "v1"
      })
  void h48ThereIsOneAddressForOneThing(String target) {
    RawHttp.Answer answer = RawHttp.send("GET", target);
    assertEquals(404, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/%zz",
        "/v1/deals/%",
        "/v1/deals?party=%zz",
        "/v1/search?q=%C3%28",
        "/v1/search?q=%ED%A0%80",
        "/v1/deals?%f=1",
        "/v1/deals/microsoft\u0000",
        "/v1/deals/microsoft\u0001-openai",
        "/v1/deals/é",
        "/v1/search?q=é",
        "/v1/deals?limit=1;lang=fr",
        "/v1/search?q=a;b"
      })
  void h50WhatIsNotPercentEncodedIsMalformed(String target) {
    RawHttp.Answer answer = RawHttp.send("GET", target, "Accept-Language: fr");
    assertEquals(400, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals("fr", answer.header("Content-Language"));
    assertTrue(answer.text().contains("/problems/malformed-request"), answer::text);
  }

  @Test
  void h50WhatToWriteForASemicolonIsSaid() {
    RawHttp.Answer answer = RawHttp.send("GET", "/v1/search?q=a;b", "Accept-Language: fr");
    assertTrue(answer.text().contains("s’écrit %3B."), answer::text);
  }

  @Test
  void h50HostIsTheNameOfOneHost() {
    for (String hosts :
        List.of("", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: a:99999\r\n")) {
      RawHttp.Answer answer =
          RawHttp.send("GET " + DEAL + " HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n");
      assertEquals(400, answer.status(), hosts);
      assertEquals("application/problem+json", answer.header("Content-Type"));
    }
  }

  /** One who reads it in another way than we do would take the content for the next request. */
  @Test
  void h50OnlyChunksAreKnownToCarryContent() {
    for (String coding : List.of("foo", "gzip, chunked", "identity")) {
      RawHttp.Answer answer =
          RawHttp.send(
              "PUT",
              DEAL + "/dossier",
              "Content-Type: application/json",
              "Transfer-Encoding: " + coding);
      assertEquals(400, answer.status(), coding);
    }
  }
}

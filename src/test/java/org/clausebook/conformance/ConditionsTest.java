package org.clausebook.conformance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional requests: section 1.3 of the checklist. */
@ClausebookTest
class ConditionsTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";

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
        "\"x\",,, %s",
        "%s , "
      })
  void h23h24h26h27SameTagIsNotModified(String field) {
    String tag = RawHttp.send("GET", DEAL).header("ETag");
    RawHttp.Answer answer = RawHttp.send("GET", DEAL, "If-None-Match: " + field.replace("%s", tag));
    assertEquals(304, answer.status());
    assertEquals(0, answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\"",
        "%u",
        "\"x%u\"",
        "\"x\" %s",
        "",
        "banana",
        "\"%u,x\"",
        "\"*\"",
        "w/%s",
        "W/ %s",
        "*, \"x\""
      })
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
    for (String condition :
        List.of(
            "If-Modified-Since: banana",
            "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
            "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
            "If-Range: \"x\"")) {
      assertEquals(200, RawHttp.send("GET", DEAL, condition).status(), condition);
    }
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
    assertEquals(304, RawHttp.send("GET", DEAL, "If-Match: *", "If-None-Match: " + tag).status());
    assertEquals(200, RawHttp.send("GET", DEAL, "If-Match: \"x\", " + tag).status());
    // Whatever would have failed without conditions fails as it would have.
    assertEquals(404, RawHttp.send("GET", "/v1/deals/nothing", "If-Match: \"x\"").status());
    assertEquals(404, RawHttp.send("GET", "/v1/deals/nothing", "If-None-Match: *").status());
    assertEquals(400, RawHttp.send("GET", DEAL + "?x=1", "If-None-Match: *").status());
    assertEquals(406, RawHttp.send("GET", DEAL, "Accept: a/b", "If-None-Match: *").status());
  }

  @Test
  void h41TagOfACollectionChangesWithItsFilters() {
    assertNotEquals(
        given().queryParam("theme", "economics").get(CLAUSES).header("ETag"),
        given().queryParam("theme", "governance").get(CLAUSES).header("ETag"));
  }
}

package org.clausebook.revision;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.CopiedDeal;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was in force, and what was known: the second clock on every read below a deal. */
@ClausebookTest
class TwoClocksTest {

  private static final List<String> READS =
      List.of(
          "",
          "/instruments",
          "/clauses?limit=100",
          "/clauses/ip-exclusivity",
          "/clauses/api-distribution/impact?region=FR",
          "/comparison?from=2025-10-28&until=2026-04-27",
          "/scenario?assume=agi-verified:2029-06-30",
          "/timeline?limit=100",
          "/timeline?format=ics",
          "/stakeholders?limit=100",
          "/stakeholders/microsoft",
          "/implications?limit=100&region=FR",
          "/implications/model-must-fit-gdpr",
          "/implications/matrix?regions=FR,EU",
          "/discrepancies",
          "/unknowns");

  @Inject Editions editions;
  @Inject Publisher publisher;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/deals/microsoft-openai/dossier",
        "/v1/deals/microsoft-openai/revisions",
        "/v1/deals/microsoft-openai/revisions/1",
        "/v1/reference/dossier",
        "/v1/reference/revisions/1"
      })
  void whatHasNoDayIsCitedByItsPublication(String path) {
    given()
        .get(path)
        .then()
        .header("Link", matchesPattern(".*\\?dataset=[0-9]+>; rel=\"cite-as\".*"));
  }

  /** Deals add to what the reference says, and are published after it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/regulations/ai-act",
        "/v1/stakeholders/microsoft",
        "/v1/sources/article/statements?limit=100"
      })
  void whatIsKnownAtTheInstantAnAnswerNamesIsThatAnswer(String path) {
    Map<String, Object> now = given().get(path).jsonPath().getMap("");
    Map<String, Object> then =
        given().queryParam("knownAt", now.get("knownAt")).get(path).jsonPath().getMap("");
    now.remove("links");
    then.remove("links");
    assertEquals(now, then);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/instruments",
        "/clauses",
        "/clauses/ip-exclusivity",
        "/clauses/api-distribution/impact",
        "/comparison?from=2025-10-28&until=2026-04-27",
        "/scenario?assume=agi-verified:2029-06-30",
        "/timeline",
        "/stakeholders",
        "/stakeholders/microsoft",
        "/implications?region=FR",
        "/implications/model-must-fit-gdpr",
        "/implications/matrix",
        "/discrepancies",
        "/unknowns",
        "/revisions",
        "/revisions/1"
      })
  void knownNowIsTheSameAsNoKnownAt(String path) {
    String address = "/v1/deals/microsoft-openai" + path;
    String now = (path.contains("?") ? "&" : "?") + "knownAt=" + Instant.now();
    assertEquals(unlinked(address), unlinked(address + now));
  }

  /** Byte for byte, in both languages, whatever is imported later. */
  @Test
  void aPinnedAnswerOutlivesTenImports() {
    Dossier original = editions.deal("microsoft-openai", new Clocks()).dossier();
    String slug = "pinned-deal";
    publish(original, slug, 0);
    Map<String, byte[]> pinned = new LinkedHashMap<>();
    for (String path : READS) {
      String link = citeAs("/v1/deals/" + slug + path);
      for (String language : List.of("fr", "en")) {
        pinned.put(language + link, read(link, language));
      }
    }
    String before = given().get("/v1/deals/" + slug).then().extract().path("knownAt");
    for (int edition = 1; edition <= 10; edition++) {
      publish(original, slug, edition);
    }
    pinned.forEach(
        (address, answer) ->
            assertArrayEquals(
                answer, read(address.substring(2), address.substring(0, 2)), address));
    given()
        .get("/v1/deals/" + slug)
        .then()
        .body("title", equalTo("Copy 10"))
        .body("revision", equalTo(11));
    given()
        .get("/v1/deals/" + slug + "?knownAt=" + before)
        .then()
        .body("title", equalTo("Copy 0"))
        .body("isCurrent", equalTo(false))
        .body("supersededBy.revision", equalTo(11));
    String revisions = "/v1/deals/" + slug + "/revisions";
    given().get(revisions + "?knownAt=" + before).then().body("items.revision", contains(1));
    given().get(revisions + "/1?knownAt=" + before).then().body("isCurrent", equalTo(true));
    given().get(revisions + "/1").then().body("isCurrent", equalTo(false));
    given().get(revisions + "/2?knownAt=" + before).then().statusCode(404);
  }

  /** Tomorrow it must say the same: what is pinned and names no day is about that of the record. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/deals/microsoft-openai", "/v1/regions/FR/implications"})
  void aPinnedAnswerDoesNotDependOnToday(String path) {
    String published = given().get("/v1/deals/microsoft-openai?dataset=2").path("knownAt");
    given()
        .get(path + "?dataset=2")
        .then()
        .header("Cache-Control", containsString("immutable"))
        .body("asOf", equalTo(published.substring(0, 10)));
  }

  /** What is foreseen may yet not come. */
  @Test
  void anInstrumentStillToComeOvertakesNothing() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      String foreseen =
          """
            - id: third-act
              kind: amendment
              date: 2999-01-01
              title: {fr: "Troisième acte", en: "Third act"}
              summary: {fr: "Il viendrait.", en: "It may come."}
              binding: true
              cites: [%s-notice/n1]

          events:
          """
              .formatted(deal.slug);
      deal.publish(deal.text(2).replace("\nevents:\n", foreseen)).then().statusCode(200);
      for (String pin : List.of("", "&dataset=" + given().get(deal.address()).path("dataset"))) {
        given()
            .get(deal.address() + "?asOf=2998-12-31" + pin)
            .then()
            .body("introducedBy", equalTo("second-act"))
            .body("isCurrent", equalTo(true))
            .body("supersededBy", nullValue());
        given()
            .get(deal.address() + "?asOf=2024-05-01" + pin)
            .then()
            .body("isCurrent", equalTo(false))
            .body("supersededBy.instrument", equalTo("first-act"));
      }
    }
  }

  @Test
  void aWithdrawnDealIsOvertakenByItsWithdrawal() {
    FictionalDeal deal = FictionalDeal.published();
    String before = given().get(deal.address()).path("knownAt");
    String then = deal.address() + "?knownAt=" + before;
    given().get(then).then().body("isCurrent", equalTo(true));
    deal.close();
    given()
        .get(then)
        .then()
        .body("isCurrent", equalTo(false))
        .body("supersededBy.isWithdrawn", equalTo(true))
        .body("supersededBy.revision", nullValue());
  }

  /** Of the second page too: the cursor belongs to what it was made for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/deals/microsoft-openai/clauses?limit=2&theme=intellectualProperty",
        "/v1/deals/microsoft-openai/timeline?limit=5",
        "/v1/regions/FR/implications?limit=5",
        "/v1/regulations?limit=5",
        "/v1/sources/article/statements?limit=5"
      })
  void everyPageHasItsPermanentLink(String path) {
    String second = given().get(path).path("page.next");
    String link = citeAs(second.substring(second.indexOf("/v1/")));
    assertEquals(itemsOf(second.substring(second.indexOf("/v1/"))), itemsOf(link));
    assertEquals(link, citeAs(link));
  }

  private static List<Object> itemsOf(String address) {
    return given().urlEncodingEnabled(false).get(address).jsonPath().getList("items");
  }

  /** What a source of the reference bears out is asked of the deals as readers saw them then. */
  @Test
  void statementsOfTheReferenceTellWhatDealsCitedThen() {
    String address = "/v1/sources/eur-lex-32016r0679/statements?limit=100";
    String pinned = citeAs(address);
    byte[] before = read(pinned, "en");
    Dossier original = editions.deal("microsoft-openai", new Clocks()).dossier();
    String json = new String(DossierParser.json(original), StandardCharsets.UTF_8);
    String citing = json.replace("bfmtv-insee/i02", "eur-lex-32016r0679/" + firstStatement());
    publish(
        DossierParser.stored(citing.getBytes(StandardCharsets.UTF_8), Dossier.class),
        "citing-deal",
        0);
    assertArrayEquals(before, read(pinned, "en"));
    given().get(address).then().body("items.supports.flatten().dossier", hasItem("citing-deal"));
  }

  private static String firstStatement() {
    return given().get("/v1/sources/eur-lex-32016r0679/statements").path("items[0].id");
  }

  private void publish(Dossier original, String slug, int edition) {
    publisher.publish(
        slug,
        CopiedDeal.of(original, slug, edition),
        new Publisher.Authorship(
            "test", "test", "test", "Edition " + edition, ChangeKind.editorial));
  }

  /** The permanent link of an answer, from its header: not every format has it in the body. */
  private static String citeAs(String path) {
    String link =
        List.of(
                given()
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Link")
                    .split(", <"))
            .stream()
            .filter(each -> each.endsWith("rel=\"cite-as\""))
            .findFirst()
            .orElseThrow();
    return link.substring(link.indexOf("/v1/"), link.indexOf('>'));
  }

  private static byte[] read(String address, String language) {
    return given()
        .urlEncodingEnabled(false)
        .header("Accept-Language", language)
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /** Everything but the addresses that name the request itself. */
  private static Map<String, Object> unlinked(String address) {
    JsonPath answer =
        given().urlEncodingEnabled(false).get(address).then().statusCode(200).extract().jsonPath();
    Map<String, Object> body = new LinkedHashMap<>(answer.getMap(""));
    body.remove("links");
    if (body.get("page") instanceof Map<?, ?> page) {
      Map<Object, Object> stable = new LinkedHashMap<>(page);
      stable.remove("next");
      body.put("page", stable);
    }
    return body;
  }
}

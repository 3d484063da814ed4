package org.clausebook.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as the server writes it: all that a reader without JavaScript has. */
@ClausebookTest
class PageResourceTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final int BUDGET = 150_000;

  /** A deal of which next to nothing is known. */
  private static final String ANNOUNCED =
      """
      deal: %1$s
      reviewed: 2026-11-23
      status: announced
      title: {fr: "Annonce", en: "Announcement"}
      summary: {fr: "Il est annoncé.", en: "It is announced."}
      parties: [microsoft]
      cites: [%1$s-notice/n1]
      sources:
        - id: %1$s-notice
          kind: companyPost
          title: {fr: "Avis", en: "Notice"}
          language: en
          statements:
            - id: n1
              locator: {fr: "§ 1", en: "paragraph 1"}
              text: {fr: "Un accord viendra.", en: "A deal will come."}
              mode: asserted
              evidence: primary
      stakeholders:
        - stakeholder: microsoft
          role: party
          concern: {fr: "Elle annonce.", en: "It announces."}
          cites: [%1$s-notice/n1]
      """;

  /** One with clauses that instruments, a foreseen date and an event ended. */
  private static final String ENDED =
      ANNOUNCED
          + """
          events:
            - id: storm
              status: occurred
              date: 2020-05-05
              title: {fr: "Tempête", en: "Storm"}
              text: {fr: "Elle se lève.", en: "It rises."}
              cites: [%1$s-notice/n1]
          instruments:
            - id: founding
              kind: definitiveAgreement
              date: 2000-01-01
              title: {fr: "Fondation", en: "Founding"}
              summary: {fr: "Il fonde.", en: "It founds."}
              binding: true
              cites: [%1$s-notice/n1]
            - id: revival
              kind: amendment
              date: 2012-01-01
              title: {fr: "Reprise", en: "Revival"}
              summary: {fr: "Il reprend.", en: "It revives."}
              binding: true
              cites: [%1$s-notice/n1]
          clauses:
            - id: revived
              theme: economics
              title: {fr: "Rétablie", en: "Revived"}
              subject: {fr: "Quand ?", en: "When?"}
              terms:
                - from: 2000-01-01
                  until: 2008-01-01
                  introducedBy: founding
                  text: {fr: "Une fois.", en: "Once."}
                  cites: [%1$s-notice/n1]
                - from: 2012-01-01
                  introducedBy: revival
                  text: {fr: "Une autre fois.", en: "Once more."}
                  end: {rule: date, until: 2024-03-01, text: {fr: "Douze ans.", en: "Twelve years."}}
                  cites: [%1$s-notice/n1]
              effects:
                - {instrument: founding, kind: created, text: {fr: "Née.", en: "Born."}, cites: [%1$s-notice/n1]}
                - {instrument: founding, kind: removed, date: 2008-01-01, text: {fr: "Retirée.", en: "Removed."}, cites: [%1$s-notice/n1]}
                - {instrument: revival, kind: revived, text: {fr: "Rétablie.", en: "Revived."}, cites: [%1$s-notice/n1]}
            - id: stormy
              theme: economics
              title: {fr: "Orageuse", en: "Stormy"}
              subject: {fr: "Jusqu’à quand ?", en: "Until when?"}
              terms:
                - from: 2000-01-01
                  introducedBy: founding
                  text: {fr: "Par beau temps.", en: "In fine weather."}
                  end: {rule: earlier, until: 2031-01-01, event: storm, text: {fr: "À la tempête.", en: "To the storm."}}
                  cites: [%1$s-notice/n1]
              effects:
                - {instrument: founding, kind: created, text: {fr: "Née.", en: "Born."}, cites: [%1$s-notice/n1]}
          """;

  @Test
  void worthIsOfTheHoldingAndTheArticleIsToldToSayOtherwise() {
    assertTrue(text("?lang=en").contains("Value of that holding: about USD 135 billion"));
    assertTrue(
        text("?lang=en").contains("Contradicted"), "the misreading stands on the first view");
    assertTrue(
        text("?lang=fr").contains("Valeur de cette part : environ 135 milliards de dollars"));
    assertTrue(text("?lang=fr").contains("Contredit"));
  }

  @Test
  void exclusivityIsOverWhileTheRightsRunOn() {
    String ends = section(text("?lang=fr&asOf=2026-11-23"), "Jusqu’à quand ?", "Ce que l’on lit");
    assertTrue(ends.contains("Finie Exclusivité"), ends);
    assertTrue(ends.contains("A pris fin le 27 avril 2026"), ends);
    assertTrue(ends.contains("Jusqu’à la fin de 2032"), ends);
  }

  /** Whether rights that nobody restated held until their end, nobody knows either. */
  @Test
  void endOfWhatNobodyRestatedIsSaidWithItsDoubt() {
    String over = "A pris fin le 31 décembre 2030, à l’échéance prévue, si la clause valait encore";
    String query = "?lang=fr&asOf=2033-01-05";
    assertTrue(text(query).contains(over));
    assertTrue(text(query + "&view=clause&clause=ip-rights-research").contains(over));
    assertFalse(text(query + "&view=clause&clause=ip-rights-models-products").contains("valait"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2010-01-01 | revived | Ended on 1 January 2008",
        "2024-03-01 | revived | Ended on 29 February 2024, as foreseen",
        "2024-03-01 | stormy  | Ended on 5 May 2020, by the event foreseen"
      })
  void whatIsOverSaysWhenItsLastTermThatHadBegunEnded(String day, String clause, String over) {
    try (FictionalDeal deal = new FictionalDeal()) {
      publish(deal, ENDED);
      String query = "?lang=en&deal=" + deal.slug + "&asOf=" + day;
      String ends = section(text(query), "Until when?", "What stands on this date");
      assertTrue(ends.contains(over), ends);
      String alone = text(query + "&view=clause&clause=" + clause);
      assertTrue(alone.contains("No term on this date. " + over + "."), alone);
    }
  }

  /** What is to be in thousands of years has as few marks as what is to be soon. */
  @ParameterizedTest
  @CsvSource({"deal,9999-12-31", "deal,3000-01-01", "timeline,9999-12-31", "clause,9999-12-31"})
  void farDayMakesNoHeavierPage(View view, String day) {
    String query = "?lang=fr&clause=ip-exclusivity&view=" + view + "&asOf=";
    int near = page(query + "2026-11-23").length();
    int far = page(query + day).length();
    assertTrue(far < near * 1.2, view + " weighs " + far + " instead of " + near);
  }

  /** A decision expected by the end of December 2026, of which nothing is known since. */
  @Test
  void expectedMilestoneWhoseTimeHasPassedIsSaidToBeAwaited() {
    for (View view : List.of(View.europe, View.timeline)) {
      String after = text("?lang=en&asOf=2027-01-05&view=" + view);
      int decision = after.indexOf("Final decision expected");
      assertTrue(
          after.substring(0, decision).endsWith("Expected by then; not known to have happened. "),
          () -> after.substring(decision - 200, decision));
      assertFalse(
          text("?lang=en&asOf=2026-11-23&view=" + view).contains("Expected by then"), view.name());
    }
  }

  /** Of the ruling no more is known than the year, and that it was made by the day asked about. */
  @Test
  void whatIsKnownToTheYearNeitherMovesTheDateReadNorIsAnnounced() {
    String timeline = text("?lang=en&view=timeline&asOf=2026-11-23");
    assertTrue(timeline.indexOf("Rome court") < timeline.indexOf("To come ↓"));
    assertTrue(timeline.indexOf("31 August 2026") < timeline.indexOf("To come ↓"));
    assertTrue(timeline.lastIndexOf("New prohibitions apply") > timeline.indexOf("To come ↓"));
    String coming =
        section(text("?lang=en&view=europe&asOf=2026-11-23"), "Milestones to come", "The law");
    assertFalse(coming.contains("Rome court"), coming);
    assertTrue(coming.contains("Final decision expected"), coming);
  }

  @Test
  void whatNobodyRestatedIsCountedAndNamed() {
    String stands = text("?lang=en&asOf=2026-11-23");
    assertTrue(stands.contains("9 Not restated"), stands.substring(0, 3000));
    assertTrue(stands.contains("nothing published says whether it still holds"));
  }

  /** The summary is that of the day of review, whatever the day of the page. */
  @Test
  void summaryUnderAnotherDaySaysOfWhenItIs() {
    assertTrue(text("?lang=fr&asOf=2019-08-01").contains("Résumé de l’accord au 23 novembre 2026"));
    assertTrue(text("?lang=en&asOf=2033-01-05").contains("Summary of the deal as of 23 November"));
    assertFalse(text("?lang=en").contains("Summary of the deal as of"));
  }

  @Test
  void wholePageMovesToAnotherDay() {
    String then = text("?lang=en&asOf=2025-10-28");
    assertTrue(then.contains("You are reading the deal as it stood on 28 October 2025"));
    assertTrue(!then.contains("9 Not restated"));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void frenchKeepsPunctuationWithItsWord(View view) {
    String page =
        page("?lang=fr&q=cloud&clause=equity-stake&asOf=2026-11-23&view=" + view)
            .replaceAll("(?s)<(script|style|symbol|code)\\b.*?</\\1>", "")
            .replaceAll("(?s)<(\\w+)[^>]* lang=\"en\"[^>]*>.*?</\\1>", "")
            .replaceAll("(aria-label|placeholder|title|content|data-\\w+)=\"([^\"]*)\"", ">$2<")
            .replaceAll("(?s)<[^>]*>", "\n")
            .replaceAll("&#?\\w+;", "x");
    List<String> loose =
        Pattern.compile(
                ".{0,30}( [:;?!»%]|« |[\\p{L}\\d)»][;?!:](?=\\s)|«[^\u00a0\u202f]|[^\u00a0\u202f]»).{0,20}")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), loose);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyCallBehindAViewAnswers(View view) {
    Matcher call =
        Pattern.compile("class=\"json\" href=\"([^\"]*)\"")
            .matcher(page("?lang=fr&q=cloud&clause=equity-stake&asOf=2026-03-01&view=" + view));
    Set<String> calls = new LinkedHashSet<>();
    while (call.find()) {
      calls.add("/" + call.group(1).replace("&amp;", "&"));
    }
    assertTrue(!calls.isEmpty(), view + " names no call");
    for (String each : calls) {
      given()
          .urlEncodingEnabled(false)
          .get(each)
          .then()
          .statusCode(200)
          .contentType("application/json");
    }
  }

  @Test
  void languageIsNegotiated() {
    given()
        .header("Accept-Language", "fr")
        .get("/")
        .then()
        .header("Content-Language", equalTo("fr"))
        .body(containsString("<html lang=\"fr\">"));
    given()
        .header("Accept-Language", "de, en;q=0.5")
        .get("/")
        .then()
        .body(containsString("<html lang=\"en\">"));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewIsWrittenInBothLanguagesWithoutALeftOverTag(View view) {
    for (String lang : new String[] {"fr", "en"}) {
      String page = page("?view=" + view + "&clause=ip-exclusivity&q=cloud&lang=" + lang);
      assertTrue(page.contains("<html lang=\"" + lang + "\">"));
      assertTrue(
          !page.contains("{{") && !page.contains("}}"), "a tag of the template is left over");
      assertTrue(page.contains("<h1>"));
    }
  }

  @Test
  void nothingInlineNeedsALooserPolicy() {
    Response page = given().get("/");
    String policy = page.header("Content-Security-Policy");
    assertTrue(policy.contains("script-src 'self'") && !policy.contains("unsafe"), policy);
    assertTrue(!page.asString().contains(" style=\""), "an inline style");
    assertTrue(!page.asString().contains(" onclick="), "an inline script");
  }

  @Test
  void pageThatHasNotChangedKeepsItsPolicy() {
    Response page = given().get("/?lang=fr");
    given()
        .header("If-None-Match", page.header("ETag"))
        .get("/?lang=fr")
        .then()
        .statusCode(304)
        .header("Content-Security-Policy", equalTo(page.header("Content-Security-Policy")));
  }

  @ParameterizedTest
  @EnumSource(value = View.class, mode = EnumSource.Mode.EXCLUDE, names = "clause")
  void dealOfWhichNextToNothingIsKnownHasEveryView(View view) {
    try (FictionalDeal deal = new FictionalDeal()) {
      publish(deal, ANNOUNCED);
      for (String language : List.of("fr", "en")) {
        String shown = text("?deal=" + deal.slug + "&view=" + view + "&lang=" + language);
        assertFalse(shown.matches(".*(\\barticle|France|OpenAI|AGI).*"), shown);
      }
    }
  }

  @Test
  void linksOfTheDealResolve() {
    Set<String> links = new LinkedHashSet<>();
    Matcher matcher = LINK.matcher(page("?lang=en"));
    while (matcher.find()) {
      links.add(matcher.group(1).replace("&amp;", "&"));
    }
    int followed = 0;
    for (String link : links) {
      if (!link.startsWith("https://") && !link.startsWith("#")) {
        String address = "/" + link.replaceAll("#.*", "");
        assertEquals(200, given().urlEncodingEnabled(false).get(address).statusCode(), address);
        followed++;
      }
    }
    assertTrue(followed > 30, "only " + followed + " links were found");
  }

  /** Whatever is published later, a link means the deal it was made for. */
  @ParameterizedTest
  @EnumSource(View.class)
  void everyLinkNamesTheDeal(View view) {
    Matcher link =
        Pattern.compile("(?:href|action)=\"(\\?[^\"]*)\"")
            .matcher(page("?lang=en&q=cloud&clause=equity-stake&view=" + view));
    int links = 0;
    while (link.find()) {
      assertTrue(link.group(1).startsWith("?deal=microsoft-openai&amp;"), link.group());
      links++;
    }
    assertTrue(links > 15, "only " + links + " links were found");
  }

  @Test
  void laterDealTakesNobodysPlaceWhateverItsName() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      assertTrue(deal.slug.compareTo(Dossiers.BUNDLED) < 0, deal.slug);
      assertTrue(text("?lang=en").contains("Microsoft–OpenAI"));
      given().get("/?view=clause&clause=equity-stake").then().statusCode(200);
      given()
          .queryParam("q", deal.slug)
          .get("/?view=search&lang=en")
          .then()
          .body(containsString("href=\"?deal=" + deal.slug + "&amp;"));
    }
  }

  @Test
  void pageOfAProblemHasALandmarkAndAnIcon() {
    String page = page("/problems/not-found?lang=fr");
    assertTrue(main(page).contains("<h1>Introuvable</h1>"), page);
    Matcher icon = Pattern.compile("rel=\"icon\" href=\"\\.\\.([^\"]*)\"").matcher(page);
    assertTrue(icon.find(), page);
    given().get(icon.group(1)).then().statusCode(200);
  }

  @Test
  void permanentLinkReproducesTheView() {
    String page = page("?lang=fr&asOf=2026-03-01");
    Matcher permalink =
        Pattern.compile("href=\"([^\"]*dataset=[^\"]*)\">Lien permanent").matcher(page);
    assertTrue(permalink.find());
    String pinned = page("/" + permalink.group(1).replace("&amp;", "&"));
    assertEquals(main(page), main(pinned).replaceAll("&amp;dataset=\\d+", ""));
  }

  @Test
  void searchTellsOfWhatDoesNotHoldAndLeadsToIt() {
    String found = page("?lang=fr&view=search&q=exclusivit%C3%A9");
    Matcher more =
        Pattern.compile("href=\"([^\"]*)\">(\\d+)\\W+autres? résultats? ne va").matcher(found);
    assertTrue(more.find(), found);
    assertTrue(Integer.parseInt(more.group(2)) > 0, more.group());
    String all = page("/" + more.group(1).replace("&amp;", "&"));
    assertFalse(all.contains("ne valent pas aujourd"), all);
    assertTrue(all.length() > found.length());
  }

  /** What it says of today, and of what is found now, changes all the same. */
  @Test
  void pinnedPageIsNotKeptForEver() {
    String policy = given().get("/?lang=fr&dataset=2").header("Cache-Control");
    assertFalse(policy.contains("immutable"), policy);
  }

  @Test
  void unknownDealIsNotFoundAndABrowserIsToldOnAPage() {
    given()
        .get("/?deal=no-such-deal&lang=en")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given()
        .header("Accept", BROWSER)
        .get("/?deal=no-such-deal&lang=fr")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("Retour à l’accord"));
    given().get("/?view=clause&clause=no-such-clause").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?view=nowhere", "?asOf=2026-02-30", "?lmit=3", "?view=clause"})
  void whatTheContractDoesNotKnowIsRefused(String query) {
    given().get("/" + query).then().statusCode(400);
    given().header("Accept", BROWSER).get("/" + query).then().contentType("text/html");
  }

  @Test
  void apiAnswersABrowserWithJsonEvenWhenItRefuses() {
    given()
        .header("Accept", BROWSER)
        .get("/v1/deals/no-such-deal")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  /**
   * On the day of an agreement, that is compared with the one before it; the first with nothing.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 2025-10-28, 2026-04-27",
    "2025-10-28, 2025-09-11, 2025-10-28",
    "2019-07-22, 2019-07-21, 2019-07-22",
    "2010-01-01, 2010-01-01, 2010-01-01"
  })
  void comparisonWithoutDatesIsOfTheNewestInstrumentInEffect(
      String day, String from, String until) {
    given()
        .get("/?view=comparison&lang=en&asOf=" + day)
        .then()
        .statusCode(200)
        .body(containsString("name=\"from\" type=\"date\" value=\"" + from + "\""))
        .body(containsString("name=\"until\" type=\"date\" value=\"" + until + "\""));
  }

  @Test
  void searchedWordsAreShownAsWords() {
    given()
        .queryParam("view", "search")
        .queryParam("q", "<script>alert(1)</script>")
        .get("/")
        .then()
        .statusCode(200)
        .body(not(containsString("<script>alert")));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void pageWithItsAssetsKeepsWithinTheBudget(View view) throws IOException {
    int weight =
        gzipped(page("?lang=fr&clause=compute-sourcing&q=cloud&view=" + view))
            + page("assets/page.css").length()
            + page("assets/page.js").length();
    assertTrue(weight < BUDGET, view + " weighs " + weight + " bytes");
  }

  private static void publish(FictionalDeal deal, String document) {
    deal.create(document.formatted(deal.slug)).then().body("errors", nullValue()).statusCode(201);
  }

  private static int gzipped(String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.size();
  }

  private static String page(String address) {
    String path = address.startsWith("/") ? address : "/" + address;
    Response response = given().urlEncodingEnabled(false).get(path);
    if (response.statusCode() == 503) {
      // The first page of a process that has just started may take longer than a reader waits.
      response = given().urlEncodingEnabled(false).get(path);
    }
    return body(address, response);
  }

  private static String body(String address, Response response) {
    assertEquals(200, response.statusCode(), () -> address + " " + response.asString());
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }

  private static String main(String page) {
    return section(page, "<main", "</main>");
  }

  private static String section(String text, String begin, String end) {
    int from = text.indexOf(begin);
    assertTrue(from >= 0, begin + " is not there");
    int until = text.indexOf(end, from);
    return text.substring(from, until < 0 ? text.length() : until);
  }

  /** As a reader sees it: without tags, every space a plain one. */
  private static String text(String address) {
    return page(address)
        .replaceAll("(?s)<(script|style|symbol)\\b.*?</\\1>", "")
        .replaceAll("(?s)<[^>]*>", " ")
        .replace("&#39;", "'")
        .replaceAll("[\\s\u00a0\u202f]+", " ");
  }
}

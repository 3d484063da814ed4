package org.clausebook.timeline;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** The feed as a calendar program reads it. */
@ClausebookTest
class ICalendarTest {

  private static final String TIMELINE = "/v1/deals/microsoft-openai/timeline";

  @Test
  void aRealParserFindsEveryEntry() throws Exception {
    Calendar calendar = parse(feed("en"));
    calendar.validate(true);
    int entries =
        given()
            .accept("application/x-ndjson")
            .get(TIMELINE)
            .then()
            .extract()
            .asString()
            .trim()
            .split("\n")
            .length;
    assertEquals(entries, events(calendar).size());
  }

  @Test
  void endsOfTermsFallOnTheirLastDay() throws Exception {
    VEvent end =
        events(parse(feed("en"))).values().stream()
            .filter(event -> property(event, "SUMMARY").startsWith("Rights to models and products"))
            .filter(event -> property(event, "DTSTART").equals("20321231"))
            .findFirst()
            .orElseThrow();
    assertEquals("20330101", property(end, "DTEND"));
    assertEquals("Through 2032", property(end, "DESCRIPTION"));
    assertEquals("TRANSPARENT", property(end, "TRANSP"));
    assertEquals("termEnds", property(end, "CATEGORIES"));
  }

  @Test
  void whatIsKnownToTheMonthLastsTheMonth() throws Exception {
    VEvent charter =
        events(parse(feed("fr"))).values().stream()
            .filter(event -> property(event, "SUMMARY").startsWith("La charte d’OpenAI"))
            .findFirst()
            .orElseThrow();
    assertEquals("20180401", property(charter, "DTSTART"));
    assertEquals("20180501", property(charter, "DTEND"));
    assertTrue(property(charter, "DESCRIPTION").endsWith("(Le jour n’est pas connu.)"));
  }

  @Test
  void identifiersAreTheSameInBothLanguagesAndTexts() throws Exception {
    Map<String, VEvent> english = events(parse(feed("en")));
    Map<String, VEvent> french = events(parse(feed("fr")));
    assertEquals(english.keySet(), french.keySet());
    english.forEach(
        (uid, event) ->
            assertEquals(property(event, "DTSTART"), property(french.get(uid), "DTSTART")));
  }

  @Test
  void theSameStateGivesTheSameBytes() {
    byte[] feed = feed("fr");
    assertArrayEquals(feed, feed("fr"));
    String knownAt = given().get(TIMELINE).then().extract().path("knownAt");
    String stamp =
        Instant.parse(knownAt).truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
    List<String> stamps =
        text(feed).lines().filter(line -> line.startsWith("DTSTAMP")).distinct().toList();
    assertEquals(List.of("DTSTAMP:" + stamp), stamps);
  }

  @Test
  void linesAreFoldedAt75OctetsWithinNoCharacter() {
    String text = text(feed("fr"));
    assertFalse(text.contains("\uFFFD"));
    assertTrue(text.endsWith("END:VCALENDAR\r\n"));
    assertFalse(text.replace("\r\n", "").contains("\n"));
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
  }

  @Test
  void filtersApplyToTheFeed() throws Exception {
    byte[] feed =
        given()
            .accept("text/calendar")
            .get(TIMELINE + "?kind=milestone&from=2027-01-01")
            .asByteArray();
    List<VEvent> events = List.copyOf(events(parse(feed)).values());
    assertFalse(events.isEmpty());
    for (VEvent event : events) {
      assertEquals("milestone", property(event, "CATEGORIES"));
      assertFalse(
          LocalDate.parse(property(event, "DTEND"), DateTimeFormatter.BASIC_ISO_DATE)
              .isBefore(LocalDate.of(2027, 1, 2)));
    }
  }

  /**
   * A law says when it applies; that a decision will be made, or an old term still holds, is less.
   */
  @Test
  void whatIsToComeIsTentativeWhereNobodyIsSureOfIt() throws Exception {
    for (String each :
        List.of(
            "kind=milestone&from=2026-12-01&until=2026-12-02 TENTATIVE Final decision expected",
            "kind=milestone&from=2026-12-02&until=2026-12-03 CONFIRMED New prohibitions",
            "kind=termEnds&from=2030-12-31&until=2031-01-01 TENTATIVE holds until then is not known",
            "kind=termEnds&from=2032-12-31&until=2033-01-01 CONFIRMED Through 2032")) {
      String[] parts = each.split(" ", 3);
      byte[] feed =
          given()
              .accept("text/calendar")
              .get(TIMELINE + "?asOf=2026-11-23&" + parts[0])
              .asByteArray();
      VEvent event =
          events(parse(feed)).values().stream()
              .filter(one -> property(one, "DESCRIPTION").contains(parts[2]))
              .findFirst()
              .orElseThrow();
      assertEquals(parts[1], property(event, "STATUS"), each);
    }
  }

  /** Years after it was expected, what is not known to have happened is still tentative. */
  @Test
  void whatIsOnlyExpectedIsTentativeOnceItsDateHasPassed() throws Exception {
    List<Map<String, Object>> awaited =
        given()
            .get(TIMELINE + "?kind=milestone&asOf=2999-12-31&limit=100")
            .jsonPath()
            .getList("items.findAll { it.upcoming }");
    assertFalse(awaited.isEmpty());
    byte[] feed =
        given()
            .accept("text/calendar")
            .get(TIMELINE + "?kind=milestone&asOf=2999-12-31")
            .asByteArray();
    List<VEvent> tentative =
        events(parse(feed)).values().stream()
            .filter(each -> property(each, "STATUS").equals("TENTATIVE"))
            .toList();
    assertEquals(awaited.size(), tentative.size());
    assertTrue(property(tentative.get(0), "DESCRIPTION").contains("not known to have happened"));
  }

  private static byte[] feed(String language) {
    return given()
        .accept("text/calendar")
        .header("Accept-Language", language)
        .get(TIMELINE)
        .then()
        .statusCode(200)
        .contentType("text/calendar; charset=utf-8")
        .header("Content-Language", language)
        .extract()
        .asByteArray();
  }

  private static Calendar parse(byte[] feed) throws Exception {
    return new CalendarBuilder().build(new ByteArrayInputStream(feed));
  }

  private static Map<String, VEvent> events(Calendar calendar) {
    return calendar.<CalendarComponent>getComponents("VEVENT").stream()
        .map(VEvent.class::cast)
        .collect(Collectors.toMap(event -> property(event, "UID"), Function.identity()));
  }

  private static String property(VEvent event, String name) {
    return event.getProperty(name).orElseThrow().getValue();
  }

  private static String text(byte[] feed) {
    return new String(feed, StandardCharsets.UTF_8);
  }
}

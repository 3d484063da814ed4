package org.clausebook.change;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.restassured.path.json.JsonPath;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following the log by its pages, while others write at the same time. */
@ClausebookTest
class FollowingTest {

  private static final int WRITERS = 8;
  private static final int EDITIONS = 6;

  @Test
  void nothingIsMissedOrRepeatedWhileWritesOverlap() throws Exception {
    List<FictionalDeal> deals = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      deals.add(FictionalDeal.published());
    }
    String resume = newest();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writing = new ArrayList<>();
    for (FictionalDeal deal : deals) {
      writing.add(
          writers.submit(
              () -> {
                for (int edition = 2; edition < 2 + EDITIONS; edition++) {
                  deal.publish(edition).then().statusCode(200);
                }
              }));
    }
    writers.shutdown();
    List<Long> seen = new ArrayList<>();
    boolean over = false;
    while (seen.size() < WRITERS * EDITIONS && !over) {
      over = writers.awaitTermination(1, TimeUnit.MILLISECONDS);
      resume = follow(resume, seen);
    }
    for (Future<?> each : writing) {
      each.get();
    }
    follow(resume, seen);
    assertEquals(WRITERS * EDITIONS, seen.size());
    long first = seen.get(0);
    assertEquals(
        LongStream.range(first, first + seen.size()).boxed().toList(),
        seen,
        "each once, in order, none missing");
    deals.forEach(FictionalDeal::close);
  }

  @Test
  void filtersOfDealAndKindHold() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      FictionalDeal.as("curator")
          .header("Clausebook-Change", "worldChanged")
          .header("If-Match", deal.tag())
          .body(deal.document(2))
          .put(deal.dossier())
          .then()
          .statusCode(200);
      assertEquals(List.of(1, 2), revisions("deal=" + deal.slug));
      assertEquals(List.of(2), revisions("deal=" + deal.slug + "&kind=worldChanged"));
      assertEquals(List.of(1), revisions("deal=" + deal.slug + "&kind=correction"));
      assertEquals(List.of(), revisions("deal=" + deal.slug + "&kind=editorial"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void feedIsWholeAtom(String language) throws Exception {
    try (FictionalDeal deal = FictionalDeal.published()) {
      deal.publish(2);
      deal.withdraw();
      String text =
          given()
              .accept("application/atom+xml")
              .header("Accept-Language", language)
              .get("/v1/changes?limit=100&deal=" + deal.slug)
              .then()
              .statusCode(200)
              .header("Content-Type", "application/atom+xml")
              .header("Content-Language", language)
              .extract()
              .asString();
      SyndFeed feed = new SyndFeedInput().build(new StringReader(text));
      // What RFC 4287 asks of every feed and entry.
      assertTrue(URI.create(feed.getUri()).isAbsolute());
      assertNotNull(feed.getTitle());
      assertNotNull(feed.getPublishedDate());
      assertEquals(1, feed.getAuthors().size());
      assertEquals("self", feed.getLinks().get(0).getRel());
      assertTrue(URI.create(feed.getLinks().get(0).getHref()).isAbsolute());
      Set<String> ids = new HashSet<>();
      for (SyndEntry entry : feed.getEntries()) {
        assertTrue(URI.create(entry.getUri()).isAbsolute());
        assertTrue(ids.add(entry.getUri()), "an id is given twice");
        assertNotNull(entry.getTitle());
        assertNotNull(entry.getUpdatedDate());
        assertEquals("A test", entry.getDescription().getValue());
        assertEquals(1, entry.getAuthors().size());
        given().get(URI.create(entry.getLink()).getPath()).then().statusCode(200);
      }
      assertEquals(3, ids.size());
      assertEquals(
          feed.getEntries().get(0).getUpdatedDate(),
          feed.getPublishedDate(),
          "the newest comes first, and the feed is as new as it");
      // Another filter is another feed.
      assertTrue(
          !feed.getUri()
              .equals(
                  new SyndFeedInput()
                      .build(
                          new StringReader(
                              given().accept("application/atom+xml").get("/v1/changes").asString()))
                      .getUri()));
    }
  }

  private static List<Integer> revisions(String query) {
    return given().get("/v1/changes?" + query).jsonPath().getList("items.revision");
  }

  /** Reads what there is; the link to what comes after. */
  private static String follow(String from, List<Long> seen) {
    String resume = from;
    String next = from;
    while (next != null) {
      JsonPath page = given().urlEncodingEnabled(false).get(next).jsonPath();
      seen.addAll(page.getList("items.dataset", Long.class));
      resume = local(page.getString("links.resume"));
      next = local(page.getString("page.next"));
    }
    return resume;
  }

  private static String newest() {
    List<Long> all = new ArrayList<>();
    return follow("/v1/changes?limit=100", all);
  }

  private static String local(String url) {
    if (url == null) {
      return null;
    }
    URI address = URI.create(url);
    return address.getRawPath() + "?" + address.getRawQuery();
  }
}

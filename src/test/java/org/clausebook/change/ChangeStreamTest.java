package org.clausebook.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Publisher;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FictionalDeal;
import org.clausebook.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Being told of changes as they happen, whatever happens meanwhile. */
@ClausebookTest
class ChangeStreamTest {

  private static final Duration SOON = Duration.ofSeconds(2);

  @Inject Publisher publisher;

  @Test
  void whoeverListensIsToldAtOnce() throws Exception {
    try (FictionalDeal deal = FictionalDeal.published();
        Listener listener = Listener.to("", null)) {
      Instant from = Instant.now();
      long dataset = deal.publish(2).jsonPath().getLong("dataset");
      listener.until(() -> listener.ids().contains(dataset));
      Listener.Heard heard = listener.heard.get(0);
      assertTrue(Duration.between(from, heard.at()).compareTo(SOON) < 0);
      assertEquals("published", heard.event());
      assertTrue(heard.data().contains("\"dossier\":\"" + deal.slug + '"'), heard.data());
      deal.withdraw();
      listener.until(() -> listener.heard.size() == 2);
      assertEquals("withdrawn", listener.heard.get(1).event());
    }
  }

  @Test
  void whoeverComesBackMissesNothingAndHearsNothingTwice() throws Exception {
    try (FictionalDeal deal = FictionalDeal.published()) {
      long first = deal.publish(2).jsonPath().getLong("dataset");
      long second = deal.publish(3).jsonPath().getLong("dataset");
      try (Listener back = Listener.to("", first)) {
        back.until(() -> back.heard.size() == 1);
        long third = deal.publish(4).jsonPath().getLong("dataset");
        back.until(() -> back.heard.size() == 2);
        assertEquals(List.of(second, third), back.ids());
      }
      try (Listener all = Listener.to("", 0L)) {
        all.until(() -> all.heard.size() >= second);
        List<Long> heard = all.ids();
        assertEquals(LongStream.rangeClosed(1, heard.size()).boxed().toList(), heard);
      }
    }
  }

  @Test
  void idBeyondTheNewestWaitsForWhatComesAfterIt() throws Exception {
    try (FictionalDeal deal = FictionalDeal.published()) {
      long next = deal.publish(2).jsonPath().getLong("dataset") + 1;
      try (Listener ahead = Listener.to("", next)) {
        deal.publish(3);
        long after = deal.publish(4).jsonPath().getLong("dataset");
        ahead.until(() -> !ahead.heard.isEmpty());
        assertEquals(List.of(after), ahead.ids());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "9999999999999999999", "1; drop table publication"})
  void idThatIsNoneIsRefused(String id) {
    given()
        .header("Last-Event-ID", id)
        .accept("text/event-stream")
        .get("/v1/changes/stream")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Last-Event-ID"));
  }

  @Test
  void filtersHold() throws Exception {
    try (FictionalDeal deal = FictionalDeal.published();
        FictionalDeal other = FictionalDeal.published();
        Listener listener = Listener.to("?deal=" + deal.slug + "&kind=editorial", null)) {
      other.publish(2);
      deal.publish(2);
      long expected =
          FictionalDeal.as("curator")
              .header("Clausebook-Change", "editorial")
              .header("If-Match", deal.tag())
              .body(deal.document(3))
              .put(deal.dossier())
              .jsonPath()
              .getLong("dataset");
      listener.until(() -> !listener.heard.isEmpty());
      assertEquals(List.of(expected), listener.ids());
    }
  }

  /** Kills the announcements again and again while things are published by somebody else. */
  @Test
  void lostAnnouncementsAreMadeUpForWithinTwoSeconds() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Long> published = new ArrayList<>();
    List<Instant> when = new ArrayList<>();
    try (FictionalDeal deal = FictionalDeal.published();
        Listener listener = Listener.to("?deal=" + deal.slug, null)) {
      Thread killer =
          new Thread(
              () -> {
                while (!over.get()) {
                  kill();
                  pause(300);
                }
              });
      killer.start();
      for (int edition = 2; edition <= 31; edition++) {
        // Not by HTTP: the replica that is written to knows without being told.
        published.add(publish(deal, edition));
        when.add(Instant.now());
        pause(100);
      }
      over.set(true);
      killer.join();
      Instant quiet = Instant.now();
      listener.until(() -> listener.heard.size() == published.size());
      assertEquals(published, listener.ids());
      assertTrue(Duration.between(quiet, Instant.now()).compareTo(SOON) < 0);
      for (int i = 0; i < published.size(); i++) {
        Duration taken = Duration.between(when.get(i), listener.heard.get(i).at());
        assertTrue(taken.compareTo(SOON) < 0, "publication " + i + " took " + taken);
      }
    }
  }

  @Test
  void whatSomebodyElsePublishesIsReadWithinTwoSeconds() throws Exception {
    try (FictionalDeal deal = FictionalDeal.published()) {
      for (int edition = 2; edition <= 6; edition++) {
        given().get(deal.address()).then().statusCode(200);
        publish(deal, edition);
        Instant from = Instant.now();
        String title = "Lighthouse " + edition;
        while (!title.equals(given().get(deal.address()).jsonPath().getString("title"))) {
          assertTrue(Duration.between(from, Instant.now()).compareTo(SOON) < 0, "still " + title);
          pause(20);
        }
      }
    }
  }

  @Test
  void whoeverDoesNotReadIsLeftBehindAndHoldsUpNobody() throws Exception {
    try (FictionalDeal deal = FictionalDeal.published();
        Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(1024);
      deaf.connect(new InetSocketAddress("localhost", RestAssured.port));
      deaf.getOutputStream()
          .write(
              "GET /v1/changes/stream HTTP/1.1\r\nHost: test\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      try (Listener listener = Listener.to("", null)) {
        for (int edition = 2; edition <= 12; edition++) {
          Instant from = Instant.now();
          long dataset = deal.publish(edition).jsonPath().getLong("dataset");
          listener.until(() -> listener.ids().contains(dataset));
          assertTrue(Duration.between(from, Instant.now()).compareTo(SOON) < 0);
        }
      }
    }
  }

  @Test
  void manyMayListen() throws Exception {
    List<Listener> listeners = new ArrayList<>();
    try (FictionalDeal deal = FictionalDeal.published()) {
      for (int i = 0; i < 100; i++) {
        listeners.add(Listener.to("?deal=" + deal.slug, null));
      }
      deal.publish(2).then().statusCode(200);
      for (Listener each : listeners) {
        each.until(() -> each.heard.size() == 1);
      }
    } finally {
      for (Listener each : listeners) {
        each.close();
      }
    }
  }

  @Test
  void headOfAStreamHasNoEvents() {
    given()
        .accept("text/event-stream")
        .head("/v1/changes/stream")
        .then()
        .statusCode(200)
        .header("Content-Type", "text/event-stream")
        .header("Cache-Control", "no-store");
  }

  private long publish(FictionalDeal deal, int edition) {
    Dossier dossier =
        DossierParser.dossier(deal.document(edition), Notation.YAML, Dossiers.reference());
    return publisher
        .publish(
            deal.slug,
            dossier,
            new Publisher.Authorship("test", "test", "test", "By another", ChangeKind.editorial))
        .dataset();
  }

  private static void kill() {
    try (Connection owner = TestDatabase.owner();
        Statement statement = owner.createStatement();
        ResultSet killed =
            statement.executeQuery(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'clausebook-listener'")) {
      while (killed.next()) {
        assertFalse(killed.wasNull());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

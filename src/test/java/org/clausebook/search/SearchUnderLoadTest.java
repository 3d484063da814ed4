package org.clausebook.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** While others publish, and when the database is slow or gone. */
@ClausebookTest
class SearchUnderLoadTest {

  private static final String SLUG = "searched-lighthouse";
  private static final int READERS = 4;
  private static final int EDITIONS = 12;

  @Inject Publisher publisher;

  /** Two titles of each edition bear its number: an answer has both of one, whichever it is. */
  @Test
  void searchDuringPublicationFindsOneStateOrTheNext() throws Exception {
    publish(1);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        reading.add(
            readers.submit(
                () -> {
                  int answers = 0;
                  int newest = 0;
                  while (!over.get()) {
                    int edition = edition(search("zephyrine", "lang", "en", "deal", SLUG));
                    assertTrue(edition >= newest, edition + " after " + newest);
                    newest = edition;
                    answers++;
                  }
                  return answers;
                }));
      }
      for (int edition = 2; edition <= EDITIONS; edition++) {
        publish(edition);
      }
      over.set(true);
      for (Future<Integer> each : reading) {
        assertTrue(each.get() > 0);
      }
    } finally {
      over.set(true);
      readers.shutdown();
    }
  }

  @Test
  void searchThatTakesTooLongIsAnswered503() throws SQLException {
    try (Connection other = TestDatabase.owner()) {
      lockEntries(other);
      long start = System.nanoTime();
      unavailable(search("azure", "lang", "fr", "limit", "3"));
      assertTrue(seconds(start) < 3);
    }
  }

  @Test
  void databaseThatStaysAwayMeanwhileIsAnswered503Soon() throws Exception {
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try (Connection other = TestDatabase.owner();
        Connection third = TestDatabase.owner();
        Statement statement = third.createStatement()) {
      lockEntries(other);
      Future<Response> answer = reader.submit(() -> search("azure", "lang", "en", "limit", "3"));
      // A reading that lost its connection is begun again on another, for a second.
      long firstEnded = 0;
      while (!answer.isDone()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%tsquery%'");
        if (firstEnded == 0 && statement.getResultSet().next()) {
          firstEnded = System.nanoTime();
        }
      }
      unavailable(answer.get(5, TimeUnit.SECONDS));
      assertTrue(firstEnded != 0, "no reading was ended");
      assertTrue(seconds(firstEnded) < 2, seconds(firstEnded) + " s after the first was ended");
    } finally {
      reader.shutdown();
    }
  }

  private static void lockEntries(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table search_entry in access exclusive mode");
    }
  }

  private static void unavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("status", equalTo(503));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static Response search(String question, String... parameters) {
    var request = given().queryParam("q", question);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get("/v1/search");
  }

  private static int edition(Response answer) {
    assertEquals(200, answer.statusCode(), answer.asString());
    JsonPath body = answer.jsonPath();
    List<String> titles = body.getList("items.title");
    assertEquals(2, titles.size(), answer.asString());
    Set<String> editions =
        titles.stream()
            .map(each -> each.substring(each.lastIndexOf(' ') + 1))
            .collect(Collectors.toSet());
    assertEquals(1, editions.size(), answer.asString());
    return Integer.parseInt(editions.iterator().next());
  }

  private void publish(int edition) {
    String document =
        Dossiers.LIGHTHOUSE
            .replace("deal: lighthouse", "deal: " + SLUG)
            .replace("notice", SLUG + "-notice")
            .replace("gazette", SLUG + "-gazette")
            .replace("en: \"Lighthouse\"", "en: \"Lighthouse of Zephyrine " + edition + "\"")
            .replace("en: \"Storm\"", "en: \"Storm of Zephyrine " + edition + "\"");
    publisher.publish(
        SLUG,
        DossierParser.dossier(Dossiers.bytes(document), Notation.YAML, Dossiers.reference()),
        new Authorship("test", "test", "request", "Searched meanwhile", ChangeKind.editorial));
  }
}

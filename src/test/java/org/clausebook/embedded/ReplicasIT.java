package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database learn from each other what was published. */
@Tag("slow")
class ReplicasIT {

  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir Path directory;

  @Test
  void whatOneIsToldTheOtherKnowsWithinTwoSeconds() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
      Map<String, String> environment =
          Map.of(
              "QUARKUS_DATASOURCE_JDBC_URL", database.getJdbcUrl("postgres", "postgres"),
              "CLAUSEBOOK_EMBEDDED_DIRECTORY", directory.toString());
      Curator curator = new Curator(environment, "curator");
      try (Packaged one = Packaged.start(environment)) {
        one.get("/v1");
        try (Packaged two = Packaged.start(environment)) {
          two.get("/v1");
          assertEquals(201, curator.create(one).statusCode());
          // What is slow the first time only is not what is looked for.
          alternate(curator, one, two, 2, 6, Duration.ofMinutes(1));
          alternate(curator, one, two, 6, 16, SOON);
          AtomicBoolean over = new AtomicBoolean();
          Thread killer = new Thread(() -> killAnnouncements(database, over));
          killer.start();
          alternate(curator, one, two, 16, 46, SOON);
          over.set(true);
          killer.join();
          assertEquals(
              one.get(Curator.DEAL + "/revisions?limit=100").body(),
              two.get(Curator.DEAL + "/revisions?limit=100").body());
          streams(curator, one, two);
        }
      }
    }
  }

  /** A listener at one hears what the other is told, and is let go when its process ends. */
  private static void streams(Curator curator, Packaged one, Packaged two) throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    AtomicBoolean ended = new AtomicBoolean();
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient()
            .send(
                two.request("/v1/changes/stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in =
                  new BufferedReader(
                      new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
              } catch (IOException | UncheckedIOException e) {
                lines.add("cut off");
              }
              ended.set(true);
            });
    reader.start();
    Instant from = Instant.now();
    curator.publish(one, 100);
    while (lines.stream().noneMatch(line -> line.startsWith("event: published"))) {
      assertTrue(Duration.between(from, Instant.now()).compareTo(SOON) < 0, lines::toString);
      Thread.sleep(10);
    }
    Instant stopped = Instant.now();
    two.stop();
    reader.join();
    assertTrue(ended.get());
    two.exitStatus();
    Duration taken = Duration.between(stopped, Instant.now());
    assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, "it took " + taken + " to stop");
    assertTrue(!lines.contains("cut off"), lines::toString);
  }

  private static void alternate(
      Curator curator, Packaged one, Packaged two, int first, int until, Duration within)
      throws Exception {
    for (int edition = first; edition < until; edition++) {
      Packaged told = edition % 2 == 0 ? one : two;
      Packaged other = edition % 2 == 0 ? two : one;
      assertEquals(200, curator.publish(told, edition).statusCode());
      heard(other, edition, within);
    }
  }

  private static void heard(Packaged at, int edition, Duration within) throws Exception {
    Instant from = Instant.now();
    String title = '"' + Curator.title(edition) + '"';
    while (!at.get(Curator.DEAL).body().contains(title)
        || !at.get("/v1/deals").body().contains(title)) {
      assertTrue(Duration.between(from, Instant.now()).compareTo(within) < 0, "edition " + edition);
      Thread.sleep(10);
    }
  }

  private static void killAnnouncements(EmbeddedPostgres database, AtomicBoolean over) {
    while (!over.get()) {
      try (Connection owner = database.getPostgresDatabase().getConnection();
          Statement statement = owner.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'clausebook-listener'");
        Thread.sleep(400);
      } catch (SQLException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

package org.clausebook.faults;

import static org.clausebook.faults.Faults.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From an empty server through versions that come and go to a restored backup. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledOnOs(OS.LINUX)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolloutFaultsIT {

  private static final String PATH = "/v1/deals/microsoft-openai/clauses?asOf=2026-11-23";

  private static final Duration SOON = Duration.ofSeconds(30);

  private Path directory;
  private Server server;
  private Curator curator;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    server = new Server(temporary);
    curator = new Curator(server.application());
  }

  @AfterAll
  void stop() throws Exception {
    curator.close();
    server.close();
  }

  @Test
  @Order(1)
  void startsNotWithoutItsDatabaseAndSaysWhy() throws Exception {
    Map<String, String> nowhere = server.application(9);
    Instance instance = Instance.start(nowhere);
    int status = instance.exitStatus();
    String reason = lastSentence(instance);
    row("F05", "no database at the start", "ends at once with a sentence", reason);
    assertTrue(status != 0);
    assertTrue(reason.contains("PostgreSQL does not answer"), reason);
  }

  @Test
  @Order(2)
  void waitsForTheMigration() throws Exception {
    Instance instance = Instance.start(server.application());
    int status = instance.exitStatus();
    String reason = lastSentence(instance);
    row("F31", "new application, old schema", "refuses to start and says what to do", reason);
    assertTrue(status != 0);
    assertTrue(reason.contains("run the migration"), reason);
  }

  @Test
  @Order(3)
  void twoMigrationsAtOnceAreOne() throws Exception {
    Instance one = Instance.start(server.migration());
    Instance two = Instance.start(server.migration());
    int first = one.exitStatus();
    int second = two.exitStatus();
    String applied =
        server.ask(
            "select count(*) || ' of ' || count(distinct version) from flyway_schema_history where version is not null");
    row(
        "F33",
        "two migrations at once",
        "both end well, each step done once",
        "exit codes %d and %d, steps %s".formatted(first, second, applied));
    assertEquals(0, first + second);
    assertEquals(applied.split(" of ")[0], applied.split(" of ")[1]);
  }

  @Test
  @Order(4)
  void readerWaitsForWhatThePrimaryPublishesFirst() throws Exception {
    server.sql("alter role clausebook set default_transaction_read_only = on");
    server.sql("alter role clausebook_owner set default_transaction_read_only = on");
    try (Instance reader = Instance.ready(server.application())) {
      int empty = reader.get(PATH).status();
      Instance migration = Instance.start(server.migration());
      int status = migration.exitStatus();
      String reason = lastSentence(migration);
      server.sql("alter role clausebook reset default_transaction_read_only");
      server.sql("alter role clausebook_owner reset default_transaction_read_only");
      try (Instance primary = Instance.ready(server.application())) {
        primary.awaitStatus(200, PATH, SOON);
        Duration arrived = reader.awaitStatus(200, PATH, SOON);
        row(
            "F31",
            "reader on an empty standby, then migration, before the primary has published",
            "starts, says why it is empty, serves what comes; migration refuses with a sentence",
            "read %d, then 200 after %d ms; %s".formatted(empty, arrived.toMillis(), reason));
      }
      assertEquals(404, empty);
      assertTrue(reader.log().contains("The store is empty and takes no changes"), reader.log());
      assertEquals(List.of(), reader.errors());
      assertTrue(status != 0);
      assertTrue(reason.contains("takes no changes"), reason);
    }
  }

  @Test
  @Order(5)
  void roleOfTheApplicationChangesNeitherSchemaNorPast() throws Exception {
    try (Instance instance = Instance.ready(server.application())) {
      instance.awaitStatus(200, PATH, SOON);
      List<String> refused = new ArrayList<>();
      for (String statement :
          List.of(
              "create table mine (id int)",
              "drop table publication",
              "alter table publication disable trigger all",
              "update publication set note = 'x'",
              "delete from revision",
              "truncate publication cascade")) {
        try {
          server.inside("set role clausebook; " + statement);
          throw new AssertionError("allowed: " + statement);
        } catch (SQLException e) {
          refused.add(e.getSQLState());
        }
      }
      row(
          "S 13.2.2",
          "role of the application: DDL, and changing what was published",
          "refused by the database",
          refused.size() + " of 6 refused, " + refused.stream().distinct().toList());
      assertTrue(!instance.log().contains("secret-of"), "the log holds a secret");
    }
  }

  @Test
  @Order(6)
  void oldApplicationServesOnANewerSchema() throws Exception {
    server.inside(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) values (900, '209901010000',"
            + " 'later', 'SQL', 'V209901010000__later.sql', 1, 'clausebook_owner', 1, true);"
            + " alter table publication add column later text");
    try (Instance instance = Instance.ready(curator.environment())) {
      instance.awaitStatus(200, PATH, SOON);
      Instance.Seen written = curator.publish(instance, 0, null);
      int read = instance.get(PATH).status();
      row(
          "F31",
          "old application starts on a newer schema",
          "reads and writes",
          "read %d, write %s".formatted(read, written));
      assertEquals(200, read);
      assertEquals(201, written.status(), written.answer().body());
    } finally {
      server.inside(
          "delete from flyway_schema_history where installed_rank = 900;"
              + " alter table publication drop column later");
    }
  }

  @Test
  @Order(7)
  @Tag("slow")
  void rollingRestartsLoseNothing() throws Exception {
    int restarts = Faults.isWhole() ? 5 : 1;
    List<Instance> instances = new CopyOnWriteArrayList<>();
    List<Integer> open = new CopyOnWriteArrayList<>();
    List<Integer> writes = new ArrayList<>();
    int before = revisions();
    for (int i = 0; i < 2; i++) {
      instances.add(replica());
    }
    Thread kubelet = new Thread(() -> watch(instances, open));
    kubelet.setDaemon(true);
    kubelet.start();
    Map<Integer, Integer> answered;
    double p99;
    try (Relay relay = new Relay(() -> open);
        Load load =
            new Load(
                6,
                25,
                i -> "http://127.0.0.1:" + relay.port() + PATH + (i % 3 == 0 ? "&lang=fr" : ""))) {
      Thread.sleep(1_000);
      for (int round = 0; round < restarts; round++) {
        for (int i = 0; i < 2; i++) {
          instances.add(replica());
          Instance leaving = instances.get(0);
          writes.add(write(instances.get(1)));
          Thread stopping = new Thread(leaving::close);
          stopping.start();
          writes.add(write(leaving));
          stopping.join();
          instances.remove(leaving);
        }
      }
      answered = load.answered();
      p99 = load.within(0.99);
    } finally {
      kubelet.interrupt();
      instances.forEach(Instance::close);
    }
    int published = revisions() - before;
    row(
        "F01",
        restarts + " rolling restarts of two, under load",
        "no request fails, no write is lost or doubled",
        "answered %s, 99 %% within %.0f ms; %d writes answered %s, %d published"
            .formatted(
                answered,
                p99 * 1000,
                writes.size(),
                writes.stream().distinct().toList(),
                published));
    assertEquals(List.of(200), List.copyOf(answered.keySet()));
    assertEquals(List.of(200), writes.stream().distinct().toList());
    assertEquals(writes.size(), published);
  }

  @Test
  @Order(8)
  void terminationFinishesWhatIsUnderWay() throws Exception {
    try (Instance instance = replica()) {
      instance.get(PATH);
      instance.process().destroy();
      long asked = System.nanoTime();
      Thread.sleep(500);
      int ready = instance.get("/q/health/ready").status();
      Instance.Seen read = instance.get(PATH);
      instance.process().waitFor();
      double ended = (System.nanoTime() - asked) / 1e9;
      row(
          "F02",
          "SIGTERM",
          "not ready within 1 s, serves on and bids clients go, then ends by itself",
          "ready %d, reads %d, `Connection: %s`, ended after %.1f s"
              .formatted(ready, read.status(), read.header("Connection"), ended));
      assertEquals(503, ready);
      assertEquals(200, read.status());
      assertEquals("close", read.header("Connection"));
      assertTrue(ended < 13);
    }
  }

  @Test
  @Order(9)
  @Tag("slow")
  void replicasGiveTheSameBytesAndTags() throws Exception {
    List<String> paths =
        List.of(
            PATH,
            "/v1/deals/microsoft-openai?asOf=2026-11-23",
            "/v1/deals/microsoft-openai/dossier",
            "/v1/search?q=exclusivity&limit=50&asOf=2026-11-23",
            "/v1/regions/FR/implications?asOf=2026-11-23",
            "/v1/changes",
            "/v1/sources/article/statements?limit=100",
            "/openapi");
    List<String> differing = new ArrayList<>();
    try (Instance one = Instance.ready(server.application());
        Instance two = Instance.ready(server.application())) {
      one.awaitStatus(200, PATH, SOON);
      two.awaitStatus(200, PATH, SOON);
      for (String path : paths) {
        Instance.Seen first = one.get(path);
        Instance.Seen second = two.get(path);
        assertEquals(200, first.status(), path);
        assertEquals(200, second.status(), path);
        if (!first.answer().body().equals(second.answer().body())
            || !first.header("ETag").equals(second.header("ETag"))) {
          differing.add(path);
        }
      }
    }
    row(
        "H109",
        "two replicas asked the same",
        "the same bytes and tags",
        (paths.size() - differing.size()) + " of " + paths.size() + " the same");
    assertEquals(List.of(), differing);
  }

  @Test
  @Order(10)
  @Tag("slow")
  void restoredBackupAnswersTheSame() throws Exception {
    List<String> paths = List.of(PATH, "/v1/changes", "/v1/deals/microsoft-openai/dossier");
    List<String> before = answers(paths);
    server.close();
    server.backUp(directory.resolve("copy"));
    server.restore(directory.resolve("copy"));
    server.start();
    List<String> after = answers(paths);
    row(
        "F34",
        "backup, destroy, restore",
        "the same bytes and tags",
        before.equals(after) ? "the same" : "others");
    assertEquals(before, after);
  }

  @Test
  @Order(11)
  @Tag("slow")
  void goesBackToThePointBeforeABadWrite() throws Exception {
    List<String> paths = List.of(PATH, "/v1/changes", "/v1/deals/lighthouse/dossier");
    server.backUpRunning(directory.resolve("base"));
    List<String> good;
    List<String> bad;
    String between;
    try (Instance instance = replica()) {
      assertEquals(200, write(instance));
      good = answers(instance, paths);
      between = server.ask("select clock_timestamp()");
      Thread.sleep(1_000);
      assertEquals(200, write(instance));
      bad = answers(instance, paths);
    }
    server.archive();
    server.close();
    server.restore(directory.resolve("base"), between);
    server.start();
    server.awaitRecovery();
    List<String> restored;
    int written;
    try (Instance instance = replica()) {
      restored = answers(instance, paths);
      written = write(instance);
    }
    row(
        "F35",
        "a bad write; back to a second before it, from a base copy and the archive of its WAL",
        "the bytes and tags from before, and writes are taken",
        "%s; write %d".formatted(restored.equals(good) ? "the same" : "others", written));
    assertNotEquals(good, bad);
    assertEquals(good, restored);
    assertEquals(200, written);
  }

  private List<String> answers(List<String> paths) throws Exception {
    try (Instance instance = Instance.ready(server.application())) {
      instance.awaitStatus(200, PATH, SOON);
      return answers(instance, paths);
    }
  }

  private static List<String> answers(Instance instance, List<String> paths) throws Exception {
    List<String> answers = new ArrayList<>();
    for (String path : paths) {
      Instance.Seen seen = instance.get(path);
      answers.add(seen.header("ETag") + "\n" + seen.answer().body());
    }
    return answers;
  }

  private Instance replica() throws Exception {
    return Instance.ready(
        curator.environment(),
        "CLAUSEBOOK_HEALTH_WARM_UP",
        "20s",
        "QUARKUS_SHUTDOWN_DELAY",
        "5s",
        "QUARKUS_SHUTDOWN_TIMEOUT",
        "10s");
  }

  private int write(Instance through) throws Exception {
    String tag = through.get("/v1/deals/lighthouse/dossier").header("ETag");
    int edition = 1 + revisions();
    return curator.publish(through, edition, tag).status();
  }

  private int revisions() throws SQLException {
    return Integer.parseInt(
        server.ask("select count(*) from publication where dossier = 'lighthouse'"));
  }

  /** What the endpoints of a cluster know: who said ready a moment ago. */
  private static void watch(List<Instance> instances, List<Integer> open) {
    while (!Thread.currentThread().isInterrupted()) {
      for (Instance each : instances) {
        boolean ready;
        try {
          ready = each.get("/q/health/ready").status() == 200;
        } catch (IOException e) {
          ready = false;
        } catch (InterruptedException e) {
          return;
        }
        if (ready && !open.contains(each.port())) {
          open.add(each.port());
        } else if (!ready) {
          open.remove((Object) each.port());
        }
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static String lastSentence(Instance instance) throws IOException {
    return instance
        .log()
        .lines()
        .filter(line -> line.startsWith("Clausebook does not start."))
        .findFirst()
        .orElse("no sentence");
  }
}

package org.clausebook.faults;

import static org.clausebook.faults.Faults.bearable;
import static org.clausebook.faults.Faults.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A database that is away, stands still, loses connections, or will not write. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledOnOs(OS.LINUX)
class DatabaseFaultsIT {

  private static final String KEPT = "/v1/deals/microsoft-openai/clauses?asOf=2026-11-23";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final AtomicInteger days = new AtomicInteger();
  private Path directory;
  private Server server;
  private Curator curator;
  private Instance instance;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    server = new Server(temporary);
    assertEquals(0, Instance.start(server.migration()).exitStatus());
    curator = new Curator(server.application());
    instance = Instance.warm(curator.environment());
    instance.awaitStatus(200, KEPT, SOON);
    assertEquals(201, curator.publish(instance, 1, null).status());
  }

  @AfterAll
  void stop() throws Exception {
    List<String> errors = instance.errors();
    instance.close();
    curator.close();
    server.close();
    assertEquals(List.of(), errors);
  }

  @Test
  void stoppedAndBack() throws Exception {
    server.stop();
    // The listener notices at its next look, a second later at most.
    Thread.sleep(Faults.lasting(60).toMillis());
    Instance.Seen kept = instance.get(KEPT);
    Instance.Seen fresh = instance.get(notKept());
    Instance.Seen ready = instance.get("/q/health/ready");
    Instance.Seen live = instance.get("/q/health/live");
    server.start();
    Duration recovery = instance.awaitStatus(200, notKept(), SOON);
    row(
        "F04",
        "database stopped for " + Faults.lasting(60).toSeconds() + " s",
        "kept answers 200 with `Age`; others 503 with `Retry-After` in 1 s; live; back in 2 s",
        "kept %s, Age %s; others %s, Retry-After %s; ready %s, live %s; back in %d ms"
            .formatted(
                kept,
                kept.header("Age"),
                fresh,
                fresh.header("Retry-After"),
                ready.status(),
                live.status(),
                recovery.toMillis()));
    assertEquals(200, kept.status());
    assertTrue(Integer.parseInt(kept.header("Age")) > 0);
    assertEquals(503, fresh.status());
    assertTrue(fresh.seconds() < bearable(1.2));
    assertNotEquals("", fresh.header("Retry-After"));
    assertTrue(ready.answer().body().contains("\"reachable\": false"), ready.answer().body());
    assertEquals(200, live.status());
    assertTrue(recovery.toMillis() < 1_000 * bearable(2), recovery.toString());
  }

  @Test
  void standsStill() throws Exception {
    Instance.Vitals before = instance.vitals();
    server.hang();
    List<Instance.Seen> answers;
    Instance.Seen ready;
    Instance.Seen kept;
    Instance.Vitals during;
    try {
      List<CompletableFuture<Instance.Seen>> readers = atOnce(20);
      ready = instance.get("/q/health/ready");
      kept = instance.get(KEPT);
      during = instance.vitals();
      answers = readers.stream().map(CompletableFuture::join).toList();
      Thread.sleep(Faults.lasting(30).toMillis());
    } finally {
      server.resume();
    }
    Duration recovery = instance.awaitStatus(200, notKept(), SOON);
    double slowest = answers.stream().mapToDouble(Instance.Seen::seconds).max().orElse(0);
    row(
        "F06",
        "database stands still, 20 readers at once",
        "each answered in 3 s, probes and kept answers in 1 s, back in 10 s",
        "slowest %.2f s; ready %s, kept %s; before %s, during %s; back in %d ms"
            .formatted(slowest, ready, kept, before, during, recovery.toMillis()));
    assertTrue(slowest < bearable(3), answers.toString());
    assertTrue(ready.status() == 200 && ready.seconds() < bearable(1));
    assertTrue(kept.status() == 200 && kept.seconds() < bearable(1));
    assertTrue(recovery.toMillis() < 1_000 * bearable(10));
  }

  @Test
  void networkSwallowsEverything() throws Exception {
    try (Relay relay = new Relay(() -> List.of(server.port()));
        Instance far =
            Instance.ready(
                server.application(relay.port()),
                // In the middle of the fault, whenever that is.
                "QUARKUS_DATASOURCE_JDBC_BACKGROUND_VALIDATION_INTERVAL",
                "1s")) {
      far.awaitStatus(200, KEPT, SOON);
      relay.swallow();
      Instance.Seen fresh = far.get(notKept());
      Instance.Seen kept = far.get(KEPT);
      Thread.sleep(3_000);
      relay.passOn();
      Duration recovery = far.awaitStatus(200, notKept(), SOON);
      row(
          "F07",
          "failover without a reset: the network swallows everything",
          "answered in 3 s, kept answers served, back in 10 s",
          "%s, kept %s; back in %d ms".formatted(fresh, kept, recovery.toMillis()));
      assertEquals(503, fresh.status());
      assertEquals(200, kept.status());
      assertTrue(recovery.toMillis() < 1_000 * bearable(10), recovery.toString());
      assertEquals(List.of(), far.errors());
    }
  }

  @Test
  @Tag("slow")
  void losesItsConnectionsAllTheTime() throws Exception {
    Duration lasting = Faults.lasting(60);
    Load load = new Load(4, 20, i -> address(notKept()));
    try (load;
        Connection killer = server.connect("clausebook")) {
      long end = System.nanoTime() + lasting.toNanos();
      while (System.nanoTime() < end) {
        endConnections(killer);
        Thread.sleep(100);
      }
    }
    int failed = load.asked() - load.answered().getOrDefault(200, 0);
    row(
        "F08",
        "every connection killed every 100 ms, for " + lasting.toSeconds() + " s",
        "at most one read in a thousand fails",
        "%d of %d failed: %s".formatted(failed, load.asked(), load.answered()));
    assertTrue(failed <= load.asked() / 1000 + 1, load.answered().toString());
  }

  @Test
  void isLockedUntilThePoolIsExhausted() throws Exception {
    List<Instance.Seen> answers;
    Instance.Seen kept;
    Instance.Seen ready;
    try (Connection locker = server.connect("clausebook");
        Statement statement = locker.createStatement()) {
      locker.setAutoCommit(false);
      statement.execute("lock table publication, revision, dossier in access exclusive mode");
      List<CompletableFuture<Instance.Seen>> readers = atOnce(40);
      Thread.sleep(500);
      kept = instance.get(KEPT);
      ready = instance.get("/q/health/ready");
      answers = readers.stream().map(CompletableFuture::join).toList();
      locker.rollback();
    }
    Duration recovery = instance.awaitStatus(200, notKept(), SOON);
    double slowest = answers.stream().mapToDouble(Instance.Seen::seconds).max().orElse(0);
    row(
        "F09 F11",
        "tables locked, 40 readers on 16 connections",
        "each answered in 2 s, probes and kept answers at once, back in 2 s",
        "slowest %.2f s; kept %s, ready %s; back in %d ms"
            .formatted(slowest, kept, ready, recovery.toMillis()));
    assertTrue(slowest < bearable(2), answers.toString());
    assertTrue(kept.status() == 200 && kept.seconds() < bearable(0.5));
    assertTrue(ready.seconds() < bearable(1));
    assertTrue(recovery.toMillis() < 1_000 * bearable(2));
  }

  @Test
  void hasNoConnectionLeft() throws Exception {
    List<Connection> hoarded = new ArrayList<>();
    Instance.Seen fresh;
    try {
      int ended;
      int before;
      do {
        before = hoarded.size();
        hoard(hoarded);
        ended = endConnections(hoarded.get(0));
        Thread.sleep(100);
      } while (ended > 0 || hoarded.size() > before);
      fresh = instance.get(notKept());
    } finally {
      for (Connection each : hoarded) {
        each.close();
      }
    }
    Duration recovery = instance.awaitStatus(200, notKept(), SOON);
    row(
        "F10",
        "`max_connections` reached",
        "503 in 1.5 s, back in 5 s",
        fresh + "; back in " + recovery.toMillis() + " ms");
    assertEquals(503, fresh.status());
    assertTrue(fresh.seconds() < bearable(1.5));
    assertTrue(recovery.toMillis() < 1_000 * bearable(5));
  }

  @Test
  void refusesThePasswordAfterARotation() throws Exception {
    server.sql("alter role clausebook password 'rotated'");
    try (Connection killer = server.connect("clausebook")) {
      while (endConnections(killer) > 0) {
        Thread.sleep(100);
      }
    }
    Instance.Seen fresh = instance.get(notKept());
    Instance.Seen kept = instance.get(KEPT);
    server.sql("alter role clausebook password 'secret-of-the-application'");
    Duration recovery = instance.awaitStatus(200, notKept(), SOON);
    row(
        "F10",
        "password no longer right",
        "503, kept answers served, no restart",
        "%s, kept %s; back in %d ms".formatted(fresh, kept, recovery.toMillis()));
    assertEquals(503, fresh.status());
    assertEquals(200, kept.status());
  }

  @Test
  void takesNoChanges() throws Exception {
    Instance.Seen written;
    Instance.Seen fresh;
    try {
      server.sql("alter system set default_transaction_read_only = on");
      server.sql("select pg_reload_conf()");
      Thread.sleep(500);
      written = curator.publishNext(instance);
      fresh = instance.get(notKept());
    } finally {
      server.sql("alter system reset default_transaction_read_only");
      server.sql("select pg_reload_conf()");
    }
    Thread.sleep(500);
    int after = curator.publishNext(instance).status();
    row(
        "F10",
        "database read-only, as a standby is",
        "reads 200, writes 503 with `Retry-After`, then 200",
        "read %s; write %s, Retry-After %s; afterwards %d"
            .formatted(fresh, written, written.header("Retry-After"), after));
    assertEquals(200, fresh.status());
    assertEquals(503, written.status());
    assertNotEquals("", written.header("Retry-After"));
    assertEquals(200, after);
  }

  /** It refuses to be listened to, so its log is looked at; as readers on replicas do. */
  @Test
  void isAStandby() throws Exception {
    Duration followed = Duration.ZERO;
    Map<String, String> environment = new HashMap<>(curator.environment());
    try (Server standby = server.standby(directory.resolve("standby"))) {
      environment.putAll(standby.application());
      try (Instance reader = Instance.warm(environment)) {
        reader.awaitStatus(200, Curator.DOSSIER, SOON);
        for (int publication = 0; publication < 5; publication++) {
          assertEquals(200, curator.publishNext(instance).status());
          long began = System.nanoTime();
          String tag = instance.get(Curator.DOSSIER).header("ETag");
          Instance.Seen read = reader.get(Curator.DOSSIER);
          while (!read.header("ETag").equals(tag) && System.nanoTime() - began < SOON.toNanos()) {
            Thread.sleep(50);
            read = reader.get(Curator.DOSSIER);
          }
          followed = Duration.ofNanos(Math.max(followed.toNanos(), System.nanoTime() - began));
          assertEquals(tag, read.header("ETag"));
        }
        Instance.Seen kept = reader.get(KEPT);
        Instance.Seen written = curator.publishNext(reader);
        double lag = instance.metric("clausebook_dataset") - reader.metric("clausebook_dataset");
        row(
            "F10",
            "readers on a standby, five publications on the primary",
            "each seen in 2 s; kept answers without `Age`; writes 503; no lag in the metrics",
            "after %d ms at most; kept %s, Age %s; write %s; lag %.0f"
                .formatted(followed.toMillis(), kept, kept.header("Age"), written, lag));
        assertTrue(followed.toMillis() < 1_000 * bearable(2), followed.toString());
        assertEquals("", kept.header("Age"));
        assertEquals(503, written.status());
        assertEquals(0, lag);
        assertEquals(List.of(), reader.errors());
      }
    }
  }

  @Test
  void hasNoSpaceLeft() throws Exception {
    Path volume = Files.createDirectory(directory.resolve("volume"));
    assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", volume.toString()));
    Instance.Seen written;
    Instance.Seen fresh;
    int before = 0;
    int after;
    try {
      server.inside("create tablespace small location '" + volume + "'");
      server.inside("alter table revision set tablespace small");
      Path filler = volume.resolve("filler");
      assertThrows(IOException.class, () -> Files.write(filler, new byte[9_000_000]));
      written = curator.publishNext(instance);
      while (written.status() == 200 && before < 100) {
        before++;
        written = curator.publishNext(instance);
      }
      fresh = instance.get(notKept());
      Files.delete(filler);
      after = curator.publishNext(instance).status();
      server.inside("alter table revision set tablespace pg_default");
      server.inside("drop tablespace small");
    } finally {
      isDone("umount", volume.toString());
    }
    row(
        "F10",
        "disk full",
        "reads 200, writes 503 with `Retry-After`, and 200 when there is space again",
        "read %s; after %d more writes %s, Retry-After %s; with space again %d"
            .formatted(fresh, before, written, written.header("Retry-After"), after));
    assertEquals(200, fresh.status());
    assertEquals(503, written.status());
    assertEquals(200, after);
  }

  /** Connects until the server has none left. */
  private void hoard(List<Connection> hoarded) throws SQLException {
    try {
      while (hoarded.size() < 200) {
        hoarded.add(server.connect("clausebook"));
      }
    } catch (SQLException full) {
      assertEquals("53300", full.getSQLState());
    }
  }

  /** Tells the connections of the application to end, which they do a moment later; how many. */
  private static int endConnections(Connection killer) throws SQLException {
    try (Statement statement = killer.createStatement();
        ResultSet told =
            statement.executeQuery(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where application_name = 'clausebook'")) {
      told.next();
      return told.getInt(1);
    }
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  /** An address of its own for each call, so that only the database knows the answer. */
  private String notKept() {
    return "/v1/deals?signedFrom=" + LocalDate.parse("2019-08-01").plusDays(days.incrementAndGet());
  }

  private String address(String path) {
    return "http://127.0.0.1:" + instance.port() + path;
  }

  private List<CompletableFuture<Instance.Seen>> atOnce(int readers) {
    List<CompletableFuture<Instance.Seen>> asked = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      String path = notKept();
      asked.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return instance.get(path);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              command -> new Thread(command).start()));
    }
    return asked;
  }
}

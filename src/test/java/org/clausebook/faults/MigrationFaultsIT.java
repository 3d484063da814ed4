package org.clausebook.faults;

import static org.clausebook.faults.Faults.bearable;
import static org.clausebook.faults.Faults.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A schema that moves on under many deals, while they are read and published. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledOnOs(OS.LINUX)
@Tag("slow")
class MigrationFaultsIT {

  /** The schema before the steps that are to be taken here; earlier ones met empty tables. */
  private static final String BEFORE = "202611252130";

  private static final int DEALS = Faults.isWhole() ? 1_000 : 200;
  private static final long LATER_MILLIS = Faults.isWhole() ? 500 : 1_000;

  private static final String COPIES =
      """
      with original as (select r.* from dossier d join revision r on r.dataset = d.current where d.id = 'microsoft-openai'),
      copies as (select n, 'copy-' || n as deal, (select max(dataset) from publication) + n - %1$d + 1 as dataset from generate_series(%1$d, %2$d) n),
      logged as (
        insert into publication (dataset, dossier, action, kind, number, published_at, issuer, subject, request_id, note, previous_hash, hash)
        select dataset, deal, 'published', 'editorial', 1, clock_timestamp() + n * interval '1 us', 'clausebook', 'test', deal, 'Copied',
               repeat('0', 64), md5(deal) || md5(deal)
        from copies)
      insert into revision (dossier, number, dataset, reference, content_hash, document)
      select deal, 1, copies.dataset, reference, md5(deal) || md5(deal),
             cast(replace(cast(document as text), '"deal":"microsoft-openai"', '"deal":"' || deal || '"') as json)
      from copies, original;
      select project_revisions(array(select dataset from revision where dossier in (select 'copy-' || n from generate_series(%1$d, %2$d) n)));
      insert into dossier (id, kind, current)
      select dossier, 'deal', dataset from revision where dossier in (select 'copy-' || n from generate_series(%1$d, %2$d) n)
      """;

  private static final List<String> READINGS =
      List.of(
          "select r.document from dossier d join revision r on r.dataset = d.current where d.id = 'copy-7'",
          "select d.id from dossier d join deal on deal.revision = d.current order by d.id limit 20",
          "select i.id, i.nature from implication i where i.region = 'FR' order by i.revision limit 20",
          "select c.fact_id, s.text_fr from citation c join statement s on s.revision = c.statement_revision"
              + " and s.source = c.source and s.id = c.statement where c.fact_kind = 'implication' limit 20",
          "select id from search_entry where words @@ to_tsquery('azure') limit 20");

  /** For how long somebody has been waiting for a lock. */
  private static final String WAITING =
      "select coalesce(extract(epoch from max(clock_timestamp() - waitstart)), 0) from pg_locks where not granted";

  private Server server;

  @BeforeAll
  void fill(@TempDir Path temporary) throws Exception {
    server = new Server(temporary);
    Map<String, String> owner = server.migration();
    Flyway.configure()
        .dataSource(
            owner.get("QUARKUS_DATASOURCE_JDBC_URL"),
            owner.get("QUARKUS_DATASOURCE_USERNAME"),
            owner.get("QUARKUS_DATASOURCE_PASSWORD"))
        .locations("filesystem:src/main/resources/db/migration")
        .placeholders(Map.of("applicationRole", "clausebook"))
        .target(BEFORE)
        .load()
        .migrate();
    Map<String, String> application = new HashMap<>(server.application());
    application.put("QUARKUS_FLYWAY_VALIDATE_AT_START", "false");
    Instance.ready(application).close();
    for (int n = 1; n <= DEALS; n += 100) {
      server.inside(COPIES.formatted(n, n + 99));
    }
    server.inside("analyze");
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void nobodyWaitsForAMigrationAndAKilledOneGoesOn() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Double>> slowest = new ArrayList<>();
    Future<Double> waited;
    int kills = 0;
    int status;
    try {
      READINGS.forEach(reading -> slowest.add(clients.submit(() -> repeat(over, n -> reading))));
      slowest.add(clients.submit(() -> repeat(over, n -> COPIES.formatted(DEALS + n, DEALS + n))));
      waited = clients.submit(() -> longestWait(over));
      // Each later than the one before, until one has come through.
      Process migration = migrate();
      while (!migration.waitFor(kills * LATER_MILLIS, TimeUnit.MILLISECONDS)) {
        migration.destroyForcibly().waitFor();
        kills++;
        migration = migrate();
      }
      status = migration.exitValue();
    } finally {
      over.set(true);
      clients.shutdown();
    }
    double longest = 0;
    for (Future<Double> each : slowest) {
      longest = Math.max(longest, each.get(1, TimeUnit.MINUTES));
    }
    String steps =
        server.ask(
            "select count(*) || ' of ' || count(distinct version) || ', ' || count(*) filter (where not success) || ' failed'"
                + " from flyway_schema_history where version is not null");
    row(
        "F32",
        "migration of %d deals that are read and published, killed %d times, each time later"
            .formatted(DEALS, kills),
        "nobody waits for a lock longer than 1 s; it goes on where it stopped",
        "longest %.2f s, of a statement with its work %.2f s; exit code %d, steps %s"
            .formatted(waited.get(), longest, status, steps));
    assertEquals(0, status);
    assertTrue(steps.matches("(\\d+) of \\1, 0 failed"), steps);
    assertEquals("0", server.ask("select count(*) from implication where evidence is null"));
    assertTrue(waited.get() < bearable(1), waited.get() + " s");
  }

  /** Begins, and is connected. */
  private Process migrate() throws Exception {
    Process migration = Instance.start(server.migration()).process();
    while (migration.isAlive()
        && server
            .ask("select count(*) from pg_stat_activity where usename = 'clausebook_owner'")
            .equals("0")) {
      Thread.sleep(5);
    }
    return migration;
  }

  private double longestWait(AtomicBoolean over) throws SQLException, InterruptedException {
    double longest = 0;
    while (!over.get()) {
      longest = Math.max(longest, Double.parseDouble(server.ask(WAITING)));
      Thread.sleep(20);
    }
    return longest;
  }

  /** Does it again and again; the seconds that the slowest took. */
  private double repeat(AtomicBoolean over, IntFunction<String> statements)
      throws SQLException, InterruptedException {
    double slowest = 0;
    try (Connection connection = server.connect("clausebook");
        Statement statement = connection.createStatement()) {
      for (int turn = 1; !over.get(); turn++) {
        long began = System.nanoTime();
        statement.execute(statements.apply(turn));
        slowest = Math.max(slowest, (System.nanoTime() - began) / 1e9);
        Thread.sleep(200);
      }
    }
    return slowest;
  }
}

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

  private static final int DEALS = Faults.isWhole() ? 2_000 : 200;

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
    int kills = Faults.isWhole() ? 8 : 3;
    ExecutorService clients = Executors.newCachedThreadPool();
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Double>> slowest = new ArrayList<>();
    int status;
    try {
      READINGS.forEach(reading -> slowest.add(clients.submit(() -> repeat(over, n -> reading))));
      slowest.add(clients.submit(() -> repeat(over, n -> COPIES.formatted(DEALS + n, DEALS + n))));
      for (int kill = 0; kill < kills; kill++) {
        Instance migration = Instance.start(server.migration());
        while (migration.process().isAlive() && !isMigrating()) {
          Thread.sleep(5);
        }
        Thread.sleep(kill * 40L);
        migration.process().destroyForcibly().waitFor();
      }
      status = Instance.start(server.migration()).exitStatus();
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
        "migration of " + DEALS + " deals that are read and published, killed " + kills + " times",
        "nobody waits longer than 1 s; it goes on where it stopped",
        "longest %.2f s; exit code %d, steps %s".formatted(longest, status, steps));
    assertEquals(0, status);
    assertEquals("0", server.ask("select count(*) from implication where evidence is null"));
    assertTrue(longest < bearable(1), longest + " s");
  }

  private boolean isMigrating() throws SQLException {
    return !server
        .ask("select count(*) from pg_stat_activity where usename = 'clausebook_owner'")
        .equals("0");
  }

  private interface Turns {
    String statement(int turn);
  }

  /** Does it again and again; the seconds that the slowest took. */
  private double repeat(AtomicBoolean over, Turns turns) throws SQLException, InterruptedException {
    double slowest = 0;
    try (Connection connection = server.connect("clausebook");
        Statement statement = connection.createStatement()) {
      for (int turn = 1; !over.get(); turn++) {
        long began = System.nanoTime();
        statement.execute(turns.statement(turn));
        slowest = Math.max(slowest, (System.nanoTime() - began) / 1e9);
        Thread.sleep(200);
      }
    }
    return slowest;
  }
}

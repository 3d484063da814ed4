package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.testsupport.CopiedDeal;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bulk import is killed half-way, and run again. */
@Tag("slow")
class KilledImportIT {

  private static final int LINES = 600;

  @TempDir Path directory;

  private String[] command;

  @BeforeEach
  void writeDossiers() throws IOException {
    Dossier original = Dossiers.lighthouse();
    Path file =
        Files.write(
            directory.resolve("deals.ndjson"),
            IntStream.rangeClosed(1, LINES)
                .mapToObj(i -> DossierParser.json(CopiedDeal.of(original, "light-" + i, i)))
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .toList());
    command = new String[] {"import", file.toString(), "--note", "Many at once"};
  }

  @Test
  void goesOnWhereItStopped() throws Exception {
    List<String> whole;
    try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
      assertEquals(0, run(database, command));
      whole = record(database);
    }
    try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
      try (Packaged victim = Packaged.start(environment(database), command)) {
        while (!victim.says(" of " + LINES) && victim.isAlive()) {
          Thread.sleep(10);
        }
        victim.kill();
      }
      int half = record(database).size();
      assertTrue(half > 2 && half < whole.size(), half + " of " + whole.size());
      assertEquals(0, run(database, command));
      assertEquals(whole, record(database));
      assertEquals(0, run(database, "verify-audit"));
    }
  }

  /** What was published, but for when and what is made of that. */
  private static List<String> record(EmbeddedPostgres database) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection owner = database.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select concat_ws(' ', p.dataset, p.dossier, p.action, p.number, p.request_id,
                  r.content_hash, d.current,
                  (select count(*) from search_entry e where e.dossier = d.id))
                from publication p join revision r using (dataset) join dossier d on d.id = p.dossier
                order by p.dataset
                """)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private static Map<String, String> environment(EmbeddedPostgres database) {
    String url = database.getJdbcUrl("postgres", "postgres");
    return Map.of("QUARKUS_DATASOURCE_JDBC_URL", url, "TERM", "dumb");
  }

  private static int run(EmbeddedPostgres database, String... command) throws Exception {
    try (Packaged packaged = Packaged.start(environment(database), command)) {
      return packaged.exitStatus();
    }
  }
}

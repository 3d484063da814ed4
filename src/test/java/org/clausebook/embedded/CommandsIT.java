package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does on the server itself, with the packaged application. */
class CommandsIT {

  @TempDir Path directory;

  private EmbeddedPostgres database;

  /** What a command printed, and its exit status. */
  private record Outcome(int status, List<String> lines) {
    boolean says(String words) {
      return lines.stream().anyMatch(line -> line.contains(words));
    }
  }

  @BeforeEach
  void start() throws IOException {
    database = EmbeddedPostgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  @Test
  void importsAdoptsAndVerifies() throws Exception {
    Path lighthouse = Files.writeString(directory.resolve("lighthouse.yaml"), Dossiers.LIGHTHOUSE);
    Outcome brought = run("import", lighthouse.toString(), "--note", "Found on a shelf");
    assertEquals(0, brought.status(), brought::toString);
    assertTrue(brought.says("lighthouse, revision 1"), brought::toString);

    Path broken =
        Files.writeString(
            directory.resolve("broken.yaml"),
            Dossiers.LIGHTHOUSE.replace("binds: [microsoft]", "binds: [microsft]"));
    Outcome refused = run("import", broken.toString(), "--note", "A mistake");
    assertEquals(1, refused.status());
    assertTrue(refused.says("did you mean 'microsoft'?"), refused::toString);

    Path reference =
        Files.writeString(
            directory.resolve("reference.yaml"),
            Dossiers.REFERENCE.replaceAll("\\bcnil\\b", "cnil-renamed"));
    Outcome conflict = run("import", reference.toString(), "--note", "Renames");
    assertEquals(1, conflict.status());
    assertTrue(conflict.says("There is no stakeholder 'cnil'"), conflict::toString);

    Path edited =
        Files.writeString(
            directory.resolve("microsoft-openai.yaml"),
            Dossiers.MICROSOFT_OPENAI.replaceFirst("reviewed: .*", "reviewed: 2026-11-20"));
    assertEquals(0, run("import", edited.toString(), "--note", "Reviewed").status());

    Outcome shown = run("adopt-bundled");
    assertEquals(0, shown.status());
    assertTrue(shown.says("microsoft-openai:"), shown::toString);
    assertTrue(shown.says("#/reviewed"), shown::toString);
    assertTrue(shown.says("Nothing was changed"), shown::toString);
    assertTrue(run("adopt-bundled").says("#/reviewed"), "showing changes nothing");
    Outcome adopted = run("adopt-bundled", "--yes");
    assertTrue(adopted.says("Published"), adopted::toString);
    assertTrue(run("adopt-bundled").says("nothing to adopt"));

    Outcome holds = run("verify-audit");
    assertEquals(0, holds.status());
    assertTrue(holds.says("5 lines"), holds::toString);
  }

  @Test
  void whatIsNoCommandIsToldTheCommandsThereAre() throws Exception {
    Outcome outcome = run("verify");
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.says("verify-audit"), outcome::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token --help",
        "token --rolle admin",
        "token --role",
        "token --role admin now",
        "verify-audit --all",
        "adopt-bundled --no",
        "import --force deals.yaml --note Why"
      })
  void whatACommandDoesNotTakeIsRefusedWithWhatItTakes(String line) throws Exception {
    String[] words = line.split(" ");
    Outcome outcome = run(words);
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.says("write:"), outcome::toString);
    assertTrue(
        outcome.lines().stream().anyMatch(told -> told.contains(words[0] + ' ')),
        outcome::toString);
  }

  @Test
  void tamperingIsFoundAndNamed() throws Exception {
    assertEquals(0, run("verify-audit").status());
    found("update publication set note = 'Another' where dataset = 2", "line 2 (microsoft-openai");
    found("update publication set subject = 'Nobody' where dataset = 1", "line 1 (reference");
    found(
        "update revision set document = replace(document::text, '27', '28')::json where dataset = 2",
        "the document of the revision was changed");
    found(
        "update dossier set current = null where id = 'microsoft-openai'",
        "dossier microsoft-openai");
  }

  /** Does it by force, has it found, and puts things back. */
  private void found(String tampering, String words) throws Exception {
    force("create table kept_publication as table publication");
    force("create table kept_revision as select dataset, document::text as document from revision");
    force("create table kept_dossier as table dossier");
    force(tampering);
    Outcome outcome = run("verify-audit");
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.says(words), outcome::toString);
    force(
        "update publication p set note = k.note, subject = k.subject from kept_publication k where k.dataset = p.dataset");
    force(
        "update revision r set document = k.document::json from kept_revision k where k.dataset = r.dataset");
    force("update dossier d set current = k.current from kept_dossier k where k.id = d.id");
    force("drop table kept_publication, kept_revision, kept_dossier");
    assertEquals(0, run("verify-audit").status());
  }

  /** As somebody who may switch off what protects the past. */
  private void force(String sql) throws SQLException {
    try (Connection owner = database.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
    }
  }

  private Outcome run(String... command) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.getJdbcUrl("postgres", "postgres"));
    try (Packaged packaged = Packaged.start(environment, command)) {
      return new Outcome(packaged.exitStatus(), packaged.log());
    }
  }
}

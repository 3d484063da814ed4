package org.clausebook.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two roles of an installation, made as k8s/overlays/local makes them. */
class RolesTest {

  private static EmbeddedPostgres postgres;
  private static String url;

  @BeforeAll
  static void migrateAsOwner() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    String roles = Files.readString(Path.of("k8s/overlays/local/roles.sql"));
    try (Connection superuser = postgres.getPostgresDatabase().getConnection();
        Statement statement = superuser.createStatement()) {
      for (String each : roles.replaceAll("(?m)^--.*$", "").split(";")) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    }
    url = postgres.getJdbcUrl("postgres", "clausebook").replaceFirst("\\?.*", "");
    migrate();
  }

  private static void migrate() {
    Flyway.configure()
        .dataSource(url, "clausebook_owner", "local-owner")
        .placeholders(Map.of("applicationRole", "clausebook"))
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table more (id int)",
        "drop table deal",
        "alter table revision disable trigger all",
        "drop trigger revision_is_final on revision",
        "update publication set note = 'x'",
        "delete from publication",
        "truncate publication cascade",
        "update revision set content_hash = 'x'",
        "delete from revision",
        "insert into flyway_schema_history select * from flyway_schema_history",
        "create extension hstore"
      })
  void applicationMayNotTouchSchemaOrPast(String sql) throws SQLException {
    try (Connection application = application();
        Statement statement = application.createStatement()) {
      SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertEquals("42501", refusal.getSQLState());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from publication",
        "select count(*) from flyway_schema_history",
        "delete from deal where false",
        "update dossier set version = version where false"
      })
  void applicationMayReadAndPublish(String sql) throws SQLException {
    try (Connection application = application();
        Statement statement = application.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void twoMigrationsAtOnceLeaveOneSchema() throws Exception {
    try (Connection superuser = postgres.getDatabase("postgres", "clausebook").getConnection();
        Statement statement = superuser.createStatement()) {
      statement.execute("drop owned by clausebook_owner cascade");
      statement.execute("grant create on schema public to clausebook_owner");
      statement.execute("grant create on database clausebook to clausebook_owner");
    }
    CompletableFuture<Void> other = CompletableFuture.runAsync(RolesTest::migrate);
    migrate();
    other.get(60, TimeUnit.SECONDS);
    applicationMayReadAndPublish("select count(*) from publication");
  }

  private static Connection application() throws SQLException {
    return DriverManager.getConnection(url, "clausebook", "local");
  }
}

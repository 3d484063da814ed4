package org.clausebook.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
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
    run(postgres, "postgres", roles.replaceAll("(?m)^--.*$", "").split(";"));
    url = postgres.getJdbcUrl("postgres", "clausebook").replaceFirst("\\?.*", "");
    migrate();
  }

  private static void run(EmbeddedPostgres server, String database, String... statements)
      throws SQLException {
    try (Connection superuser = server.getDatabase("postgres", database).getConnection();
        Statement statement = superuser.createStatement()) {
      for (String each : statements) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    }
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
        "create temporary table more (id int)",
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

  /** A pooler does not pass on what is asked for when it connects. */
  @Test
  void roleHasTheTimeoutsThatTheApplicationAsksFor() throws IOException, SQLException {
    Properties application = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      application.load(in);
    }
    String key = "quarkus.datasource.jdbc.additional-jdbc-properties.options";
    Properties asking = new Properties();
    asking.setProperty("user", "clausebook");
    asking.setProperty("password", "local");
    asking.setProperty("options", application.getProperty(key));
    try (Connection asked = DriverManager.getConnection(url, asking);
        Connection unasked = application()) {
      assertEquals(timeouts(asked), timeouts(unasked));
    }
  }

  /** What the operator does before and after, for the owner, is done here by hand. */
  @Test
  void productionMakesTheRoleOfTheApplicationAlike() throws IOException, SQLException {
    String[] statements =
        Manifests.each(
                Manifests.of("production")
                    .all("Cluster")
                    .findFirst()
                    .orElseThrow()
                    .at("/spec/bootstrap/initdb/postInitApplicationSQL"))
            .map(JsonNode::asText)
            .toArray(String[]::new);
    try (EmbeddedPostgres other = EmbeddedPostgres.builder().start()) {
      run(
          other,
          "postgres",
          "create role clausebook_owner login",
          "create database clausebook owner clausebook_owner");
      run(other, "clausebook", statements);
      assertEquals(role(postgres), role(other));
    }
  }

  private static String timeouts(Connection connection) throws SQLException {
    return ask(
        connection,
        "select string_agg(name || ' ' || setting, ', ' order by name) from pg_settings where name"
            + " in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')");
  }

  /** Its settings, and who may do what with the database. */
  private static String role(EmbeddedPostgres server) throws SQLException {
    try (Connection superuser = server.getDatabase("postgres", "clausebook").getConnection()) {
      return ask(
          superuser,
          "select rolconfig || array(select cast(unnest(datacl) as text) from pg_database"
              + " where datname = 'clausebook' order by 1)"
              + " from pg_roles where rolname = 'clausebook'");
    }
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
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

package org.clausebook.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.Driver;

/**
 * A real PostgreSQL for a test run, in a temporary directory and on a free port: nothing of a
 * running instance is touched. Where {@code CLAUSEBOOK_TEST_JDBC_URL} names a server, a database of
 * its own on that server, dropped at the end. The application connects as in production, by a role
 * that may publish but change neither the schema nor the past.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String USER = "quarkus.flyway.username";
  private static final String PASSWORD = "quarkus.flyway.password";
  private static final String APPLICATION = "clausebook";

  private final String name =
      "clausebook_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
  private EmbeddedPostgres postgres;
  private String server;

  /** As the role that owns the schema, which may do what the application may not. */
  public static Connection owner() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue(URL, String.class),
        config.getValue(USER, String.class),
        config.getOptionalValue(PASSWORD, String.class).orElse(""));
  }

  @Override
  public Map<String, String> start() {
    String given = System.getenv("CLAUSEBOOK_TEST_JDBC_URL");
    server = given == null ? embedded() : given;
    Properties parts = Driver.parseURL(server, null);
    onServer(
        """
        do $$ begin
          create role %1$s login password '%1$s';
        exception when duplicate_object then null;
        end $$
        """
            .formatted(APPLICATION));
    onServer("create database " + name);
    return Map.of(
        URL,
        "jdbc:postgresql://%s:%s/%s"
            .formatted(parts.getProperty("PGHOST"), parts.getProperty("PGPORT"), name),
        "quarkus.datasource.username",
        APPLICATION,
        "quarkus.datasource.password",
        APPLICATION,
        USER,
        parts.getProperty("user"),
        PASSWORD,
        parts.getProperty("password", "none"),
        "quarkus.flyway.placeholders.applicationRole",
        APPLICATION);
  }

  private String embedded() {
    try {
      postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL of the tests does not start", e);
    }
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      } else if (server != null) {
        onServer("drop database if exists " + name + " with (force)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void onServer(String command) {
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException("The PostgreSQL of the tests refuses: " + command, e);
    }
  }
}

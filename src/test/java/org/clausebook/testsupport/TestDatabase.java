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
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A real PostgreSQL for a test run, in a temporary directory and on a free port: nothing of a
 * running instance is touched. The application connects as in production, by a role that may
 * publish but change neither the schema nor the past.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String OWNER = "postgres";

  private EmbeddedPostgres postgres;

  /** As the role that owns the schema, which may do what the application may not. */
  public static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        ConfigProvider.getConfig().getValue(URL, String.class), OWNER, OWNER);
  }

  @Override
  public Map<String, String> start() {
    try {
      postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL of the tests does not start", e);
    }
    try (Connection owner = postgres.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("create role clausebook login");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        URL,
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
        "quarkus.datasource.username",
        "clausebook",
        "quarkus.flyway.username",
        OWNER,
        "quarkus.flyway.password",
        OWNER,
        "quarkus.flyway.placeholders.applicationRole",
        "clausebook");
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.clausebook.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.clausebook.testsupport.ClausebookTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@ClausebookTest
class OwnConnectionsTest {

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  Optional<String> user;

  @ConfigProperty(name = "quarkus.datasource.password")
  Optional<String> password;

  /** Where the database asks for TLS, for one, that is said among the properties of the pool. */
  @Test
  void theyReachTheDatabaseAsThePoolDoesAndBearNamesOfTheirOwn() throws SQLException {
    OwnConnections connections =
        new OwnConnections(
            url,
            user,
            password,
            Optional.of(
                Map.of("options", "-c statement_timeout=4321ms", "ApplicationName", "pool")));
    try (Connection connection = connections.open("clausebook-own", Duration.ofSeconds(3))) {
      assertEquals("4321ms", setting(connection, "statement_timeout"));
      assertEquals("clausebook-own", setting(connection, "application_name"));
      assertEquals(3_000, connection.getNetworkTimeout());
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (ResultSet shown =
        connection.createStatement().executeQuery("select current_setting('" + name + "')")) {
      shown.next();
      return shown.getString(1);
    }
  }
}

package org.clausebook;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says where everything is, and on which database it stands. Never a secret. */
@ApplicationScoped
class Greeting {

  private static final Logger LOG = Logger.getLogger("org.clausebook");

  private final DataSource database;
  private final String publicUrl;
  private final String version;

  Greeting(
      DataSource database,
      @ConfigProperty(name = "clausebook.http.public-url") String publicUrl,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.publicUrl = publicUrl;
    this.version = version;
  }

  void greet(@Observes @Priority(10_000) StartupEvent start) throws SQLException {
    LOG.infof(
        "Clausebook %s%n  page      %s/%n  Swagger   %s/swagger-ui%n  API       %s/v1%n  database  %s",
        version, publicUrl, publicUrl, publicUrl, describe());
  }

  private String describe() throws SQLException {
    try (Connection connection = database.getConnection()) {
      DatabaseMetaData data = connection.getMetaData();
      return "PostgreSQL %s at %s, as %s"
          .formatted(data.getDatabaseProductVersion(), bare(data.getURL()), data.getUserName());
    }
  }

  /** Without its parameters, which may hold a password. */
  static String bare(String url) {
    String address = url.replaceFirst("^jdbc:postgresql:(//)?", "");
    return address.indexOf('?') < 0 ? address : address.substring(0, address.indexOf('?'));
  }
}

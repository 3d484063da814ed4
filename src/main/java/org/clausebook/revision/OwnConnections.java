package org.clausebook.revision;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/**
 * Connections for those who need one to themselves: they reach the database by the same settings as
 * the pool, which neither lends them nor counts them.
 */
@Singleton
public class OwnConnections {

  private final String url;
  private final Properties settings = new Properties();

  OwnConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
      @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
          Optional<Map<String, String>> additional) {
    this.url = url;
    additional.ifPresent(settings::putAll);
    user.ifPresent(name -> settings.setProperty("user", name));
    password.ifPresent(secret -> settings.setProperty("password", secret));
  }

  /**
   * Opens one.
   *
   * @param name what PostgreSQL shows it as
   * @param patience how long, in whole seconds, anything on it may take: to connect, to be answered
   */
  public Connection open(String name, Duration patience) throws SQLException {
    Properties own = new Properties();
    own.putAll(settings);
    own.setProperty("ApplicationName", name);
    own.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
    own.setProperty("socketTimeout", Long.toString(patience.toSeconds()));
    return new Driver().connect(url, own);
  }
}

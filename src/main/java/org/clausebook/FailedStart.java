package org.clausebook;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clausebook.http.Setting;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Why it does not start and what to do, in one sentence; where we know none, the stack trace. */
final class FailedStart {

  /** As SmallRye Config says it: the key, its value, and what was wrong with it. */
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "property (\\S+) with the config value \"([^\"]*)\" threw an Exception whilst being converted (.*)");

  /** As SmallRye Config says that a key has a value, and that it is nothing. */
  private static final Pattern EMPTY =
      Pattern.compile("property (\\S+) is defined as the empty String");

  private static final String DOCUMENTED = "\ndocs/configuration.md says what each key takes.";

  private static final String FORBIDDEN = "42501";

  private static final String READ_ONLY = "25006";

  private static final Map<String, String> FORMATS =
      Map.of(
          "Invalid duration", "a duration, such as 500ms, 60s, 5m or 1h",
          "[BbKkMmGg", "a size, such as 512K, 64M or 1G",
          "Expected a", "a whole number, such as 16",
          "Illegal character", "an address, such as https://clausebook.org");

  private FailedStart() {}

  static String explain(Throwable failure) {
    return "\nClausebook does not start. " + reason(failure);
  }

  private static String reason(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
      String message = String.valueOf(at.getMessage());
      if (at instanceof Configuration.Wrong) {
        return message + DOCUMENTED;
      }
      if (at instanceof FlywayMigrateException step && !isRefused(step)) {
        return "A step of the migration failed and was undone; the steps before it stand, and the"
            + " next start goes on with it:\n"
            + message.strip();
      }
      if (at instanceof SQLException sql) {
        return database(sql);
      }
      if (at instanceof BindException || at.getClass().getSimpleName().contains("BindException")) {
        return "Another process uses the port; choose one with QUARKUS_HTTP_PORT=8081.";
      }
      if (message.contains("URL is not set") || message.contains("jdbc.url")) {
        return "No database is configured and this build brings none along: set"
            + " QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://host:5432/clausebook,"
            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.";
      }
      if (message.startsWith("Found non-empty schema")) {
        return "The database holds something else and nothing of Clausebook: give it a database of"
            + " its own (create database clausebook) and name that in QUARKUS_DATASOURCE_JDBC_URL.";
      }
      if (at instanceof FlywayValidateException) {
        return "The schema of the database is not that of this version: run the migration with the"
            + " role that owns it (QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=true)"
            + " and start again.";
      }
      if (at.getClass().getName().startsWith("io.smallrye.config")
          || message.contains("SRCFG")
          || at.getClass().getSimpleName().equals("ConfigurationException")) {
        return configuration(message) + DOCUMENTED;
      }
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "Nothing was changed. We know no better than this:\n" + trace;
  }

  /** Whatever the step: it is the role or the database that will not have it. */
  private static boolean isRefused(FlywayMigrateException step) {
    return step.getCause() instanceof SQLException sql
        && (FORBIDDEN.equals(sql.getSQLState()) || READ_ONLY.equals(sql.getSQLState()));
  }

  private static String configuration(String message) {
    Stream<String> unreadable =
        UNREADABLE
            .matcher(message)
            .results()
            .map(
                found ->
                    Configuration.sentence(
                        found.group(1), found.group(2), expected(found.group(3))));
    Stream<String> empty =
        EMPTY
            .matcher(message)
            .results()
            .map(found -> Configuration.sentence(found.group(1), "", "a value, or leave it out"));
    List<String> wrong = Stream.concat(unreadable, empty).toList();
    return wrong.isEmpty()
        ? "The configuration is wrong: " + message.strip()
        : String.join(" ", wrong);
  }

  /** What to write instead, by what the reading of the value complained about. */
  private static String expected(String complaint) {
    int instead = complaint.indexOf(Setting.INSTEAD);
    if (instead >= 0) {
      return complaint.substring(instead + Setting.INSTEAD.length()).strip();
    }
    return FORMATS.entrySet().stream()
        .filter(format -> complaint.contains(format.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("another value: " + complaint.strip());
  }

  private static String database(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (state.startsWith("28")) {
      return "PostgreSQL refuses the user or the password (QUARKUS_DATASOURCE_USERNAME,"
          + " QUARKUS_DATASOURCE_PASSWORD): "
          + message;
    }
    if (state.equals("3D000")) {
      return "There is no such database in that PostgreSQL; create it (create database clausebook),"
          + " or correct QUARKUS_DATASOURCE_JDBC_URL: "
          + message;
    }
    if (message.contains("does not support the provided URL")) {
      return "QUARKUS_DATASOURCE_JDBC_URL is no address of a PostgreSQL; write"
          + " jdbc:postgresql://host:5432/clausebook.";
    }
    if (state.equals("42P01")) {
      return "The database has no schema yet: run the migration with the role that owns it"
          + " (QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_MIGRATE_AT_START=true) and start again.";
    }
    if (state.equals(FORBIDDEN)) {
      return "The role of the database may not do this; migrations need the role that owns the"
          + " schema, or QUARKUS_FLYWAY_MIGRATE_AT_START=false where a job has run them: "
          + message;
    }
    if (state.equals(READ_ONLY)) {
      return "The database takes no changes, as a standby does not: name the primary in"
          + " QUARKUS_DATASOURCE_JDBC_URL, or where it is only to be read, set"
          + " QUARKUS_FLYWAY_MIGRATE_AT_START=false: "
          + message;
    }
    // The pool gives up without a state.
    if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P")) {
      return "PostgreSQL does not answer; start it, or correct QUARKUS_DATASOURCE_JDBC_URL: "
          + message;
    }
    return "PostgreSQL refuses: " + message;
  }
}

package org.clausebook.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clausebook.BundledDatabase;

/**
 * PostgreSQL in a directory of its own, for a machine that has none. The directory is {@code
 * ~/.clausebook} unless {@code clausebook.embedded.directory} (or {@code
 * CLAUSEBOOK_EMBEDDED_DIRECTORY}) says otherwise; what is in it survives a restart.
 */
public final class EmbeddedPostgreSql implements BundledDatabase {

  private static final String MAJOR = "18";

  /** Owns the schema and migrates it; the application itself never connects as this role. */
  private static final String OWNER = "postgres";

  /** May publish, but neither change the schema nor what was published. */
  private static final String ROLE = "clausebook";

  /**
   * Held as long as the process lives, and by a field, since a channel that nobody holds is closed
   * when it is collected; the operating system releases it even after a crash.
   */
  private static FileLock inUse;

  @Override
  public Map<String, String> start() {
    Path directory = EmbeddedDirectory.path();
    try {
      Files.createDirectories(directory);
      lock(directory);
      Path data = directory.resolve("postgresql-" + MAJOR);
      stopOrphan(data);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              // Recovering after a power cut, or starting on a busy machine, takes its time.
              .setPGStartupWait(Duration.ofMinutes(2))
              .setServerConfig("shared_buffers", "128MB")
              // The library is made for tests and would trade a power cut for speed.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("unix_socket_directories", "")
              .start();
      makeRole(postgres);
      // No password is asked for: whoever may connect from this machine is trusted.
      return Map.of(
          "quarkus.datasource.jdbc.url",
              "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
          "quarkus.datasource.username", ROLE,
          "quarkus.flyway.username", OWNER,
          "quarkus.flyway.password", OWNER,
          "quarkus.flyway.placeholders.applicationRole", ROLE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The embedded PostgreSQL does not start in "
              + directory
              + ". Free disk space and write access are needed; or set QUARKUS_DATASOURCE_JDBC_URL"
              + " to use a PostgreSQL of your own.",
          e);
    }
  }

  /** A Clausebook that was killed leaves its PostgreSQL running; nobody else uses it. */
  private static void stopOrphan(Path data) throws IOException {
    Path pid = data.resolve("postmaster.pid");
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
          .filter(process -> process.info().command().orElse("").contains("postgres"))
          .ifPresent(
              orphan -> {
                orphan.destroy();
                orphan.onExit().completeOnTimeout(orphan, 30, TimeUnit.SECONDS).join();
              });
    }
  }

  /** A directory of an earlier version has no such role yet. */
  private static void makeRole(EmbeddedPostgres postgres) throws IOException {
    try (Connection owner = postgres.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if; end $$"
              .formatted(ROLE));
    } catch (SQLException e) {
      throw new IOException("The role of the application cannot be made", e);
    }
  }

  private static void lock(Path directory) throws IOException {
    try {
      inUse =
          FileChannel.open(
                  directory.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
              .tryLock();
    } catch (OverlappingFileLockException e) {
      inUse = null;
    }
    if (inUse == null) {
      System.err.println(
          "Another Clausebook already uses the data in "
              + directory
              + ". Stop it, or start this one with another directory:"
              + " CLAUSEBOOK_EMBEDDED_DIRECTORY=/some/where (and another port:"
              + " QUARKUS_HTTP_PORT=8081).");
      System.exit(1);
    }
  }
}

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
import org.clausebook.BundledDatabase;

/**
 * PostgreSQL in a directory of its own, for a machine that has none. The directory is {@code
 * ~/.clausebook} unless {@code clausebook.embedded.directory} (or {@code
 * CLAUSEBOOK_EMBEDDED_DIRECTORY}) says otherwise; what is in it survives a restart.
 */
public final class EmbeddedPostgreSql implements BundledDatabase {

  private static final String MAJOR = "18";

  @Override
  public String start() {
    Path directory = directory();
    try {
      Files.createDirectories(directory);
      lock(directory);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory.resolve("postgresql-" + MAJOR))
              .setCleanDataDirectory(false)
              .setServerConfig("shared_buffers", "128MB")
              // The library is made for tests and would trade a power cut for speed.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("unix_socket_directories", "")
              .start();
      return postgres.getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The embedded PostgreSQL does not start in "
              + directory
              + ". Free disk space and write access are needed; or set QUARKUS_DATASOURCE_JDBC_URL to use a PostgreSQL of your own.",
          e);
    }
  }

  private static Path directory() {
    String configured =
        System.getProperty(
            "clausebook.embedded.directory", System.getenv("CLAUSEBOOK_EMBEDDED_DIRECTORY"));
    return configured == null
        ? Path.of(System.getProperty("user.home"), ".clausebook")
        : Path.of(configured).toAbsolutePath();
  }

  /** Held as long as the process lives; the operating system releases it even after a crash. */
  @SuppressWarnings("resource")
  private static void lock(Path directory) throws IOException {
    FileLock lock;
    try {
      lock =
          FileChannel.open(
                  directory.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
              .tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      System.err.println(
          "Another Clausebook already uses the data in "
              + directory
              + ". Stop it, or start this one with another directory: CLAUSEBOOK_EMBEDDED_DIRECTORY=/some/where"
              + " (and another port: QUARKUS_HTTP_PORT=8081).");
      System.exit(1);
    }
  }
}

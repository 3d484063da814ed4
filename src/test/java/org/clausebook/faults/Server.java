package org.clausebook.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL with the two roles of production, to be broken and mended. */
final class Server implements AutoCloseable {

  private static final String MAX_CONNECTIONS = "60";

  private final Path data;
  private final Path archive;
  private final int port;
  private EmbeddedPostgres postgres;

  Server(Path directory) throws IOException, SQLException {
    this(directory.resolve("data"), Files.createDirectories(directory.resolve("archive")));
    sql("create role clausebook_owner login password 'secret-of-the-owner'");
    sql("create role clausebook login password 'secret-of-the-application'");
    sql("create database clausebook owner clausebook_owner");
    sql("revoke connect, temporary on database clausebook from public");
    sql("grant connect on database clausebook to clausebook");
    sql("alter system set archive_command = 'cp %p " + archive + "/%f'");
    askForPasswords();
  }

  private Server(Path data, Path archive) throws IOException {
    this.data = data;
    this.archive = archive;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    start();
  }

  /** Another server that follows this one, and takes no writes. */
  Server standby(Path copy) throws IOException, SQLException, InterruptedException {
    backUpRunning(copy);
    Files.createFile(copy.resolve("standby.signal"));
    configure(
        copy,
        """
        primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=postgres'
        """
            .formatted(port));
    return new Server(copy, archive);
  }

  /** Of everybody but the superuser, as a server in production does. */
  private void askForPasswords() throws IOException, SQLException {
    Path rules = data.resolve("pg_hba.conf");
    Files.writeString(
        rules,
        "host all clausebook,clausebook_owner 127.0.0.1/32 scram-sha-256\n"
            + Files.readString(rules));
    sql("select pg_reload_conf()");
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("max_connections", MAX_CONNECTIONS)
            .setServerConfig("fsync", "on")
            .setServerConfig("archive_mode", "on")
            .start();
  }

  /** As a power cut would (SIGQUIT: no goodbye to clients). */
  void stop() throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    signal("QUIT", List.of(postmaster.pid()));
    while (postmaster.isAlive()) {
      Thread.sleep(20);
    }
    // Finds nothing to stop, says so in the log, and gives the directory free.
    postgres.close();
  }

  /** Every process of it stands still; connections stay open and say nothing. */
  void hang() throws IOException, InterruptedException {
    signal("STOP", processes());
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT", processes());
  }

  void sql(String statement) throws SQLException {
    run("postgres", statement);
  }

  /** In the database of the application, as superuser. */
  void inside(String statement) throws SQLException {
    run("clausebook", statement);
  }

  String ask(String query) throws SQLException {
    try (Connection connection = connect("clausebook");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(port, database), "postgres", "postgres");
  }

  /** What the application is told in production: its own role, and a schema that a job migrates. */
  Map<String, String> application() {
    return application(port);
  }

  /** The same through another port, where something stands in between. */
  Map<String, String> application(int through) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", url(through, "clausebook"),
        "QUARKUS_DATASOURCE_USERNAME", "clausebook",
        "QUARKUS_DATASOURCE_PASSWORD", "secret-of-the-application",
        "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
        "QUARKUS_FLYWAY_VALIDATE_AT_START", "true");
  }

  /** What the migration job is told. */
  Map<String, String> migration() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", url(port, "clausebook"),
        "QUARKUS_DATASOURCE_USERNAME", "clausebook_owner",
        "QUARKUS_DATASOURCE_PASSWORD", "secret-of-the-owner",
        "QUARKUS_CONFIG_LOCATIONS", "k8s/base/migration.properties",
        "QUARKUS_INIT_AND_EXIT", "true",
        "QUARKUS_FLYWAY_PLACEHOLDERS_APPLICATIONROLE", "clausebook");
  }

  /** Copies the files of a stopped server. */
  void backUp(Path copy) throws IOException {
    copy(data, copy);
  }

  void restore(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    copy(copy, data);
  }

  /** Copies the files of a running server; with what it archives, any later state can be had. */
  void backUpRunning(Path copy) throws IOException, SQLException, InterruptedException {
    // Nothing is left to be moved while it is copied.
    archive();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('base', true)");
      backUp(copy);
      try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
        label.next();
        Files.writeString(copy.resolve("backup_label"), label.getString(1));
      }
    }
    Files.delete(copy.resolve("postmaster.pid"));
  }

  /** Waits until everything that happened so far is in the archive. */
  void archive() throws SQLException, InterruptedException {
    String last = ask("select pg_walfile_name(pg_switch_wal())");
    while (!Files.exists(archive.resolve(last))) {
      Thread.sleep(50);
    }
  }

  /** Puts a copy back that will become what it was at a time; the server is stopped. */
  void restore(Path copy, String time) throws IOException {
    restore(copy);
    Files.createFile(data.resolve("recovery.signal"));
    configure(
        data,
        """
        restore_command = 'cp %s/%%f %%p'
        recovery_target_time = '%s'
        recovery_target_action = 'promote'
        """
            .formatted(archive, time));
  }

  private static void configure(Path data, String lines) throws IOException {
    Files.writeString(data.resolve("postgresql.auto.conf"), lines, StandardOpenOption.APPEND);
  }

  /** Waits until a restored server is where it was to come to, and takes writes. */
  void awaitRecovery() throws SQLException, InterruptedException {
    while (ask("select pg_is_in_recovery()").equals("t")) {
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private void run(String database, String statement) throws SQLException {
    try (Connection connection = connect(database);
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    }
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private List<Long> processes() throws IOException {
    List<Long> pids = new ArrayList<>();
    ProcessHandle postmaster = postmaster();
    pids.add(postmaster.pid());
    postmaster.descendants().forEach(each -> pids.add(each.pid()));
    return pids;
  }

  private static void signal(String name, List<Long> pids)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    pids.forEach(pid -> command.add(Long.toString(pid)));
    new ProcessBuilder(command).start().waitFor();
  }

  private static void copy(Path from, Path to) throws IOException {
    try {
      int status = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor();
      if (status != 0) {
        throw new IOException("The copy from " + from + " to " + to + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

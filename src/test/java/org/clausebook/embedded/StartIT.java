package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged application does when it starts, and what it leaves when it stops. */
class StartIT {

  private static final String BUNDLED = "/v1/deals/microsoft-openai";
  private static final String DEAL = BUNDLED + "?asOf=2026-11-23";

  @TempDir Path directory;

  @Test
  void dataSurvivesARestartAndBelongsToOneProcess() throws Exception {
    String before;
    try (Packaged first = Packaged.start(inDirectory())) {
      assertEquals(200, first.get("/v1").statusCode());
      before = first.get(DEAL).body();
      assertTrue(first.says("importing the bundled dossiers"), () -> first.log().toString());
      assertTrue(first.says("Imported microsoft-openai as revision 1"));
      assertTrue(first.says("/swagger-ui"), "it says where things are");

      try (Packaged second = Packaged.start(inDirectory())) {
        assertEquals(1, second.exitStatus());
        assertTrue(
            second.says("Another Clausebook already uses the data in " + directory),
            () -> second.log().toString());
        assertTrue(second.says("CLAUSEBOOK_EMBEDDED_DIRECTORY"));
      }
      assertEquals(200, first.get("/v1/deals").statusCode());
    }
    try (Packaged again = Packaged.start(inDirectory())) {
      assertEquals(knownAt(before), knownAt(again.get(DEAL).body()));
      assertFalse(again.says("mport"), () -> "a second start imports: " + again.log());

      int withdrawn = new Curator(inDirectory(), "admin").withdraw(again, BUNDLED).statusCode();
      assertEquals(204, withdrawn);
      HttpResponse<String> page = again.get("/?lang=fr");
      assertEquals(404, page.statusCode());
      assertTrue(page.body().contains("Aucun accord n’est publié"), page.body());
    }
  }

  @Test
  void databaseOfOnesOwnIsUsedInstead() throws Exception {
    try (EmbeddedPostgres own = EmbeddedPostgres.start();
        Packaged packaged =
            Packaged.start(
                Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    own.getJdbcUrl("postgres", "postgres"),
                    "CLAUSEBOOK_EMBEDDED_DIRECTORY",
                    directory.resolve("unused").toString()))) {
      assertEquals(200, packaged.get(DEAL).statusCode());
      assertTrue(packaged.says("localhost:" + own.getPort()), () -> packaged.log().toString());
      assertFalse(Files.exists(directory.resolve("unused")));
    }
  }

  @Test
  void databaseOfSomethingElseIsLeftAlone() throws Exception {
    try (EmbeddedPostgres own = EmbeddedPostgres.start()) {
      prepare(own, "create table invoice (number int)");
      Map<String, String> environment =
          Map.of("QUARKUS_DATASOURCE_JDBC_URL", own.getJdbcUrl("postgres", "postgres"));
      try (Packaged packaged = Packaged.start(environment)) {
        assertEquals(1, packaged.exitStatus());
        assertTrue(packaged.says("holds something else"), () -> packaged.log().toString());
      }
    }
  }

  /** Nothing of a connection that it has closed is waited for. */
  @Test
  void stopsAtOnceWhateverItWasSent() throws Exception {
    try (Packaged packaged = Packaged.start(inDirectory())) {
      for (int i = 0; i < 600 && !packaged.says("Warm after"); i++) {
        Thread.sleep(100);
      }
      for (String rest :
          List.of("", "5\r\nhello\r\n0\r\n\r\n", "GET /v1 HTTP/1.1\r\nHost: a\r\n\r\nGET")) {
        try (Socket socket = new Socket("localhost", Integer.parseInt(packaged.port()))) {
          String request =
              "POST /v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n" + rest;
          socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
          String answers =
              new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
          assertEquals(1, answers.split("HTTP/1\\.1 ", -1).length - 1, answers);
        }
      }
      long began = System.nanoTime();
      packaged.stop();
      packaged.exitStatus();
      long seconds = (System.nanoTime() - began) / 1_000_000_000;
      // What is under way is given ten.
      assertTrue(seconds < 8, () -> seconds + " s: " + packaged.log());
    }
  }

  @Test
  void firstReadersWaitForTheirAnswersHoweverSlowTheMachineIs() throws Exception {
    Map<String, String> environment = new HashMap<>(inDirectory());
    environment.put("CLAUSEBOOK_TRAFFIC_READ_TIMEOUT", "1ms");
    try (Packaged packaged = Packaged.start(environment)) {
      assertEquals(200, packaged.get("/?lang=fr").statusCode());
      for (int i = 0; i < 600 && !packaged.says("Warm after"); i++) {
        Thread.sleep(100);
      }
      assertTrue(packaged.says("Warm after"), () -> packaged.log().toString());
      assertEquals(503, packaged.get("/?lang=fr&view=europe").statusCode(), "later ones do not");
    }
  }

  @Test
  void migrationTakesTheTimeThatNoReadingMay() throws Exception {
    try (EmbeddedPostgres own = EmbeddedPostgres.start()) {
      prepare(
          own,
          """
          create schema slow;
          create function slow.ly() returns event_trigger language plpgsql as
            'begin perform pg_sleep(4); end';
          create event trigger slowly on ddl_command_end when tag in ('CREATE SEQUENCE')
            execute function slow.ly();
          """);
      Map<String, String> environment =
          Map.of(
              "QUARKUS_DATASOURCE_JDBC_URL",
              own.getJdbcUrl("postgres", "postgres"),
              "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_OPTIONS",
              "-c statement_timeout=3000");
      try (Packaged packaged = Packaged.start(environment)) {
        assertEquals(200, packaged.get(DEAL).statusCode());
      }
    }
  }

  private static void prepare(EmbeddedPostgres own, String sql) throws Exception {
    try (Connection connection = own.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, String> inDirectory() {
    return Map.of("CLAUSEBOOK_EMBEDDED_DIRECTORY", directory.toString());
  }

  /** When the deal was published: the same only if it is the same publication. */
  private static String knownAt(String deal) {
    return deal.replaceFirst("(?s).*\"knownAt\":\"([^\"]+)\".*", "$1");
  }
}

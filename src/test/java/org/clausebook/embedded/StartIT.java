package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged application does when it starts, and what it leaves when it stops. */
class StartIT {

  private static final String DEAL = "/v1/deals/microsoft-openai?asOf=2026-11-23";

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

  private Map<String, String> inDirectory() {
    return Map.of("CLAUSEBOOK_EMBEDDED_DIRECTORY", directory.toString());
  }

  /** When the deal was published: the same only if it is the same publication. */
  private static String knownAt(String deal) {
    return deal.replaceFirst("(?s).*\"knownAt\":\"([^\"]+)\".*", "$1");
  }
}

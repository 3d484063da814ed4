package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong value stops the start, and the last thing said is what to write. */
class WrongSettingsIT {

  private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:9/clausebook";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLAUSEBOOK_HTTP_MAX_AGE                | soon                        | is "soon"; write a duration from 0s to 365d, such as 500ms
          CLAUSEBOOK_HTTP_MAX_AGE                | ''                          | (CLAUSEBOOK_HTTP_MAX_AGE) is empty; write a duration
          CLAUSEBOOK_TRAFFIC_READ_TIMEOUT        | 0                           | is "0"; write a duration from 1ms to 1h
          CLAUSEBOOK_SEARCH_REBUILD              | ja                          | is "ja"; write true or false
          JAVA_TOOL_OPTIONS                      | -Dclausebook.htpp.max-age=5m | is no key of Clausebook; write clausebook.http.max-age.
          MP_JWT_VERIFY_ISSUER                   | https://issuer.test         | only together with mp.jwt.verify.publickey.location
          QUARKUS_HTTP_PORT                      | http                        | quarkus.http.port (QUARKUS_HTTP_PORT) is "http"; write a whole number
          QUARKUS_HTTP_IDLE_TIMEOUT              | ''                          | quarkus.http.idle-timeout (QUARKUS_HTTP_IDLE_TIMEOUT) is empty; write
          QUARKUS_HTTP_IDLE_TIMEOUT              | long                        | is "long"; write a duration
          QUARKUS_HTTP_IO_THREADS                | few                         | is "few"; write a whole number
          QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE      | much                        | is "much"; write a size
          QUARKUS_DATASOURCE_JDBC_URL            | ''                          | is empty; write jdbc:postgresql://host:5432/clausebook
          QUARKUS_DATASOURCE_JDBC_URL            | jdbc:postgresql://me:never-to-be-told@127.0.0.1:9/book | names a user before its host
          QUARKUS_DATASOURCE_JDBC_URL            | postgres://host/clausebook  | write jdbc:postgresql://host:5432/clausebook
          QUARKUS_DATASOURCE_JDBC_URL            | jdbc:postgresql://127.0.0.1:9/clausebook | start it, or correct QUARKUS_DATASOURCE_JDBC_URL
          """)
  void stopsTheStart(String key, String value, String sentence) throws Exception {
    assertStops(key, value, sentence);
  }

  @Test
  void stopsTheStartFromAFileToo() throws Exception {
    Path file =
        Files.writeString(directory.resolve("own.properties"), "clausebook.htpp.max-age=5m");
    assertStops(
        "QUARKUS_CONFIG_LOCATIONS",
        file.toString(),
        "clausebook.htpp.max-age is no key of Clausebook; write clausebook.http.max-age.");
  }

  private static void assertStops(String key, String value, String sentence) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", NOBODY_LISTENS);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", "never-to-be-told");
    environment.put("QUARKUS_FLYWAY_CONNECT_RETRIES", "0");
    environment.put(key, value);
    try (Packaged packaged = Packaged.start(environment)) {
      assertEquals(1, packaged.exitStatus(), () -> packaged.log().toString());
      String log = String.join("\n", packaged.log());
      String said = log.substring(Math.max(0, log.indexOf("Clausebook does not start.")));
      assertTrue(said.contains(sentence), log);
      assertTrue(!log.contains("never-to-be-told"), log);
    }
  }
}

package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong value stops the start, and the last thing said is what to write. */
class WrongSettingsIT {

  private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:9/clausebook";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLAUSEBOOK_HTTP_PUBLIC_URL             | clausebook.org              | write an address such as https://clausebook.org
          CLAUSEBOOK_HTTP_PUBLIC_URL             | https://clausebook.org/     | without a slash at its end
          CLAUSEBOOK_HTTP_MAX_AGE                | soon                        | is "soon"; write a duration, such as 500ms, 60s
          CLAUSEBOOK_HTTP_CACHE_SIZE             | much                        | is "much"; write a size, such as 512K, 64M
          CLAUSEBOOK_HTTP_MAX_SILENCE            | 1 fortnight                 | is "1 fortnight"; write a duration
          CLAUSEBOOK_HEALTH_WARM_UP              | a bit                       | is "a bit"; write a duration
          CLAUSEBOOK_SEARCH_TIMEOUT              | never                       | is "never"; write a duration
          CLAUSEBOOK_TRAFFIC_REQUESTS_PER_MINUTE | -1                          | is "-1"; write a whole number, 0 or more
          CLAUSEBOOK_TRAFFIC_REQUESTS_PER_MINUTE | many                        | is "many"; write a whole number
          CLAUSEBOOK_FRESHNESS_REVIEW_VALID_FOR  | 90                          | is "90"; write a period, such as P90D
          QUARKUS_HTTP_PORT                      | http                        | quarkus.http.port (QUARKUS_HTTP_PORT) is "http"; write a whole number
          QUARKUS_DATASOURCE_JDBC_MAX_SIZE       | few                         | is "few"; write a whole number
          QUARKUS_DATASOURCE_JDBC_URL            | postgres://host/clausebook  | write jdbc:postgresql://host:5432/clausebook
          QUARKUS_DATASOURCE_JDBC_URL            | jdbc:postgresql://127.0.0.1:9/clausebook | start it, or correct QUARKUS_DATASOURCE_JDBC_URL
          """)
  void stopsTheStart(String key, String value, String sentence) throws Exception {
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

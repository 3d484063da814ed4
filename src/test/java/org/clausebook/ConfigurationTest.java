package org.clausebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.testsupport.DocumentedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken of a key, and what is said where it is not. */
class ConfigurationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clausebook.http.public-url             | clausebook.org              | write an address such as https://clausebook.org, without a slash
          clausebook.http.public-url             | https://clausebook.org/     | write an address such as https://clausebook.org, without a slash
          clausebook.http.public-url             | http://clausebook.org:99999 | write an address such as
          clausebook.http.public-url             | http://clausebook.org:http  | write an address such as
          clausebook.http.public-url             | https://me:pw@clausebook.org | write an address such as
          clausebook.http.public-url             | https://clausebook.org?a=b  | write an address such as
          clausebook.http.public-url             | ''                          | (CLAUSEBOOK_HTTP_PUBLIC_URL) is empty; write an address
          clausebook.http.max-age                | soon                        | is "soon"; write a duration from 0s to 365d
          clausebook.http.max-age                | -1s                         | (CLAUSEBOOK_HTTP_MAX_AGE) is "-1s"; write a duration from 0s to 365d
          clausebook.http.max-age                | 366d                        | write a duration from 0s to 365d
          clausebook.http.max-age                | ''                          | is empty; write a duration
          clausebook.http.max-silence            | PT-1H                       | write a duration from 0s to 365d
          clausebook.http.max-silence            | 1 fortnight                 | is "1 fortnight"; write a duration
          clausebook.http.cache-size             | much                        | write a size from 0 to 1T, such as 512K, 64M
          clausebook.http.cache-size             | -1                          | write a size from 0 to 1T
          clausebook.http.cache-size             | 2T                          | write a size from 0 to 1T
          clausebook.http.cache-size             | 99999999999Y                | write a size from 0 to 1T
          clausebook.http.max-content            | 0                           | write a size from 1 to 1G
          clausebook.http.max-content            | 2G                          | write a size from 1 to 1G
          clausebook.http.max-items              | -1                          | write a whole number from 0 to 1000000
          clausebook.http.max-items              | 1000001                     | write a whole number from 0 to 1000000
          clausebook.traffic.requests-per-minute | -1                          | write a whole number from 0 to 1000000
          clausebook.traffic.requests-per-minute | many                        | write a whole number from 0 to 1000000
          clausebook.traffic.max-concurrent-requests | 9999999999              | write a whole number from 0 to 1000000
          clausebook.traffic.read-timeout        | 0                           | write a duration from 1ms to 1h
          clausebook.traffic.read-timeout        | -1s                         | write a duration from 1ms to 1h
          clausebook.traffic.read-timeout        | PT0.0001S                   | write a duration from 1ms to 1h
          clausebook.traffic.read-timeout        | 2h                          | write a duration from 1ms to 1h
          clausebook.search.timeout              | 0s                          | write a duration from 1ms to 1h
          clausebook.search.timeout              | 9999999999d                 | write a duration from 1ms to 1h
          clausebook.search.candidates           | 0                           | write a whole number from 1 to 1000000
          clausebook.search.candidates           | 2.5                         | write a whole number from 1 to 1000000
          clausebook.search.rebuild              | ja                          | is "ja"; write true or false
          clausebook.health.warm-up              | -20s                        | write a duration from 0s to 365d
          clausebook.freshness.review-valid-for  | 90                          | is "90"; write a period from P0D to P100Y
          clausebook.freshness.review-valid-for  | P-90D                       | write a period from P0D to P100Y
          clausebook.freshness.review-valid-for  | P1Y-1D                      | write a period from P0D to P100Y
          clausebook.freshness.review-valid-for  | P999999999Y                 | write a period from P0D to P100Y
          clausebook.embedded.directory          | ''                          | is empty; write a directory
          clausebook.http.max-agee               | 5m                          | clausebook.http.max-agee is no key of Clausebook; write clausebook.http.max-age.
          clausebook.htpp.max-age                | 5m                          | write clausebook.http.max-age.
          %prod.clausebook.http.max.age          | 5m                          | write clausebook.http.max-age.
          clausebook.colour                      | red                         | clausebook.colour is no key of Clausebook; leave it out.
          quarkus.datasource.jdbc.url            | ''                          | (QUARKUS_DATASOURCE_JDBC_URL) is empty; write jdbc:postgresql://host:5432/clausebook
          quarkus.datasource.jdbc.url            | jdbc:postgresql://${NOWHERE}/book | (QUARKUS_DATASOURCE_JDBC_URL) refers to something that is not set
          quarkus.datasource.jdbc.max-size       | 0                           | write a whole number from 1 to 1000000
          quarkus.datasource.jdbc.max-size       | -1                          | write a whole number from 1 to 1000000
          quarkus.flyway.migrate-at-start        | yes please                  | (QUARKUS_FLYWAY_MIGRATE_AT_START) is "yes please"; write true or false
          quarkus.http.port                      | http                        | quarkus.http.port (QUARKUS_HTTP_PORT) is "http"; write a whole number from 0 to 65535
          quarkus.http.port                      | 80800                       | write a whole number from 0 to 65535
          quarkus.http.port                      | ''                          | is empty; write a whole number from 0 to 65535
          quarkus.otel.exporter.otlp.endpoint    | nonsense                    | write an address such as
          quarkus.shutdown.timeout               | -1s                         | write a duration from 0s to 365d
          mp.jwt.verify.publickey.location       | keys.json                   | write an address such as
          mp.jwt.verify.publickey.location       | https://issuer.test/keys    | write them all, or none
          mp.jwt.verify.issuer                   | https://issuer.test         | only together with mp.jwt.verify.publickey.location and mp.jwt.verify.audiences
          """)
  void wrongValueIsRefusedWithWhatToWrite(String key, String value, String sentence) {
    String said = FailedStart.explain(assertThrows(RuntimeException.class, () -> take(key, value)));
    assertTrue(said.contains(sentence), said);
    assertTrue(said.contains("docs/configuration.md"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clausebook.http.public-url             | http://localhost:0
          clausebook.http.public-url             | https://[::1]:8443/clauses/book
          clausebook.http.max-age                | 0
          clausebook.http.max-age                | 365d
          clausebook.http.cache-size             | 0
          clausebook.http.cache-size             | 1T
          clausebook.http.max-content            | 1
          clausebook.http.max-content            | 1g
          clausebook.http.max-items              | 0
          clausebook.traffic.requests-per-minute | 1000000
          clausebook.traffic.read-timeout        | 1ms
          clausebook.traffic.read-timeout        | 1h
          clausebook.search.candidates           | 1
          clausebook.search.rebuild              | off
          clausebook.freshness.review-valid-for  | P0D
          clausebook.freshness.review-valid-for  | P100Y
          clausebook.embedded.directory          | /var/lib/clausebook
          %prod.clausebook.http.max-age          | 5m
          quarkus.datasource.jdbc.url            | jdbc:postgresql://one:5432,two/clausebook?password=p@ss
          quarkus.flyway.migrate-at-start        | NO
          quarkus.http.port                      | 0
          quarkus.otel.exporter.otlp.endpoint    | http://collector.observability:4317/
          mp.jwt.verify.audiences                | clausebook
          """)
  void soundValueIsTaken(String key, String value) {
    assertDoesNotThrow(() -> take(key, value));
  }

  /** Somebody else may mean something by a variable; whoever misspelt one reads of it. */
  @ParameterizedTest
  @CsvSource({
    "CLAUSEBOOK_HTTP_MAXAGE, CLAUSEBOOK_HTTP_MAXAGE is no key of Clausebook; write CLAUSEBOOK_HTTP_MAX_AGE.",
    "CLAUSEBOOK_COLOUR, CLAUSEBOOK_COLOUR is no key of Clausebook; leave it out.",
    "CLAUSEBOOK_HTTP_MAX_AGE, ",
    "clausebook_http_max_age, ",
    "CLAUSEBOOK_SERVICE_HOST, ",
    "CLAUSEBOOK_SERVICE_PORT_HTTP, ",
    "CLAUSEBOOK_PORT, ",
    "CLAUSEBOOK_PORT_80_TCP_ADDR, ",
    "CLAUSEBOOK_DATABASE_RW_SERVICE_HOST, ",
    "CLAUSEBOOK_TEST_JDBC_URL, "
  })
  void variableThatIsNoneOfOursIsWarnedOf(String variable, String warning) {
    assertEquals(
        warning == null ? List.of() : List.of(warning), Configuration.strangers(Set.of(variable)));
  }

  @Test
  void passwordInAnAddressIsNotTold() {
    String said =
        assertThrows(
                Configuration.Wrong.class,
                () -> take("quarkus.datasource.jdbc.url", "jdbc:postgresql://me:secret@host/book"))
            .getMessage();
    assertTrue(said.contains("QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD"), said);
    assertFalse(said.contains("secret"), said);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    String said =
        assertThrows(
                Configuration.Wrong.class,
                () -> take(Map.of("quarkus.http.port", "80800", "clausebook.colour", "red")))
            .getMessage();
    assertEquals(2, said.lines().count(), said);
  }

  @Test
  void knowsTheDocumentedKeys() throws IOException {
    String page = DocumentedKeys.page();
    assertEquals(DocumentedKeys.ofOurs(), Configuration.KEYS);
    Configuration.OF_OTHERS
        .keySet()
        .forEach(key -> assertTrue(page.contains('`' + key + '`'), key));
  }

  private static void take(String key, String value) {
    take(Map.of(key, value));
  }

  private static void take(Map<String, String> given) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(given, "given", 100));
    new Configuration(builder.build());
    Configuration.MAPPINGS.forEach(builder::withMapping);
    builder.build();
  }
}

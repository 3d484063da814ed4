package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.ContractCheck;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;

/**
 * Requests that nobody thought of, made from the contract: good and bad values for every parameter,
 * header and method. The same seed makes the same requests. A short run is part of every build; the
 * long one is {@code ./mvnw test -Dtest=FuzzTest -Dfuzz.requests=20000 [-Dfuzz.seed=…]}.
 */
@ClausebookTest
class FuzzTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();
  private static final ContractCheck CHECK = new ContractCheck(CONTRACT);
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 400);
  private static final long SEED = Long.getLong("fuzz.seed", 20261123);
  private static final long SLOWEST_MILLIS = Long.getLong("fuzz.slowest", 5000);

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "null",
          "true",
          "%00",
          "%0A",
          "%0D%0AX-Injected:%201",
          "%zz",
          "%",
          "%FF",
          "%C0%AE",
          "..",
          "../..",
          "%2e%2e",
          "'",
          "\"",
          "';select%20pg_sleep(5)--",
          "%25",
          "_",
          "*",
          "%F0%9F%92%A5",
          "%E2%80%AE",
          "1e999999999",
          "9".repeat(40),
          "x".repeat(300),
          "<script>",
          "${7*7}",
          "{{7*7}}",
          "2026-02-30",
          "0000-01-01",
          "9999-12-31",
          "-9999-01-01",
          "2026-11-23T25:00:00Z",
          "9999-12-31T23:59:59.999999999Z",
          "+999999999-12-31",
          "fr",
          "FR",
          "a&b=c",
          "a=b",
          ";",
          "[]",
          "a[]=1");
  private static final List<String> HEADERS =
      List.of(
          "Accept: */*",
          "Accept: text/csv",
          "Accept: application/x-ndjson",
          "Accept: application/xml",
          "Accept: ;;,,",
          "Accept: application/ld+json",
          "Accept-Language: fr",
          "Accept-Language: *;q=0",
          "Accept-Language: \u0000",
          "Accept-Encoding: gzip",
          "Accept-Encoding: gzip;q=0.001, *;q=0",
          "If-None-Match: *",
          "If-None-Match: \"",
          "If-Match: \"x\"",
          "If-Modified-Since: banana",
          "Range: bytes=0-1",
          "X-Request-Id: %0a",
          "Origin: null",
          "Expect: something",
          "Content-Type: text/plain",
          "Authorization: Bearer x",
          "Authorization: Basic eA==",
          "X-Long: " + "y".repeat(9000),
          "Cookie: a=b",
          "Prefer: return=minimal",
          "If-None-Match: W/\"a\",,\"b");
  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "PUT", "DELETE",
          "POST", "PATCH", "FOO");

  private final Random random = new Random(SEED);

  @Test
  void nothingThatCanBeSentBreaksTheContract() {
    // A stream has no end to wait for.
    List<Operation> operations =
        CONTRACT.operations().stream()
            .filter(each -> !each.template().equals("/v1/changes/stream"))
            .toList();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
      Operation operation = pick(operations);
      String path = path(operation);
      String target = path + query(operation);
      String method = pick(METHODS);
      List<String> headers = new ArrayList<>();
      while (random.nextInt(3) == 0) {
        headers.add(pick(HEADERS));
      }
      long start = System.nanoTime();
      RawHttp.Answer answer = RawHttp.send(method, target, headers.toArray(String[]::new));
      long millis = (System.nanoTime() - start) / 1_000_000;
      List<String> found = new ArrayList<>(judge(method, path, answer));
      if (millis > SLOWEST_MILLIS) {
        found.add("took " + millis + " ms");
      }
      if (!found.isEmpty()) {
        faults.add(
            "request %d: %s %s %s -> %d %s"
                .formatted(i, method, target, headers, answer.status(), found));
      }
    }
    assertEquals(List.of(), faults, "seed " + SEED);
  }

  private static List<String> judge(String method, String path, RawHttp.Answer answer) {
    if (answer.status() >= 500 && answer.status() != 501) {
      return List.of("status " + answer.status());
    }
    if (answer.text().contains("org.clausebook") || answer.text().contains("\tat ")) {
      return List.of("tells of the inside");
    }
    // A header field that is no header field is refused before anything of ours sees it.
    if (answer.header("X-Request-Id") == null
        && answer.status() == 400
        && answer.body().length == 0) {
      return List.of();
    }
    // With a dot segment it is the address of no operation, whatever the method.
    if (path.contains("/.") && answer.status() == 404) {
      return List.of();
    }
    return CHECK.faults(method, path, answer.status(), answer.headers(), answer.body());
  }

  private String path(Operation operation) {
    String path = operation.template();
    for (JsonNode each : operation.node().path("parameters")) {
      JsonNode parameter = CONTRACT.resolve(each);
      if (parameter.path("in").asText().equals("path")) {
        String value = random.nextInt(4) > 0 ? parameter.path("example").asText() : pick(NASTY);
        path =
            path.replace(
                '{' + parameter.path("name").asText() + '}',
                value.replaceAll("[?#\\s\"<>\\\\^`{|}]", "_"));
      }
    }
    return path;
  }

  private String query(Operation operation) {
    List<String> parts = new ArrayList<>();
    for (JsonNode each : operation.node().path("parameters")) {
      JsonNode parameter = CONTRACT.resolve(each);
      if (parameter.path("in").asText().equals("query")
          && (random.nextInt(4) == 0
              || (parameter.path("required").asBoolean() && random.nextInt(8) > 0))) {
        parts.add(parameter.path("name").asText() + '=' + value(parameter));
        if (random.nextInt(30) == 0) {
          parts.add(parameter.path("name").asText() + '=' + value(parameter));
        }
      }
    }
    if (random.nextInt(25) == 0) {
      parts.add(pick(NASTY).replaceAll("[\\s\"<>#\\\\^`{|}]", "_"));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String value(JsonNode parameter) {
    JsonNode schema = CONTRACT.resolve(parameter.path("schema"));
    if (random.nextInt(3) == 0) {
      return pick(NASTY).replaceAll("[\\s\"<>#\\\\^`{|}]", "_");
    }
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
    }
    if (schema.path("type").asText().equals("integer") && random.nextBoolean()) {
      return Long.toString(
          pick(
              List.of(
                  schema.path("minimum").asLong(),
                  schema.path("maximum").asLong(),
                  random.nextLong())));
    }
    if (schema.path("format").asText().equals("date") && random.nextBoolean()) {
      return "20%02d-%02d-%02d"
          .formatted(random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(31));
    }
    return URLEncoder.encode(parameter.path("example").asText("x"), StandardCharsets.UTF_8);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

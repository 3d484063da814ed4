package org.clausebook.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;

/**
 * Requests made up from the contract: for every operation, parameter, header field and content,
 * sometimes what is right, sometimes what is nearly right, sometimes what nobody should ever send.
 * The same seed makes the same requests.
 */
final class FuzzedRequests {

  private static final List<String> NASTY =
      List.of(
          "",
          "%20",
          "0",
          "-1",
          "null",
          "true",
          "%00",
          "%0A",
          "%0D%0AX-Injected:%201",
          "%zz",
          "%",
          "%2",
          "%FF",
          "%C0%AE",
          "%C0%80",
          "%ED%A0%80",
          "%ED%B0%80%ED%A0%80",
          "%F8%88%80%80%80",
          "..",
          "../..",
          "%2e%2e",
          "%2F",
          "%5C",
          "'",
          "\"",
          "';select%20pg_sleep(5)--",
          "%25",
          "_",
          "*",
          "%F0%9F%92%A5",
          "%E2%80%AE",
          "%D7%A9%D7%9C%D7%95%D7%9D",
          "%D8%A7%D9%84",
          "%CC%81%CC%81%CC%81",
          "%EF%BB%BF",
          "%EF%BF%BF",
          "é",
          "œuvre",
          "\uD83D\uDE00",
          "1e999999999",
          "9".repeat(40),
          "x".repeat(300),
          "-".repeat(90),
          "<script>",
          "${7*7}",
          "{{7*7}}",
          "2026-02-30",
          "2024-02-29",
          "0000-01-01",
          "0001-01-01",
          "9999-12-31",
          "-9999-01-01",
          "2026-11-23T25:00:00Z",
          "2016-12-31T23:59:60Z",
          "9999-12-31T23:59:59.999999999Z",
          "2026-01-01T00:00:00%2B14:00",
          "+999999999-12-31",
          "%2B999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "fr",
          "FR",
          "a&b=c",
          "a=b",
          ";",
          "[]",
          "a[]=1",
          "microsoft-openia",
          "agi-verified",
          "agi-verified:2029-06-30",
          "agi-verified:2029-06-30,agi-verified:2030-01-01",
          ":",
          ",,");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "PATCH", "TRACE", "FOO", "get");

  private static final List<String> CONTENT =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "\"x\"",
          "0",
          "{",
          "{\"id\":",
          "{\"a\":1,\"a\":2}",
          "{} {}",
          "\uFEFF{}",
          "{\"x\":\"\\u0000\"}",
          "{\"x\":\"\\ud800\"}",
          "{\"x\":1e999999999}",
          "{\"x\":" + "9".repeat(5000) + "}",
          "[".repeat(100_000),
          "{\"a\":".repeat(2000),
          "id: x",
          "a: &a [x]\nb: [*a, *a]",
          "a: &a [*a]",
          "? {}\n: x",
          "!!java.lang.Runtime {}",
          "%YAML 9",
          "\t- x",
          "---\n---\n",
          "{\"schemaVersion\":1}",
          "{\"deal\":\"microsoft-openai\"}",
          "{\"id\":\"" + "x".repeat(20_000) + "\"}",
          "\u0000\u0001",
          "deal: {title: [" + "a,".repeat(9000));

  private final PublishedContract contract;
  private final Random random;
  private final Documents documents;
  private final Map<String, List<String>> fields;
  private final List<Supplier<byte[]>> encodings;

  /**
   * What there is already.
   *
   * @param json a document that may be published, as JSON
   * @param yaml the same as YAML
   * @param tags tags that something now has
   * @param trusted values of Authorization that open every door
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Documents(byte[] json, byte[] yaml, List<String> tags, List<String> trusted) {}

  /** One request, and what tells it apart in a report. */
  @SuppressWarnings("ArrayRecordComponent")
  record Request(String method, String path, String target, List<String> headers, byte[] content) {

    byte[] bytes() {
      StringBuilder head = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\n");
      if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
        head.append("Host: test\r\n");
      }
      headers.forEach(line -> head.append(line).append("\r\n"));
      if (content.length > 0) {
        head.append("Content-Length: ").append(content.length).append("\r\n");
      }
      head.append("Connection: close\r\n\r\n");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(content);
      return bytes.toByteArray();
    }

    @Override
    public String toString() {
      return method + ' ' + target + ' ' + headers + " + " + content.length + " bytes";
    }
  }

  FuzzedRequests(PublishedContract contract, long seed, Documents documents) {
    this.contract = contract;
    this.random = new Random(seed);
    this.documents = documents;
    this.fields = fields(documents);
    this.encodings =
        List.of(
            documents::json,
            documents::yaml,
            () -> pick(CONTENT).getBytes(StandardCharsets.UTF_8),
            () -> pick(CONTENT).getBytes(StandardCharsets.UTF_16),
            () -> new byte[] {(byte) 0xC0, (byte) 0xAE, (byte) 0xFF, '{', '}'},
            () -> cut(documents.json()),
            () -> cut(documents.yaml()),
            () -> bent(documents.json()),
            () -> bent(documents.yaml()));
  }

  Request next() {
    Operation operation = pick(contract.operations());
    String method = random.nextInt(3) > 0 ? operation.method() : pick(METHODS);
    String path = path(operation);
    List<String> query = query(operation);
    List<String> headers = headers();
    boolean writes = !List.of("GET", "HEAD", "OPTIONS").contains(method);
    if (writes && random.nextInt(3) > 0) {
      // Whoever is trusted only tries: nothing is to be changed here.
      headers.removeIf(line -> line.startsWith("Authorization:"));
      headers.add("Authorization: " + pick(documents.trusted()));
      query.removeIf(each -> each.startsWith("dryRun"));
      query.add("dryRun=true");
      if (random.nextInt(3) > 0) {
        headers.removeIf(line -> line.startsWith("If-"));
        headers.add("If-Match: " + pick(documents.tags()));
      }
      if (random.nextInt(3) > 0) {
        headers.removeIf(line -> line.startsWith("Clausebook-"));
        headers.add("Clausebook-Change: editorial");
        headers.add("Clausebook-Note: fuzz");
      }
    }
    byte[] content = new byte[0];
    if (writes || random.nextInt(20) == 0) {
      content = pick(encodings).get();
      if (random.nextInt(4) > 0) {
        headers.removeIf(line -> line.startsWith("Content-Type:"));
        headers.add(
            "Content-Type: " + pick(List.of("application/json", "application/yaml;charset=utf-8")));
      }
    }
    String target = query.isEmpty() ? path : path + '?' + String.join("&", query);
    return new Request(method, path, target, headers, content);
  }

  private String path(Operation operation) {
    String path = operation.template();
    for (JsonNode parameter : contract.parameters(operation, "path")) {
      String value = random.nextInt(4) > 0 ? parameter.path("example").asText() : pick(NASTY);
      path = path.replace('{' + parameter.path("name").asText() + '}', addressed(value));
    }
    return switch (random.nextInt(60)) {
      case 0 -> path + '/';
      case 1 -> '/' + path;
      case 2 -> path + ";a=b";
      default -> path;
    };
  }

  private List<String> query(Operation operation) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : contract.parameters(operation, "query")) {
      boolean required = parameter.path("required").asBoolean();
      if (required ? random.nextInt(8) > 0 : random.nextInt(4) == 0) {
        query.add(parameter.path("name").asText() + '=' + value(parameter));
        if (random.nextInt(40) == 0) {
          query.add(parameter.path("name").asText() + '=' + value(parameter));
        }
      }
    }
    if (random.nextInt(25) == 0) {
      query.add(addressed(pick(NASTY)));
    }
    return query;
  }

  private String value(JsonNode parameter) {
    JsonNode schema = contract.resolve(parameter.path("schema"));
    if (random.nextInt(4) == 0) {
      return addressed(pick(NASTY));
    }
    if (schema.path("enum").size() > 0) {
      return pick(schema.path("enum")).asText();
    }
    return switch (schema.path("type").asText()) {
      case "integer" ->
          Long.toString(
              pick(
                  List.of(
                      schema.path("minimum").asLong(),
                      schema.path("maximum").asLong(),
                      schema.path("minimum").asLong() - 1,
                      schema.path("maximum").asLong() + 1,
                      1L + random.nextInt(100))));
      case "boolean" -> Boolean.toString(random.nextBoolean());
      default ->
          schema.path("format").asText().equals("date") && random.nextBoolean()
              ? "20%02d-%02d-%02d"
                  .formatted(random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(31))
              : URLEncoder.encode(
                  parameter.path("example").asText(schema.at("/examples/0").asText("x")),
                  StandardCharsets.UTF_8);
    };
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    List<String> names = new ArrayList<>(fields.keySet());
    while (random.nextInt(5) > 1) {
      String name = pick(names);
      headers.add(name + ": " + pick(fields.get(name)));
    }
    return headers;
  }

  private static Map<String, List<String>> fields(Documents documents) {
    List<String> conditions = new ArrayList<>(documents.tags());
    documents.tags().forEach(tag -> conditions.add("W/" + tag));
    conditions.addAll(
        List.of("*", "\"x\"", "\"", "x", "\"a,b\", \"c\"", "W/\"a\",,\"b", "\"é\"", "\"x\" *"));
    List<String> dates =
        List.of(
            "banana",
            "Fri, 01 Jan 2100 00:00:00 GMT",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "0",
            "");
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry(
                "Accept",
                List.of(
                    "*/*",
                    "application/json",
                    "text/csv",
                    "application/x-ndjson",
                    "text/html",
                    "application/ld+json",
                    "text/calendar",
                    "application/atom+xml",
                    "application/yaml",
                    "text/event-stream",
                    "application/xml",
                    ";;,,",
                    "",
                    "application/json;q=0",
                    "*/*;q=0",
                    "foo",
                    "application/problem+json",
                    "text/*;q=0.9, application/json;q=0.1",
                    "a/b,".repeat(900),
                    "*/*;q=2",
                    "application/json;q=" + "0".repeat(400))),
            Map.entry(
                "Accept-Language",
                List.of(
                    "fr",
                    "en",
                    "de",
                    "*;q=0",
                    "fr-CA;q=0.9, en;q=0.5",
                    "!!!",
                    "fr;q=2",
                    "",
                    "x-klingon",
                    "zh-Hant-TW",
                    "de, ".repeat(1000) + "fr",
                    "é",
                    "fr;q=NaN")),
            Map.entry(
                "Accept-Encoding",
                List.of("gzip", "br", "identity;q=0", "*;q=0", "gzip;q=0.001, *;q=0", ";", "")),
            Map.entry("If-None-Match", conditions),
            Map.entry("If-Match", conditions),
            Map.entry("If-Modified-Since", dates),
            Map.entry("If-Unmodified-Since", dates),
            Map.entry("If-Range", dates),
            Map.entry(
                "Range",
                List.of("bytes=0-1", "bytes=-5", "bytes=5-1", "lines=1", "bytes=0-0,1-1", "x")),
            Map.entry(
                "Content-Type",
                List.of(
                    "application/json",
                    "application/yaml",
                    "text/plain",
                    "",
                    ";",
                    "a",
                    "a/b/c",
                    "application/json;charset=utf-16",
                    "multipart/form-data",
                    "application/x-www-form-urlencoded",
                    "application/JSON; x=\"")),
            Map.entry("Content-Encoding", List.of("identity", "gzip", "br", "x")),
            Map.entry(
                "X-Request-Id",
                List.of(
                    "fuzz-1234", "x", "x".repeat(65), "<script>alert(1)</script>", "a b c d e f")),
            Map.entry(
                "traceparent",
                List.of(
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                    "00-0-0-0",
                    "ff",
                    "")),
            Map.entry("tracestate", List.of("a=b", "=,=", "x".repeat(600))),
            Map.entry("baggage", List.of("a=b", "=;,%zz")),
            Map.entry(
                "Host",
                List.of("test", "evil.example", "a b", "[::1]:80", "é", "a:99999", "x@y", "")),
            Map.entry("X-Forwarded-Host", List.of("evil.example", "", "a b")),
            Map.entry("X-Forwarded-Proto", List.of("https", "javascript")),
            Map.entry("X-Forwarded-For", List.of("1.2.3.4", "::1, evil", "x")),
            Map.entry("X-Forwarded-Prefix", List.of("/evil", "//", "..")),
            Map.entry("Forwarded", List.of("host=evil.example;proto=https", ";;", "for=\"")),
            Map.entry("Origin", List.of("null", "https://example.org", "x")),
            Map.entry("Access-Control-Request-Method", List.of("GET", "FOO", "")),
            Map.entry("Access-Control-Request-Headers", List.of("if-match", ",,")),
            Map.entry(
                "Authorization",
                List.of(
                    "Bearer x",
                    "Bearer",
                    "Bearer a.b.c",
                    "Basic eA==",
                    "",
                    "bearer \u00e9",
                    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")),
            Map.entry(
                "Idempotency-Key", List.of("\"fuzz-key\"", "fuzz", "", "\"", "x".repeat(300))),
            Map.entry("Clausebook-Change", List.of("editorial", "substantive", "x", "")),
            Map.entry("Clausebook-Note", List.of("note", "", "x".repeat(3000), "é\uD83D\uDE00")),
            Map.entry("Last-Event-ID", List.of("1", "0", "-1", "x", "9".repeat(30), "")),
            Map.entry("Expect", List.of("100-continue", "something")),
            Map.entry("Cookie", List.of("a=b", "=;=", "JSESSIONID=x")),
            Map.entry("Prefer", List.of("return=minimal", "wait=-1")),
            Map.entry("Upgrade", List.of("websocket", "foo")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE", "PUT")),
            Map.entry("X-Long", List.of("y".repeat(9000), "y".repeat(20_000)))));
  }

  private byte[] cut(byte[] document) {
    return Arrays.copyOf(document, random.nextInt(document.length));
  }

  private byte[] bent(byte[] document) {
    byte[] bent = document.clone();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
    }
    return bent;
  }

  /** Without what would end the address within the first line of the request. */
  private static String addressed(String value) {
    return value.replaceAll("[\\s?#]", "_");
  }

  private JsonNode pick(JsonNode array) {
    return array.get(random.nextInt(array.size()));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.RawHttp.Answer;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A curator who means harm: with a good token, whatever is sent is refused soon, by an answer that
 * says why, and nothing is lost or changed.
 */
@ClausebookTest
class HostileUploadsTest {

  /** What multiplies would take minutes; a busy machine may take seconds for 16 megabytes. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";

  @Inject MeterRegistry metrics;

  private static FictionalDeal deal;
  private static String tag;

  @BeforeEach
  void publish() {
    deal = FictionalDeal.published();
    tag = deal.tag();
  }

  @AfterEach
  void withdraw() {
    deal.close();
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("aliases that multiply", YAML, bytes(laughs()), 400),
        Arguments.of("an alias within itself", YAML, bytes("deal: &a [*a]\n"), 400),
        Arguments.of(
            "a Java class", YAML, bytes("deal: !!javax.script.ScriptEngineManager [x]"), 400),
        Arguments.of("a merge", YAML, bytes("<<: {deal: x}\n"), 422),
        Arguments.of("a field twice", JSON, bytes("{\"deal\": \"x\", \"deal\": \"y\"}"), 400),
        Arguments.of("a number without end", JSON, bytes("{\"deal\": 1e999999999}"), 400),
        Arguments.of(
            "a million digits", JSON, bytes("{\"deal\": " + "7".repeat(1_000_000) + "}"), 400),
        Arguments.of(
            "a million digits in YAML", YAML, bytes("deal: " + "7".repeat(1_000_000)), 400),
        Arguments.of("lists in lists", JSON, bytes("[".repeat(100_000)), 400),
        Arguments.of("objects in objects", JSON, bytes("{\"a\":".repeat(100_000)), 400),
        Arguments.of("lists in lists in YAML", YAML, bytes("[".repeat(100_000)), 400),
        Arguments.of("dashes in dashes", YAML, bytes("- ".repeat(100_000)), 400),
        Arguments.of(
            "sixteen megabytes on a line", YAML, bytes("deal: " + "x".repeat(16_000_000)), 400),
        Arguments.of("sixteen megabytes of blanks", YAML, bytes(" ".repeat(16_000_000)), 400),
        Arguments.of(
            "sixteen megabytes of text", YAML, bytes("a: |\n" + " x\n".repeat(5_000_000)), 400),
        Arguments.of("a million fields in YAML", YAML, bytes(yamlFields(1_000_000)), 400),
        Arguments.of("question marks", YAML, bytes("? ".repeat(100_000)), 400),
        Arguments.of("a million fields", JSON, bytes(fields(1_000_000)), 400),
        Arguments.of(
            "a million entries",
            JSON,
            bytes("{\"clauses\": [" + "{},".repeat(999_999) + "{}]}"),
            400),
        Arguments.of("fields within the bound", JSON, bytes(fields(20_000)), 422),
        Arguments.of("NUL as an escape", JSON, bytes("{\"deal\": \"\\u0000\"}"), 422),
        Arguments.of("NUL", JSON, bytes("{\"deal\": \"\0\"}"), 400),
        Arguments.of("half a character", JSON, bytes("{\"deal\": \"\\ud800\"}"), 400),
        Arguments.of("UTF-16", JSON, "{}".getBytes(StandardCharsets.UTF_16), 400),
        Arguments.of(
            "UTF-16 without mark", YAML, "deal: x".getBytes(StandardCharsets.UTF_16LE), 400),
        Arguments.of("UTF-32", JSON, "{}".getBytes(Charset.forName("UTF-32")), 400),
        Arguments.of("overlong UTF-8", JSON, new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}, 400),
        Arguments.of("a mark, then nothing", JSON, bytes("\ufeff"), 400),
        Arguments.of("no content", JSON, new byte[0], 400),
        Arguments.of("null", JSON, bytes("null"), 422),
        Arguments.of("a string", JSON, bytes("\"deal\""), 422),
        Arguments.of("a list", JSON, bytes("[]"), 422),
        Arguments.of("two documents", YAML, bytes("deal: x\n---\ndeal: y\n"), 400),
        Arguments.of(
            "XML",
            JSON,
            bytes("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"),
            400),
        Arguments.of(
            "a string of a megabyte",
            JSON,
            bytes("{\"deal\": \"" + "x".repeat(1_000_000) + "\"}"),
            400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isRefusedSoonAndChangesNothing(String what, String type, byte[] document, int status) {
    Instant from = Instant.now();
    Answer answer = put(type, document);
    Duration taken = Duration.between(from, Instant.now());
    assertEquals(status, answer.status(), answer::text);
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertTrue(taken.compareTo(SOON) < 0, "it took " + taken);
    assertTrue(answer.body().length < 300_000, "the answer has " + answer.body().length + " bytes");
    assertFalse(answer.text().contains("Exception"), answer::text);
    assertFalse(answer.text().contains("org.clausebook"), answer::text);
    assertEquals(tag, deal.tag());
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("text/plain"),
        Arguments.of("application/xml"),
        Arguments.of("multipart/form-data; boundary=x"),
        Arguments.of("application/x-www-form-urlencoded"),
        Arguments.of("application/json-patch+json"),
        Arguments.of("*/*"),
        Arguments.of("json"),
        Arguments.of(""));
  }

  @ParameterizedTest
  @MethodSource("types")
  void otherTypesAreRefused(String type) {
    assertEquals(415, put(type, bytes("deal: x")).status());
  }

  @Test
  void codedContentIsRefusedUnread() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 1_000; i++) {
        gzip.write(new byte[100_000]);
      }
    }
    Answer answer = put(JSON, bomb.toByteArray(), "Content-Encoding: gzip");
    assertEquals(415, answer.status(), answer::text);
    // Coded without saying so.
    assertEquals(400, put(JSON, bomb.toByteArray()).status());
    assertEquals(tag, deal.tag());
  }

  @Test
  void contentThatIsTooLargeIsRefusedUnread() throws IOException, InterruptedException {
    Gauge underWay = metrics.get("clausebook.requests.under.way").gauge();
    double before = underWay.value();
    String announced = answerTo(head("Content-Length: 10000000000"), new byte[0], 0);
    assertTrue(announced.startsWith("HTTP/1.1 413"), announced);
    byte[] chunk = bytes("10000\r\n" + "x".repeat(0x10000) + "\r\n");
    String chunked = answerTo(head("Transfer-Encoding: chunked"), chunk, 300);
    assertTrue(chunked.isEmpty() || chunked.startsWith("HTTP/1.1 413"), chunked);
    byte[] whole = chunk(17_000_000);
    Answer heard =
        RawHttp.send(
            bytes(head("Transfer-Encoding: chunked\r\nContent-Type: " + JSON)),
            whole,
            bytes("0\r\n\r\n"));
    assertEquals(413, heard.status());
    assertEquals("application/problem+json", heard.header("Content-Type"));
    assertEquals("no-store", heard.header("Cache-Control"));
    Answer without = RawHttp.send("DELETE", deal.dossier(), "Content-Length: 99999999");
    assertEquals(413, without.status());
    assertEquals("application/problem+json", without.header("Content-Type"));
    assertEquals(tag, deal.tag());
    for (int i = 0; i < 100 && underWay.value() > before; i++) {
      Thread.sleep(20);
    }
    assertTrue(underWay.value() <= before, "one of them is not counted out");
  }

  @Test
  void contentThatIsTooLargeIsToldSoOverHttp2() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    URI address = URI.create("http://localhost:" + RestAssured.port + deal.dossier());
    // The connection is upgraded by what has no content.
    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestIssuer.token("curator"))
                .header("Clausebook-Note", "Harm")
                .header("If-Match", tag)
                .header("Content-Type", JSON)
                .PUT(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[17_000_000])))
                .build(),
            BodyHandlers.ofString());
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("content-too-large"), answer.body());
    assertEquals(tag, deal.tag());
  }

  @Test
  void lengthThatIsALieHarmsOnlyTheLiar() throws IOException {
    String shorter = answerTo(head("Content-Length: 2"), bytes("{}{\"deal\": \"x\"}"), 1);
    assertTrue(shorter.startsWith("HTTP/1.1 422"), shorter);
    for (String length : List.of("-1", "x", "1, 2", "99999999999999999999")) {
      String answer = answerTo(head("Content-Length: " + length), bytes("{}"), 1);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
    }
    String both =
        answerTo(head("Content-Length: 2\r\nTransfer-Encoding: chunked"), bytes("0\r\n\r\n"), 1);
    assertTrue(both.isEmpty() || both.startsWith("HTTP/1.1 4"), both);
    assertEquals(tag, deal.tag());
    given().get(deal.address()).then().statusCode(200);
  }

  private static Answer put(String type, byte[] document, String... headers) {
    return RawHttp.send(
        bytes(
            head(
                "Content-Length: "
                    + document.length
                    + (type.isEmpty() ? "" : "\r\nContent-Type: " + type)
                    + (headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers)))),
        document);
  }

  private static String head(String more) {
    return "PUT "
        + deal.dossier()
        + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer "
        + TestIssuer.token("curator")
        + "\r\nClausebook-Note: Harm\r\nIf-Match: "
        + tag
        + "\r\n"
        + more
        + "\r\n\r\n";
  }

  /** What the server says before it is left, however it takes what is sent. */
  private static String answerTo(String head, byte[] piece, int times) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(15_000);
      try {
        socket
            .getOutputStream()
            .write(bytes(head.replace("\r\n\r\n", "\r\nContent-Type: " + JSON + "\r\n\r\n")));
        for (int i = 0; i < times; i++) {
          socket.getOutputStream().write(piece);
        }
      } catch (IOException e) {
        // It has heard enough.
      }
      try {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return "";
      }
    }
  }

  private static byte[] chunk(int length) {
    return bytes(Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String fields(int count) {
    StringBuilder document = new StringBuilder("{\"deal\": \"x\"");
    for (int i = 0; i < count; i++) {
      document.append(",\"k").append(i).append("\":0");
    }
    return document.append('}').toString();
  }

  private static String yamlFields(int count) {
    StringBuilder document = new StringBuilder();
    for (int i = 0; i < count; i++) {
      document.append('k').append(i).append(": 0\n");
    }
    return document.toString();
  }

  private static String laughs() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return yaml.toString();
  }
}

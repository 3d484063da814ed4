package org.clausebook.http.traffic;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ClausebookTest
class AnswerTimesTest {

  @Inject MeterRegistry metrics;
  @Inject Loopback loopback;

  @ParameterizedTest
  @CsvSource({
    "GET,    /v1/deals/microsoft-openai/clauses,      /v1/deals/{deal}/clauses, 200",
    "HEAD,   /v1/deals/microsoft-openai/timeline,     /v1/deals/{deal}/timeline, 200",
    "GET,    /v1/deals/no-such-deal,                  /v1/deals/{deal},         404",
    "GET,    /v1/deals?limit=none,                    /v1/deals,                400",
    "PUT,    /v1/deals/microsoft-openai/dossier,      /v1/deals/{deal}/dossier, 415",
    "PUT,    /v1/deals,                               /v1/deals,                405"
  })
  void countEveryAnswerOnce(String method, String address, String path, int status)
      throws InterruptedException {
    long before = count(path, method, status);
    // Rendered first, kept afterwards.
    for (int i = 1; i <= 3; i++) {
      given().urlEncodingEnabled(false).request(method, address).then().statusCode(status);
      assertCount(before + i, path, method, status);
    }
  }

  @Test
  void giveNoNameToWhatLeadsNowhere() throws InterruptedException {
    long before = count("OTHER", "OTHER", 404);
    given().get("/" + UUID.randomUUID()).then().statusCode(404);
    assertCount(before + 1, "OTHER", "OTHER", 404);
  }

  @Test
  void countRefusalsThatEndTheConnection() throws InterruptedException {
    long before = count("OTHER", "OTHER", 413);
    assertEquals(413, RawHttp.send("GET", "/v1", "Content-Length: 104857600").status());
    assertCount(before + 1, "OTHER", "OTHER", 413);
  }

  /** As most clients do when they are told that the connection ends. */
  @Test
  void countRefusalsWhoseReaderHangsUpAtOnce() throws IOException, InterruptedException {
    long before = count("OTHER", "OTHER", 413);
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              "GET /v1 HTTP/1.1\r\nHost: test\r\nContent-Length: 104857600\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertTrue(socket.getInputStream().read() > 0);
    }
    assertCount(before + 1, "OTHER", "OTHER", 413);
  }

  /** How long somebody listened says nothing of how fast they were answered. */
  @Test
  void leaveOutStreamsThatTheirReaderLeft() throws InterruptedException {
    long before = count("/v1/changes/stream", "GET", 200);
    RawHttp.send("GET", "/v1/changes/stream");
    Thread.sleep(500);
    assertCount(before, "/v1/changes/stream", "GET", 200);
  }

  @Test
  void leaveOutWhatTheProcessAsksItself() throws InterruptedException {
    long before = count("/v1/regions", "GET", 200);
    assertEquals(200, loopback.ask("/v1/regions", Map.of()).join().status());
    given().get("/v1/regions").then().statusCode(200);
    assertCount(before + 1, "/v1/regions", "GET", 200);
  }

  /** The answer may be here before its end has been noted there. */
  private void assertCount(long expected, String path, String method, int status)
      throws InterruptedException {
    for (int i = 0; i < 100 && count(path, method, status) < expected; i++) {
      Thread.sleep(20);
    }
    assertEquals(expected, count(path, method, status));
  }

  private long count(String path, String method, int status) {
    Timer timer =
        metrics
            .find("http.server.requests")
            .tags("uri", path, "method", method, "status", Integer.toString(status))
            .timer();
    return timer == null ? 0 : timer.count();
  }
}

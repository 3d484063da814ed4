package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.ContractCheck;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.TestDatabase;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What every operation that documents it answers when something is at its end: the quota of a
 * client, the number of requests at a time, or the tables that we have all relied on.
 */
@ClausebookTest
@TestProfile(StrainedTest.Bounded.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrainedTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();
  private static final ContractCheck CHECK = new ContractCheck(CONTRACT);
  private static final int PER_MINUTE = 180;

  /** One request at a time beside one more. */
  public static final class Bounded implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "clausebook.traffic.requests-per-minute",
          Integer.toString(PER_MINUTE),
          "clausebook.traffic.max-concurrent-requests",
          "1");
    }
  }

  @Test
  @Order(1)
  void answersTellWhatIsLeftOfTheQuota() {
    RawHttp.Answer answer = RawHttp.send("GET", "/v1?lang=en");
    assertEquals("\"per-client\";q=" + PER_MINUTE + ";w=60", answer.header("RateLimit-Policy"));
    assertTrue(
        answer.header("RateLimit").matches("\"per-client\";r=[0-9]+;t=[0-9]+"),
        answer.header("RateLimit"));
  }

  @Test
  @Order(1)
  void keptAnswersAreTakenOffTheQuotaToo() {
    int before = left(RawHttp.send("GET", "/v1?lang=en"));
    for (int i = 0; i < 20; i++) {
      RawHttp.send("GET", "/v1?lang=en");
    }
    // Three are let in again every second.
    assertTrue(left(RawHttp.send("GET", "/v1?lang=en")) <= before - 10);
  }

  private static int left(RawHttp.Answer answer) {
    return Integer.parseInt(answer.header("RateLimit").replaceAll(".*;r=([0-9]+);.*", "$1"));
  }

  @Test
  @Order(2)
  void everybodyIsToldWhenTooMuchIsUnderWay() throws IOException {
    try (Socket listening = send("GET /v1/changes/stream HTTP/1.1\r\nHost: test\r\n\r\n")) {
      assertTrue(listening.getInputStream().read() > 0);
      // Whoever only listens keeps nobody out.
      await(404);
    }
    try (Socket writing = occupy()) {
      assertTrue(writing.isConnected());
      everyOperationAnswers(
          503, answer -> assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0));
    }
    await(404);
  }

  /** By a writer whose content does not come; the request before may have kept one out. */
  private static Socket occupy() throws IOException {
    String unfinished =
        "PUT /v1/deals/%s/dossier HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer %s\r\nClausebook-Note: A test\r\nIf-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n"
            .formatted("unfinished", TestIssuer.token("curator"));
    for (int i = 0; i < 20; i++) {
      Socket writing = send(unfinished);
      LockSupport.parkNanos(500_000_000);
      if (RawHttp.send("GET", "/nowhere").status() == 503) {
        return writing;
      }
      writing.close();
    }
    throw new AssertionError("never occupied");
  }

  private static Socket send(String request) throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  @Order(3)
  void faultsOfOursAreToldWithoutWhatIsInside() throws SQLException {
    try (Connection owner = TestDatabase.owner();
        Statement statement = owner.createStatement()) {
      statement.execute("alter schema public rename to elsewhere");
      try {
        everyOperationAnswers(
            500,
            answer -> {
              assertTrue(answer.text().contains(answer.header("X-Request-Id")));
              assertTrue(!answer.text().contains("SQL") && !answer.text().contains("revision"));
            });
      } finally {
        statement.execute("alter schema elsewhere rename to public");
      }
    }
  }

  @Test
  @Order(4)
  void everybodyIsToldWhenTheirQuotaIsUsedUp() {
    everyOperationAnswers(
        429, answer -> assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0));
  }

  private void everyOperationAnswers(int status, Consumer<RawHttp.Answer> check) {
    List<String> others = new ArrayList<>();
    for (Operation operation : CONTRACT.operations()) {
      if (operation.node().path("responses").has(Integer.toString(status))) {
        if (status == 429) {
          await(429);
        }
        String path = path(operation);
        RawHttp.Answer answer = ask(operation, path);
        // A quota fills while we count.
        for (int i = 0; i < 20 && answer.status() != status && status == 429; i++) {
          answer = ask(operation, path);
        }
        if (answer.status() != status) {
          others.add(operation + " " + answer.status());
          continue;
        }
        check.accept(answer);
        CHECK
            .faults(operation.method(), path, status, answer.headers(), answer.body())
            .forEach(fault -> others.add(operation + " " + fault));
      }
    }
    assertEquals(List.of(), others);
  }

  private static RawHttp.Answer ask(Operation operation, String path) {
    return RawHttp.send(operation.method(), path + query(operation), headers(operation));
  }

  private static void await(int status) {
    for (int i = 0; i < 10 * PER_MINUTE; i++) {
      if (RawHttp.send("GET", "/nowhere").status() == status) {
        return;
      }
      if (status != 429) {
        // Only then is the quota to be used up by it.
        LockSupport.parkNanos(50_000_000);
      }
    }
    throw new AssertionError("never " + status);
  }

  private static String[] headers(Operation operation) {
    return operation.method().equals("GET")
        ? new String[] {"Last-Event-ID: 1"}
        : new String[] {
          "Authorization: Bearer " + TestIssuer.token("curator", "admin"),
          "Clausebook-Note: A test",
          "If-Match: \"x\"",
          "Content-Type: application/json",
          "Content-Length: 0"
        };
  }

  private static String path(Operation operation) {
    String path = operation.template();
    for (JsonNode parameter : CONTRACT.parameters(operation, "path")) {
      String name = '{' + parameter.path("name").asText() + '}';
      path = path.replace(name, parameter.path("example").asText());
    }
    return path;
  }

  private static String query(Operation operation) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : CONTRACT.parameters(operation, "query")) {
      if (parameter.path("required").asBoolean()) {
        query.append(query.isEmpty() ? '?' : '&').append(parameter.path("name").asText());
        query
            .append('=')
            .append(URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8));
      }
    }
    return query.toString();
  }
}

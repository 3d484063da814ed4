package org.clausebook.faults;

import static org.clausebook.faults.Faults.bearable;
import static org.clausebook.faults.Faults.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Too many clients, slow ones and ill-meaning ones. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledOnOs(OS.LINUX)
@Tag("slow")
class ClientFaultsIT {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final String KEPT = DEAL + "/clauses?asOf=2026-11-23";

  private final AtomicInteger days = new AtomicInteger();
  private Server server;
  private Curator curator;
  private Instance instance;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    server = new Server(directory);
    assertEquals(0, Instance.start(server.migration()).exitStatus());
    curator = new Curator(server.application());
    instance = Instance.warm(curator.environment());
    instance.awaitStatus(200, KEPT, Duration.ofSeconds(30));
  }

  @AfterAll
  void stop() throws Exception {
    instance.close();
    curator.close();
    server.close();
  }

  @Test
  void overTheQuotaOfAClient() throws Exception {
    try (Instance strict =
        Instance.ready(server.application(), "CLAUSEBOOK_TRAFFIC_REQUESTS_PER_MINUTE", "5")) {
      Instance.Seen seen = strict.get(notKept());
      String within = seen.header("RateLimit");
      for (int i = 0; i < 5; i++) {
        seen = strict.get(notKept());
      }
      row(
          "H101",
          "over the quota of a client",
          "429 with `Retry-After` and `RateLimit`",
          "%s, Retry-After %s, RateLimit %s"
              .formatted(seen, seen.header("Retry-After"), seen.header("RateLimit")));
      assertNotEquals("", within);
      assertEquals(429, seen.status());
      assertNotEquals("", seen.header("Retry-After"));
      assertNotEquals("", seen.header("RateLimit"));
    }
  }

  @Test
  void tenTimesWhatItCanDo() throws Exception {
    try (Instance bounded =
        Instance.ready(server.application(), "CLAUSEBOOK_TRAFFIC_MAX_CONCURRENT_REQUESTS", "8")) {
      Duration lasting = Faults.lasting(60);
      warmUp(bounded);
      Load alone = new Load(4, 0, i -> address(bounded, notKept()));
      Thread.sleep(lasting.toMillis());
      alone.close();
      Load crowd = new Load(80, 0, i -> address(bounded, notKept()));
      Thread.sleep(lasting.toMillis());
      crowd.close();
      int good = crowd.answered().getOrDefault(200, 0);
      int refused = crowd.answered().getOrDefault(503, 0);
      Duration recovery = bounded.awaitStatus(200, notKept(), Duration.ofSeconds(20));
      row(
          "F24",
          "80 clients where 8 are let in at a time",
          "nothing but 200 and 503; back in 5 s",
          "4 clients: %s; 80 clients: %s, half within %.0f ms, 99 %% within %.0f ms; back in %d ms"
              .formatted(
                  alone.answered(),
                  crowd.answered(),
                  crowd.within(0.5) * 1000,
                  crowd.within(0.99) * 1000,
                  recovery.toMillis()));
      assertEquals(crowd.asked(), good + refused, crowd.answered().toString());
      assertTrue(good > 0 && refused > 0);
      assertTrue(recovery.toMillis() < 1_000 * bearable(5));
    }
  }

  @Test
  void herdAsksForOneAnswer() throws Exception {
    String path = notKept();
    double before = instance.metric("clausebook_renderings_total");
    Load herd = new Load(200, 60_000, i -> address(instance, path));
    while (herd.asked() < 200) {
      Thread.sleep(20);
    }
    double rendered = instance.metric("clausebook_renderings_total") - before;
    row(
        "F25",
        "200 clients ask for an answer that is not kept",
        "rendered once",
        "rendered %.0f times; answered %s".formatted(rendered, herd.answered()));
    herd.giveUp();
    assertEquals(1, rendered);
    assertEquals(List.of(200), List.copyOf(herd.answered().keySet()));
  }

  @Test
  void slowClientsHoldUpNobody() throws Exception {
    int each = Faults.isWhole() ? 500 : 100;
    warmUp(instance);
    Load before = new Load(2, 10, i -> address(instance, KEPT));
    Thread.sleep(Faults.lasting(30).toMillis());
    before.close();
    String start = "GET " + KEPT + " HTTP/1.1\r\nHost: t\r\nX-Slow: ";
    String write =
        "PUT "
            + DEAL
            + "/dossier HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + TestIssuer.token("curator")
            + "\r\nClausebook-Note: slow\r\n"
            + "If-Match: \"x\"\r\nContent-Length: 100000\r\n\r\n{";
    List<Socket> slow = new ArrayList<>();
    List<Socket> dripping = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      slow.add(begin(start));
      slow.add(begin(write));
      dripping.add(begin(write));
    }
    long began = System.nanoTime();
    Load during = new Load(2, 10, i -> address(instance, KEPT));
    int open = dripping.size();
    while (open > 0 && System.nanoTime() - began < 60e9) {
      Thread.sleep(900);
      open = drip(dripping);
    }
    double dripsEnded = (System.nanoTime() - began) / 1e9;
    int stillOpen = 0;
    for (Socket socket : slow) {
      stillOpen += isOpen(socket) ? 1 : 0;
    }
    during.close();
    row(
        "F13",
        each + " slow headers, " + each + " slow and " + each + " dripping bodies",
        "others as before; each closed in 35 s",
        "99 %% within %.0f ms before, %.0f ms during, %s; %d drips open after %.0f s, %d others"
            .formatted(
                before.within(0.99) * 1000,
                during.within(0.99) * 1000,
                during.answered(),
                open,
                dripsEnded,
                stillOpen));
    assertEquals(List.of(200), List.copyOf(during.answered().keySet()));
    assertEquals(0, open + stillOpen);
    assertTrue(dripsEnded < 40, "drips were ended after " + dripsEnded + " s");
  }

  @Test
  void hugeBodiesAreRefusedUnread() throws Exception {
    long before = instance.vitals().megabytes();
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try {
        statuses.add(
            instance
                .send(
                    instance
                        .request(DEAL + "/dossier")
                        .header("Authorization", "Bearer " + TestIssuer.token("curator"))
                        .header("Clausebook-Note", "huge")
                        .header("If-Match", "\"x\"")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(new byte[100_000_000])))
                .status());
      } catch (IOException e) {
        // Closed while we were still sending.
        statuses.add(0);
      }
    }
    long after = instance.vitals().megabytes();
    row(
        "F15",
        "five bodies of 100 MB",
        "413 or closed; memory grows by less than 50 MB",
        "%s, %+d MB".formatted(statuses, after - before));
    assertTrue(
        statuses.stream().allMatch(status -> status == 413 || status == 0), statuses.toString());
    assertTrue(after - before < 50);
  }

  @Test
  void issuerOfTokensIsAway() throws Exception {
    try (Instance lonely =
        Instance.ready(
            curator.environment(), "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://127.0.0.1:9/keys")) {
      lonely.awaitStatus(200, KEPT, Duration.ofSeconds(30));
      Instance.Seen written = curator.publish(lonely, 1, null);
      int read = lonely.get(KEPT).status();
      row(
          "F37",
          "issuer of tokens away",
          "reads 200, writes 503 or 401 in 3 s",
          "reads %d, write %s".formatted(read, written));
      assertEquals(200, read);
      assertEquals(503, written.status());
      assertTrue(written.seconds() < bearable(3));
    }
  }

  @Test
  void longRunStaysFlat() throws Exception {
    try (Instance instance = Instance.ready(server.application())) {
      Load load = new Load(8, 2, i -> address(instance, i % 10 == 0 ? notKept() : KEPT));
      Duration soak = Faults.soak();
      // The first part fills caches and compiles.
      Thread.sleep(soak.toMillis() / 4);
      Instance.Vitals early = instance.vitals();
      Thread.sleep(soak.toMillis() * 3 / 4);
      Instance.Vitals late = instance.vitals();
      load.close();
      row(
          "F23",
          "soak for " + soak.toSeconds() + " s, " + load.asked() + " requests",
          "threads, files and memory flat, nothing but 200",
          "after a quarter %s; at the end %s; answered %s".formatted(early, late, load.answered()));
      assertEquals(List.of(200), List.copyOf(load.answered().keySet()));
      assertTrue(late.threads() <= early.threads() + 20);
      assertTrue(late.files() <= early.files() + 20);
      assertTrue(late.megabytes() <= 1.1 * early.megabytes());
    }
  }

  @Test
  void logsHoldNothingThatWasSmuggledIn() throws Exception {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String token = TestIssuer.token("curator");
    List<String> log;
    try (Instance telling =
        Instance.ready(
            curator.environment(),
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
            "true",
            "QUARKUS_LOG_CATEGORY__ORG_CLAUSEBOOK__LEVEL",
            "DEBUG",
            "QUARKUS_OTEL_SDK_DISABLED",
            "false",
            "QUARKUS_OTEL_TRACES_EXPORTER",
            "none")) {
      for (String line :
          List.of(
              "GET /v1/deals/x%0d%0aforged%1b[2J HTTP/1.1",
              "GET /v1/search?q=%0aforged%0d%0a%7b%22forged%22:1%7d HTTP/1.1",
              "PUT " + DEAL + "/dossier?dryRun=true%0aforged HTTP/1.1")) {
        send(
            telling,
            line
                + "\r\nHost: t\r\nX-Request-Id: a\u001b[2Jforged\r\nUser-Agent: forged%0d%0a\u0007"
                + "\r\nAuthorization: Bearer "
                + token
                + "\r\nClausebook-Note: forged%0d%0aforged\r\nContent-Type: application/yaml"
                + "\r\nConnection: close\r\nContent-Length: 9\r\n\r\nforged: [");
      }
      // Nothing is told of a request that goes well; this one loses its connection on the way.
      server.inside(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'clausebook'");
      telling.send(
          telling
              .request(notKept())
              .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
              .header("X-Request-Id", "told-by-its-name"));
      log = telling.log().lines().toList();
    }
    List<JsonNode> told = new ArrayList<>();
    for (String line : log) {
      told.add(new ObjectMapper().readTree(line));
    }
    long traced =
        told.stream()
            .filter(line -> line.at("/mdc/traceId").asText().equals(trace))
            .filter(line -> line.at("/mdc/requestId").asText().equals("told-by-its-name"))
            .count();
    long secrets =
        log.stream().filter(line -> line.contains(token) || line.contains("secret-of")).count();
    row(
        "ASVS 16",
        "hostile addresses and header fields, JSON log, `traceparent`",
        "every line is JSON, no secret, the trace and the request are named",
        "%d lines, %d hold a secret, %d name trace and request"
            .formatted(told.size(), secrets, traced));
    assertEquals(0, secrets);
    assertTrue(traced > 0, String.join("\n", log));
  }

  private static void send(Instance to, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }
  }

  private String notKept() {
    int day = days.incrementAndGet() % 100_000;
    return "/v1/deals?signedFrom=" + LocalDate.parse("2019-08-01").plusDays(day);
  }

  private void warmUp(Instance warmed) throws Exception {
    Load load = new Load(4, 0, i -> address(warmed, notKept()));
    Thread.sleep(3_000);
    load.close();
  }

  private static String address(Instance of, String path) {
    return "http://127.0.0.1:" + of.port() + path;
  }

  private Socket begin(String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), instance.port());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** One more byte for each; how many still take it. */
  private static int drip(List<Socket> sockets) throws IOException {
    int open = 0;
    for (Socket socket : sockets) {
      if (isOpen(socket)) {
        try {
          socket.getOutputStream().write(' ');
          open++;
        } catch (SocketException e) {
          socket.close();
        }
      }
    }
    return open;
  }

  /** Whether the server has left the connection open; what it answered does not matter. */
  private static boolean isOpen(Socket socket) throws IOException {
    if (socket.isClosed()) {
      return false;
    }
    socket.setSoTimeout(1);
    try {
      while (socket.getInputStream().read() >= 0) {}
      socket.close();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (SocketException e) {
      socket.close();
      return false;
    }
  }
}

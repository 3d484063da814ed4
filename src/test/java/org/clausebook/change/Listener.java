package org.clausebook.change;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A client of the stream of changes, byte by byte, as a browser would read it. */
final class Listener implements AutoCloseable {

  /** An event as it arrived. */
  record Heard(long id, String event, String data, Instant at) {}

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<String> head = new CopyOnWriteArrayList<>();
  final List<String> raw = new CopyOnWriteArrayList<>();
  volatile boolean ended;
  private final Socket socket;

  private Listener(Socket socket) {
    this.socket = socket;
  }

  /** Listens from now on, or from after an event. */
  static Listener to(String query, Long lastEventId) throws IOException {
    return to(RestAssured.port, query, lastEventId == null ? null : lastEventId.toString());
  }

  static Listener to(int port, String query, String lastEventId) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket
        .getOutputStream()
        .write(
            ("GET /v1/changes/stream"
                    + query
                    + " HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n"
                    + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
                    + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    Listener listener = new Listener(socket);
    Thread reader = new Thread(listener::read, "listener");
    reader.setDaemon(true);
    reader.start();
    listener.until(() -> !listener.head.isEmpty() && listener.isOpen());
    return listener;
  }

  private volatile boolean begun;

  private boolean isOpen() {
    return begun || ended;
  }

  String status() {
    return head.isEmpty() ? "" : head.get(0);
  }

  /** Waits until something is so; says within what time it was. */
  Duration until(BooleanSupplier condition) {
    Instant from = Instant.now();
    while (!condition.getAsBoolean() && from.plusSeconds(20).isAfter(Instant.now())) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (!condition.getAsBoolean()) {
      throw new AssertionError("It did not come: " + status() + ended + raw);
    }
    return Duration.between(from, Instant.now());
  }

  List<Long> ids() {
    return heard.stream().map(Heard::id).toList();
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        head.add(line);
        line = in.readLine();
      }
      List<String> event = new ArrayList<>();
      while (line != null) {
        line = in.readLine();
        raw.add(String.valueOf(line));
        // Chunk sizes stand on lines of their own, and look like no field.
        if (line == null || line.startsWith(":") || line.matches("[0-9a-fA-F]+")) {
          continue;
        }
        begun = begun || line.startsWith("retry:");
        if (!line.isEmpty()) {
          event.add(line);
        } else if (event.stream().anyMatch(each -> each.startsWith("data: "))) {
          heard.add(
              new Heard(
                  Long.parseLong(field(event, "id")),
                  field(event, "event"),
                  field(event, "data"),
                  Instant.now()));
          event.clear();
        }
      }
    } catch (RuntimeException e) {
      raw.add(e.toString());
    } catch (IOException e) {
      // Closed by us, or reset by the server: the end either way.
    } finally {
      ended = true;
    }
  }

  private static String field(List<String> event, String name) {
    return event.stream()
        .filter(each -> each.startsWith(name + ": "))
        .map(each -> each.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package org.clausebook.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a process of its own, on a free port. */
final class Packaged implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private Packaged(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "log of the packaged application");
    reader.start();
  }

  /** Starts it, to serve or to do what a command says. */
  static Packaged start(Map<String, String> environment, String... command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-jar", JAR.toString()));
    line.addAll(List.of(command));
    ProcessBuilder java = new ProcessBuilder(line);
    java.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    java.environment().put("QUARKUS_HTTP_PORT", "0");
    java.environment().putAll(environment);
    return new Packaged(java.redirectErrorStream(true).start());
  }

  List<String> log() {
    return log;
  }

  boolean says(String words) {
    return log.stream().anyMatch(line -> line.contains(words));
  }

  /** The answer to a GET, as soon as the application listens. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A request to it, as soon as it listens. */
  HttpRequest.Builder request(String path) throws InterruptedException {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /** Asks it to end (SIGTERM). */
  void stop() {
    process.destroy();
  }

  /** Its exit status; waits for the end. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("It does not end: " + log);
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      exitStatus();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String port() throws InterruptedException {
    for (int i = 0; i < 1200 && process.isAlive(); i++) {
      for (String line : log) {
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          return matcher.group(1);
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("It does not listen: " + log);
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(log::add);
    } catch (IOException | UncheckedIOException e) {
      // Where it was killed there may be no end to read.
      log.add("The log breaks off: " + e.getMessage());
    }
  }
}

package org.clausebook.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application, as a process that can be stopped and killed. */
final class Instance implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private final Process process;
  private final Path log;
  private final int port;

  /** Status, seconds it took, and the answer itself. */
  record Seen(int status, double seconds, HttpResponse<String> answer) {

    String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return "%d in %.2f s".formatted(status, seconds);
    }
  }

  private Instance(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts one, with the options of the images and the heap they have in 512 MB.
   *
   * @param more pairs of a variable and its value
   */
  static Instance start(Map<String, String> environment, String... more) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path log = Files.createTempFile("clausebook", ".log");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+IgnoreUnrecognizedVMOptions",
            "@src/main/container/java.options",
            "-Xmx256m",
            "-jar",
            JAR.toString());
    Map<String, String> variables = new HashMap<>(environment);
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    variables.putIfAbsent("QUARKUS_HTTP_PORT", Integer.toString(port));
    variables.putIfAbsent("CLAUSEBOOK_HTTP_PUBLIC_URL", "http://clausebook.test");
    variables.putIfAbsent("CLAUSEBOOK_HEALTH_WARM_UP", "0s");
    variables.putIfAbsent("MALLOC_ARENA_MAX", "1");
    java.environment().putAll(variables);
    return new Instance(
        java.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log, port);
  }

  /** Starts one and waits until it may be asked; what it answers first is slow. */
  static Instance ready(Map<String, String> environment, String... more) throws Exception {
    Instance instance = start(environment, more);
    instance.awaitStatus(200, "/q/health/ready", Duration.ofSeconds(90));
    return instance;
  }

  /** Starts one that answers at once when it may be asked, as in production. */
  static Instance warm(Map<String, String> environment) throws Exception {
    return ready(environment, "CLAUSEBOOK_HEALTH_WARM_UP", "20s");
  }

  int port() {
    return port;
  }

  Process process() {
    return process;
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** What it took for a fault of its own. */
  List<String> errors() throws IOException {
    return log().lines().filter(line -> line.contains(" ERROR ")).toList();
  }

  /** Waits for the end. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("It does not end, see " + log);
    }
    return process.exitValue();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  Seen get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  Seen send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    return new Seen(answer.statusCode(), (System.nanoTime() - began) / 1e9, answer);
  }

  /** How long it took until a path answered so. */
  Duration awaitStatus(int status, String path, Duration patience) throws Exception {
    long began = System.nanoTime();
    while (System.nanoTime() - began < patience.toNanos()) {
      if (!process.isAlive()) {
        throw new AssertionError("It has ended:\n" + log());
      }
      try {
        if (get(path).status() == status) {
          return Duration.ofNanos(System.nanoTime() - began);
        }
      } catch (IOException notYet) {
        // It does not listen yet.
      }
      Thread.sleep(50);
    }
    throw new AssertionError("%s is not %d after %s:%n%s".formatted(path, status, patience, log()));
  }

  /** A number among its metrics, summed over its labels. */
  double metric(String name) throws IOException, InterruptedException {
    return Arrays.stream(get("/q/metrics").answer().body().split("\n"))
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Threads, open files and megabytes in memory, as Linux sees them. */
  Vitals vitals() throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try (var files = Files.list(proc.resolve("fd"))) {
      Map<String, String> status = new HashMap<>();
      for (String line : Files.readAllLines(proc.resolve("status"))) {
        status.put(line.replaceFirst(":.*", ""), line.replaceAll("[^0-9]", ""));
      }
      return new Vitals(
          Integer.parseInt(status.get("Threads")),
          files.count(),
          Long.parseLong(status.get("VmRSS")) / 1024);
    }
  }

  record Vitals(int threads, long files, long megabytes) {

    @Override
    public String toString() {
      return threads + " threads, " + files + " files, " + megabytes + " MB";
    }
  }

  /** SIGTERM, and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

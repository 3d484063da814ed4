package org.clausebook.faults;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Clients that ask in turn, one request after the other, until told to stop. */
final class Load implements AutoCloseable {

  private final ExecutorService clients;
  private final int pauseMillis;
  private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean over;

  /**
   * Begins.
   *
   * @param pauseMillis between two requests of a client
   * @param address of the n-th request of all
   */
  Load(int clients, int pauseMillis, IntFunction<String> address) {
    this.clients = Executors.newFixedThreadPool(clients);
    this.pauseMillis = pauseMillis;
    for (int i = 0; i < clients; i++) {
      int client = i;
      this.clients.execute(() -> ask(client, address));
    }
  }

  private void ask(int client, IntFunction<String> address) {
    HttpClient keepingAlive = client();
    for (int i = 0; !over; i++) {
      URI uri = URI.create(address.apply(client * 100_000 + i));
      long began = System.nanoTime();
      int status;
      try {
        // Every fifth request comes by a connection of its own.
        status = i % 5 == 4 ? alone(uri) : through(keepingAlive, uri);
      } catch (IOException e) {
        status = 0;
      } catch (InterruptedException e) {
        return;
      }
      statuses.add(status);
      seconds.add((System.nanoTime() - began) / 1e9);
      pause();
    }
  }

  private static int through(HttpClient client, URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int alone(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setReadTimeout(20_000);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  private void pause() {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      over = true;
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** What was answered so far, by status; 0 where the connection failed. */
  Map<Integer, Integer> answered() {
    Map<Integer, Integer> counts = new TreeMap<>();
    synchronized (statuses) {
      statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
    }
    return counts;
  }

  int asked() {
    return statuses.size();
  }

  /** The time under which such a share of the answers came. */
  double within(double share) {
    List<Double> sorted;
    synchronized (seconds) {
      sorted = seconds.stream().sorted().toList();
    }
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
  }

  /** Ends without waiting for those who pause. */
  void giveUp() {
    over = true;
    clients.shutdownNow();
  }

  @Override
  public void close() {
    over = true;
    clients.shutdown();
    try {
      clients.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.clausebook.http.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A second way in, for this process alone. What we ask of our own API comes by it through the whole
 * HTTP layer, as any client's request does, whatever address, certificate or proxy the public has
 * to come through; and it is not counted against anybody, for the request that caused it was.
 */
@Singleton
public class Loopback {

  private static final String HERE = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Vertx vertx;
  private HttpServer server;
  private HttpClient client;

  /**
   * What our own API answers.
   *
   * @param body missing when the answer is not JSON
   */
  public record Answer(int status, JsonNode body) {}

  Loopback(Vertx vertx) {
    this.vertx = vertx;
  }

  void open(@Observes StartupEvent starting) {
    server = vertx.createHttpServer().requestHandler(VertxHttpRecorder.getRootHandler());
    server.listen(0, HERE).toCompletionStage().toCompletableFuture().join();
  }

  void close(@Observes ShutdownEvent stopping) {
    server.close();
  }

  /** Asks at an address without its authority; for JSON, unless the header fields say otherwise. */
  public CompletableFuture<Answer> ask(String address, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + HERE + ':' + server.actualPort() + address))
            .timeout(PATIENCE)
            .header("Accept", "application/json");
    headers.forEach(request::setHeader);
    return client()
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(Loopback::answer);
  }

  /** Made when first asked for: it looks for certificates, which a start need not wait for. */
  private synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
    return client;
  }

  boolean isOwn(HttpServerRequest request) {
    return server != null && request.localAddress().port() == server.actualPort();
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    try {
      return new Answer(
          response.statusCode(),
          type.contains("json") ? MAPPER.readTree(response.body()) : MissingNode.getInstance());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

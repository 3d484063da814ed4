package org.clausebook.http.traffic;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final long PATIENCE_MILLIS = 5_000;

  /** With the five that Vert.x opens by itself, pages would wait for each other. */
  private static final int CONNECTIONS = 64;

  /** Figures stay as they are written. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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
    client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    server = vertx.createHttpServer().requestHandler(VertxHttpRecorder.getRootHandler());
    server.listen(0, HERE).toCompletionStage().toCompletableFuture().join();
  }

  void close(@Observes ShutdownEvent stopping) {
    client.close();
    server.close();
  }

  /** Asks at an address without its authority; for JSON, unless the header fields say otherwise. */
  public CompletableFuture<Answer> ask(String address, Map<String, String> headers) {
    RequestOptions question =
        new RequestOptions()
            .setHost(HERE)
            .setPort(server.actualPort())
            .setURI(address)
            .setTimeout(PATIENCE_MILLIS)
            .putHeader("Accept", "application/json");
    headers.forEach(question::putHeader);
    return client
        .request(question)
        .compose(Loopback::send)
        .toCompletionStage()
        .toCompletableFuture();
  }

  boolean isOwn(HttpServerRequest request) {
    return server != null && request.localAddress().port() == server.actualPort();
  }

  /** Waits for the content from the thread that gets it, which does not wait for us. */
  private static Future<Answer> send(HttpClientRequest question) {
    return question
        .send()
        .compose(response -> response.body().map(content -> answer(response, content)));
  }

  private static Answer answer(HttpClientResponse response, Buffer content) {
    String type = response.headers().get("Content-Type");
    try {
      return new Answer(
          response.statusCode(),
          type != null && type.contains("json")
              ? MAPPER.readTree(content.getBytes())
              : MissingNode.getInstance());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

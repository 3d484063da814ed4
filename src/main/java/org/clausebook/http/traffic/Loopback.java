package org.clausebook.http.traffic;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * A second way in, for this process alone. What we ask of our own API comes by it through the whole
 * HTTP layer, as any client's request does, whatever address, certificate or proxy the public has
 * to come through; and it is not counted against anybody, for the request that caused it was.
 */
@Singleton
public class Loopback {

  private static final String HERE = "127.0.0.1";

  private final Vertx vertx;
  private HttpServer server;

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

  /** The address of a path for this process. */
  public URI address(String path) {
    return URI.create("http://" + HERE + ':' + server.actualPort() + path);
  }

  boolean isOwn(HttpServerRequest request) {
    return server != null && request.localAddress().port() == server.actualPort();
  }
}

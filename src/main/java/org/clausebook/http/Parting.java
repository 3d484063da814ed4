package org.clausebook.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.clausebook.http.traffic.Ending;

/** Connections that end with an answer (RFC 9112 §9.6). */
final class Parting {

  /** What arrives meanwhile is read, so that the answer reaches whoever is still sending. */
  private static final long LINGER_MILLIS = 200;

  private Parting() {}

  /** True when the client says among other things that this is its last request. */
  static boolean isAsked(HttpServerRequest request) {
    String connection = request.getHeader(HttpHeaders.CONNECTION);
    return connection != null
        && connection.indexOf(',') >= 0
        && Weighted.parse(connection).stream().anyMatch(each -> each.value().equals("close"));
  }

  /**
   * True when the connection has ended: nobody hears what is answered on it. No public call of
   * Vert.x says so before its handler of the end was told.
   */
  static boolean isOver(HttpServerRequest request) {
    return !((ConnectionBase) request.connection()).channel().isOpen();
  }

  /**
   * Sends the last content of a connection. Only once that is closed is the answer told to be over,
   * for then whatever came with the request, and may be no request at all, is read as the next one.
   */
  static void with(Buffer body, RoutingContext routing) {
    HttpServerResponse response = routing.response();
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (routing.request().version() == HttpVersion.HTTP_2) {
      response.end(body);
      return;
    }
    response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    response
        .write(body)
        .onComplete(
            sent -> {
              Ending.answered(routing);
              linger(routing);
            });
  }

  private static void linger(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (!request.isEnded()) {
      request.handler(unheard -> {}).resume();
    }
    closeLater(routing, closed -> routing.response().end());
  }

  private static void closeLater(RoutingContext routing, Handler<AsyncResult<Void>> then) {
    routing
        .vertx()
        .setTimer(LINGER_MILLIS, over -> routing.request().connection().close().onComplete(then));
  }

  /** Parts from whoever asked for it, or has not said how much they will still send. */
  static void prepare(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (request.version() == HttpVersion.HTTP_2) {
      return;
    }
    boolean isAsked = isAsked(request);
    if (!isAsked && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      return;
    }
    routing.addHeadersEndHandler(
        ready -> {
          if (isAsked || !request.isEnded()) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            routing.addEndHandler(ended -> closeLater(routing, closed -> {}));
          }
        });
  }
}

package org.clausebook.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.clausebook.http.contract.Route;

/** What OPTIONS answers, among others to a browser that asks before it sends (CORS). */
final class Preflight {

  private static final String ALLOWED =
      "Accept, Accept-Language, Authorization, Clausebook-Change, Clausebook-Note, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, traceparent, X-Request-Id";
  private static final String DAY = "86400";

  private Preflight() {}

  static void answer(RoutingContext routing, Route route) {
    HttpServerResponse response = routing.response();
    response.putHeader("Allow", route.allow());
    response.putHeader("Cache-Control", "public, max-age=" + DAY);
    if (routing.request().getHeader("Access-Control-Request-Method") != null) {
      response.putHeader("Access-Control-Allow-Methods", route.allow());
      response.putHeader("Access-Control-Allow-Headers", ALLOWED);
      response.putHeader("Access-Control-Max-Age", DAY);
    }
    response.setStatusCode(204).end();
  }
}

package org.clausebook.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The exchange that the calling code is working for. */
@ApplicationScoped
public class Exchanges {

  private final CurrentVertxRequest request;

  Exchanges(CurrentVertxRequest request) {
    this.request = request;
  }

  public Exchange current() {
    return Exchange.of(request.getCurrent());
  }
}

package org.clausebook.http.traffic;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The end of a request, told once. */
final class Ending {

  private Ending() {}

  /**
   * Tells when a request has ended, and whether it was answered.
   *
   * <p>The handler of the end alone would do neither: of a connection that breaks it is told twice,
   * and Quarkus puts its own in its place where content is longer than allowed.
   */
  static void of(RoutingContext routing, Consumer<Boolean> told) {
    AtomicBoolean isOver = new AtomicBoolean();
    Consumer<Boolean> once =
        answered -> {
          if (isOver.compareAndSet(false, true)) {
            told.accept(answered);
          }
        };
    routing.addBodyEndHandler(written -> once.accept(true));
    routing.addEndHandler(ended -> once.accept(ended.succeeded()));
  }
}

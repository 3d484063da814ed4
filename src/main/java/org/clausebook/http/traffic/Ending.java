package org.clausebook.http.traffic;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The end of a request, told once to each who asked. */
public final class Ending {

  private static final String KEY = Ending.class.getName();

  private Ending() {}

  /**
   * Tells when a request has ended, and whether it was answered. The handler of the end is told
   * twice of a connection that breaks.
   *
   * @return tells it now, and then no more
   */
  static Consumer<Boolean> of(RoutingContext routing, Consumer<Boolean> told) {
    AtomicBoolean isOver = new AtomicBoolean();
    Consumer<Boolean> once =
        answered -> {
          if (isOver.compareAndSet(false, true)) {
            told.accept(answered);
          }
        };
    routing.addEndHandler(ended -> once.accept(ended.succeeded()));
    List<Consumer<Boolean>> all = routing.get(KEY);
    if (all == null) {
      all = new ArrayList<>();
      routing.put(KEY, all);
    }
    all.add(once);
    return once;
  }

  /** Tells of an answer that has gone out whole, before it is told to be over. */
  public static void answered(RoutingContext routing) {
    List<Consumer<Boolean>> all = routing.get(KEY);
    if (all != null) {
      all.forEach(each -> each.accept(true));
    }
  }
}

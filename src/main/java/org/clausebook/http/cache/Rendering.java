package org.clausebook.http.cache;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.clausebook.http.Exchange;
import org.clausebook.http.Rendered;
import org.clausebook.http.cache.RenderedCache.Question;

/** An answer being rendered by one request while others wait for it. */
public final class Rendering {

  private static final String KEY = Rendering.class.getName();

  private final RenderedCache cache;
  private final Question question;
  private final long stamp;
  private final long day;
  private final List<Waiter> waiters = new ArrayList<>();
  private boolean over;

  Rendering(RenderedCache cache, Question question, long stamp, long day) {
    this.cache = cache;
    this.question = question;
    this.stamp = stamp;
    this.day = day;
  }

  private record Waiter(Exchange exchange, Context context) {}

  /** How a waiting request goes on. */
  @FunctionalInterface
  public interface Sender {
    void send(Exchange exchange);
  }

  static Rendering of(Exchange exchange) {
    return exchange.routing().get(KEY);
  }

  void attachTo(Exchange exchange, Sender otherwise) {
    exchange.routing().put(KEY, this);
    // Whatever becomes of this request, nobody waits for ever.
    exchange.routing().addEndHandler(ended -> release(otherwise));
  }

  synchronized boolean await(Exchange exchange) {
    if (over) {
      return false;
    }
    Context context = Vertx.currentContext();
    waiters.add(new Waiter(exchange, context));
    return true;
  }

  /** Who asked after a publication must not be given what was begun before it. */
  boolean isRight(Changes changes) {
    return changes.isRight(question.uri().split("\\?", 2)[0], stamp);
  }

  /** The answer is there: it is kept, and everybody who waits gets it. */
  public static void finished(Exchange exchange, Rendered rendered, Sender sender) {
    Rendering rendering = of(exchange);
    if (rendering != null) {
      rendering.cache.finish(rendering, exchange, rendered);
      rendering.release(sender);
    }
  }

  /** There is nothing new to keep; everybody who waits is told the same. */
  public static void told(Exchange exchange, Sender sender) {
    Rendering rendering = of(exchange);
    if (rendering != null) {
      rendering.cache.abandon(rendering);
      rendering.release(sender);
    }
  }

  private void release(Sender sender) {
    List<Waiter> released;
    synchronized (this) {
      over = true;
      released = List.copyOf(waiters);
      waiters.clear();
    }
    cache.abandon(this);
    for (Waiter waiter : released) {
      waiter.context.runOnContext(done -> sender.send(waiter.exchange));
    }
  }

  Question question() {
    return question;
  }

  long stamp() {
    return stamp;
  }

  long day() {
    return day;
  }
}

package org.clausebook.http.traffic;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.clausebook.http.contract.Route;

/**
 * How long the answers took, by path of the contract, method and status, as {@code
 * http.server.requests}: the names that Micrometer gives them, whose own way of finding the timer
 * would be a tenth of what a kept answer costs. What this process asks itself, and what Quarkus
 * serves by itself, is not in it.
 */
@Singleton
public class AnswerTimes {

  /** Percentiles can be taken over all pods. */
  private static final Duration[] BUCKETS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 3_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final String PASSAGE = AnswerTimes.class.getName();

  private final MeterRegistry registry;
  private final Loopback loopback;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  AnswerTimes(MeterRegistry registry, Loopback loopback) {
    this.registry = registry;
    this.loopback = loopback;
  }

  private record Kind(String path, String method, int status) {}

  /** A request on its way to an answer. */
  private static final class Passage {
    private final long began;
    private final String method;
    private String path;

    Passage(long began, String method) {
      this.began = began;
      this.method = method;
    }
  }

  /** An answer has gone out that was kept. */
  public void sent(Route route, RoutingContext routing, long began) {
    record(route.template(), routing.request().method().name(), routing, began);
  }

  /** A request comes in that is not answered at once; it is timed when it has been answered. */
  public void await(RoutingContext routing, long began) {
    Passage passage = new Passage(began, routing.request().method().name());
    routing.put(PASSAGE, passage);
    Ending.of(
        routing,
        answered -> {
          if (answered) {
            record(passage.path, passage.method, routing, passage.began);
          }
        });
  }

  /** The path of the contract that it leads to is known now. */
  public void leadsTo(RoutingContext routing, Route route) {
    Passage passage = routing.get(PASSAGE);
    passage.path = route.template();
  }

  private void record(String path, String method, RoutingContext routing, long began) {
    if (loopback.isOwn(routing.request())) {
      return;
    }
    int status = routing.response().getStatusCode();
    // Only what the contract has: anybody can make up paths and methods.
    Kind kind = path == null ? new Kind("OTHER", "OTHER", status) : new Kind(path, method, status);
    timers
        .computeIfAbsent(kind, this::timer)
        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .description("Time from understanding a request to the end of its answer")
        .tag("uri", kind.path)
        .tag("method", kind.method)
        .tag("status", Integer.toString(kind.status))
        .tag("outcome", Outcome.forStatus(kind.status).name())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}

package org.clausebook.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.clausebook.http.HttpConfig;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.contract.Contract;
import org.clausebook.http.contract.Route;
import org.clausebook.http.traffic.Loopback;
import org.clausebook.http.traffic.Traffic;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Asks this process, as soon as it listens, what its readers will: one address for each path of the
 * contract that links lead to from the entry point, and the page for people. The first answers of a
 * process take a hundred times as long as later ones; nobody is sent here until they have been
 * given.
 */
@Readiness
@ApplicationScoped
class WarmUp implements AsyncHealthCheck {

  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final String BEGINNING = "/v1";
  private static final String PAGE = "/";

  private final Loopback loopback;
  private final Traffic traffic;
  private final Contract contract;
  private final String base;
  private final Duration bound;

  WarmUp(
      Loopback loopback, Traffic traffic, Contract contract, HttpConfig http, HealthConfig health) {
    this.loopback = loopback;
    this.traffic = traffic;
    this.contract = contract;
    this.base = http.publicUrl();
    this.bound = health.warmUp();
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(HealthCheckResponse.named("warm").status(traffic.isSettled()).build());
  }

  void begin(@ObservesAsync HttpServerStart started) {
    if (bound.isZero()) {
      traffic.settle();
      return;
    }
    long began = System.nanoTime();
    Set<Route> met = new HashSet<>();
    Queue<String> ahead = new ArrayDeque<>(Set.of(BEGINNING));
    try {
      while (!ahead.isEmpty() && isInTime(began)) {
        String address = ahead.remove();
        if (contract.route(address.split("\\?", 2)[0]).filter(met::add).isPresent()) {
          follow(loopback.ask(address, Map.of()).join().body(), ahead);
        }
      }
      if (isInTime(began)) {
        loopback.ask(PAGE, Map.of("Accept", MediaTypes.HTML)).join();
      }
      LOG.infof(
          "Warm after %d ms: %d kinds of answers",
          (System.nanoTime() - began) / 1_000_000, met.size());
    } catch (CompletionException e) {
      LOG.warnf("Not warmed up, the first answers will be slow: %s", e.getCause());
    } finally {
      traffic.settle();
    }
  }

  private boolean isInTime(long began) {
    return System.nanoTime() - began < bound.toNanos();
  }

  private void follow(JsonNode answer, Queue<String> ahead) {
    for (JsonNode links : answer.findValues("links")) {
      for (JsonNode link : links) {
        String address = link.asText();
        if (address.startsWith(base)) {
          ahead.add(address.substring(base.length()));
        }
      }
    }
  }
}

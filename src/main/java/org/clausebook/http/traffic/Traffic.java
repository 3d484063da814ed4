package org.clausebook.http.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/**
 * Lets a request in or says when to come back, before anything is done for it (draft-ietf-httpapi
 * RateLimit header fields).
 */
@ApplicationScoped
public class Traffic {

  private static final String POLICY = "per-client";
  private static final String COUNTED = Traffic.class.getName();

  /** A statement has been given up long before. */
  private static final Duration STARTING = Duration.ofSeconds(20);

  private final TrafficConfig config;
  private final Loopback loopback;
  private volatile boolean settled;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Cache<String, Quota> quotas =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(2)).build();

  Traffic(TrafficConfig config, Loopback loopback, MeterRegistry metrics) {
    this.config = config;
    this.loopback = loopback;
    metrics.gauge("clausebook.requests.under.way", underWay);
  }

  /**
   * Takes a request off the quota of its client. What this process asks itself has been taken with
   * the request that it is asked for.
   *
   * @throws Problem 429 over the quota
   */
  public void spend(RoutingContext routing) {
    if (config.requestsPerMinute() > 0 && !loopback.isOwn(routing.request())) {
      spend(routing.request(), routing.response());
    }
  }

  /**
   * Counts a request in that work is to be done for; it counts itself out when it is answered.
   *
   * @throws Problem 503 when too much is under way
   */
  public void admit(RoutingContext routing) {
    if (loopback.isOwn(routing.request())) {
      return;
    }
    int now = underWay.incrementAndGet();
    routing.put(COUNTED, Ending.of(routing, answered -> underWay.decrementAndGet()));
    if (config.maxConcurrentRequests() > 0 && now > config.maxConcurrentRequests()) {
      throw ProblemType.TEMPORARY_REDUCED_CAPACITY
          .because(
              "More requests are under way than are let in at a time.",
              "Plus de requêtes sont en cours qu’il n’en est admis à la fois.")
          .retryAfter(1);
    }
  }

  /** For who only listens from now on: that is no work. */
  public void countOut(RoutingContext routing) {
    Consumer<Boolean> counted = routing.get(COUNTED);
    if (counted != null) {
      counted.accept(true);
    }
  }

  /** Whether what comes now is answered as fast as it will be later. */
  public boolean isSettled() {
    return settled;
  }

  /** Says that the first answers of this process, which are slow, have been given. */
  public void settle() {
    settled = true;
  }

  /** After this, a reader is told that there is no answer; the first ones wait for theirs. */
  public Duration readTimeout() {
    return settled ? config.readTimeout() : STARTING;
  }

  public static Problem tooLate() {
    return ProblemType.UNAVAILABLE
        .because("The answer takes too long at the moment.", "La réponse tarde trop en ce moment.")
        .retryAfter(2);
  }

  private void spend(HttpServerRequest request, HttpServerResponse response) {
    int perMinute = config.requestsPerMinute();
    long now = System.nanoTime();
    Quota.State state =
        quotas
            .get(client(request.remoteAddress().hostAddress()), any -> new Quota(perMinute, now))
            .take(now);
    response.putHeader("RateLimit-Policy", "\"" + POLICY + "\";q=" + perMinute + ";w=60");
    response.putHeader(
        "RateLimit", "\"" + POLICY + "\";r=" + state.remaining() + ";t=" + state.nextInSeconds());
    if (!state.admitted()) {
      throw ProblemType.QUOTA_EXCEEDED
          .because(
              "More than %d requests in a minute; one more is let in after %d s.",
              "Plus de %d requêtes en une minute ; une de plus sera admise dans %d s.",
              perMinute,
              state.nextInSeconds())
          .retryAfter(state.nextInSeconds())
          .withExtension("violated-policies", List.of(POLICY));
    }
  }

  /** One household has a whole /64 of IPv6, so single addresses of it are not told apart. */
  static String client(String address) {
    byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null || bytes.length == 4) {
      return String.valueOf(address);
    }
    return HexFormat.of().formatHex(bytes, 0, 8);
  }
}

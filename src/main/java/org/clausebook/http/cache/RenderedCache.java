package org.clausebook.http.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clausebook.http.Exchange;
import org.clausebook.http.HttpConfig;
import org.clausebook.http.Lifetime;
import org.clausebook.http.Rendered;
import org.clausebook.http.cache.Rendering.Sender;

/** Rendered answers by what was asked: address and negotiating headers, letter for letter. */
// Caffeine looks up by name the class made for a combination of features. For a native binary
// Quarkus registers many; these are the others that our caches (here and elsewhere) need.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.PSAMS",
      "com.github.benmanes.caffeine.cache.SSMW",
      "com.github.benmanes.caffeine.cache.SSSMW"
    })
@Singleton
public class RenderedCache {

  private static final long DAY = 86_400_000;

  private final Changes changes;
  private final Clock clock = Clock.systemUTC();
  private final boolean isOn;
  private final Duration maxSilence;
  private final Cache<Question, Kept> kept;
  private final Counter renderings;
  private final Map<Question, Rendering> underWay = new ConcurrentHashMap<>();

  RenderedCache(HttpConfig config, Changes changes, MeterRegistry metrics) {
    this.changes = changes;
    this.maxSilence = config.maxSilence();
    this.isOn = config.cacheSize() > 0;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes(config))
            .weigher((Question question, Kept answer) -> question.weight() + answer.weight())
            .recordStats()
            .build();
    CaffeineCacheMetrics.monitor(metrics, kept, "clausebook.rendered");
    this.renderings =
        Counter.builder("clausebook.renderings")
            .description("Answers rendered because none was kept")
            .register(metrics);
  }

  /** As configured, but no more than leaves the heap room to work in. */
  private static long bytes(HttpConfig config) {
    return Math.min(config.cacheSize(), Runtime.getRuntime().maxMemory() / 5);
  }

  /**
   * What was asked. Two questions that differ only in spelling are kept twice, which costs memory
   * and nothing else.
   */
  public record Question(String uri, String accept, String acceptLanguage, String acceptEncoding) {

    public static Question of(HttpServerRequest request) {
      return new Question(
          request.uri(),
          Exchange.list(request, HttpHeaders.ACCEPT),
          Exchange.list(request, HttpHeaders.ACCEPT_LANGUAGE),
          Exchange.list(request, HttpHeaders.ACCEPT_ENCODING));
    }

    int weight() {
      return 2
          * (uri.length() + accept.length() + acceptLanguage.length() + acceptEncoding.length());
    }
  }

  /**
   * An answer with what was negotiated for it.
   *
   * @param stamp the newest publication heard of before it was rendered
   * @param day the day it is right on, counted from 1970; -1 when it does not depend on today
   */
  public record Kept(Exchange exchange, Rendered rendered, long stamp, long day) {

    int weight() {
      return rendered.weight(exchange.gzip()) + 1000;
    }
  }

  public Optional<Kept> find(Question question) {
    if (!isOn) {
      return Optional.empty();
    }
    Kept found = kept.getIfPresent(question);
    if (found == null) {
      return Optional.empty();
    }
    if (isRight(found)) {
      return Optional.of(found);
    }
    kept.asMap().remove(question, found);
    return Optional.empty();
  }

  private boolean isRight(Kept answer) {
    return changes.silence().compareTo(maxSilence) <= 0
        && (answer.day < 0 || answer.day == today())
        && (answer.exchange.lifetime() == Lifetime.FOR_EVER
            || changes.isRight(answer.exchange.addresses().path(), answer.stamp));
  }

  /**
   * Joins those who wait for an answer.
   *
   * @param otherwise how those who waited go on when there comes none
   * @return empty when the caller is the first and is to render it; it must then finish the {@link
   *     Rendering} that its exchange carries
   */
  public Optional<Rendering> join(Question question, Exchange exchange, Sender otherwise) {
    Rendering mine = new Rendering(this, question, changes.newest(), today());
    while (isOn) {
      Rendering other = underWay.putIfAbsent(question, mine);
      if (other == null) {
        break;
      }
      if (other.day() == mine.day() && other.isRight(changes) && other.await(exchange)) {
        return Optional.of(other);
      }
      underWay.remove(question, other);
    }
    mine.attachTo(exchange, otherwise);
    return Optional.empty();
  }

  void finish(Rendering rendering, Exchange exchange, Rendered rendered) {
    renderings.increment();
    long day = exchange.lifetime() == Lifetime.TODAY ? rendering.day() : -1;
    Kept answer = new Kept(exchange.withoutRequest(), rendered, rendering.stamp(), day);
    if (isOn && isRight(answer)) {
      kept.put(rendering.question(), answer);
    }
    underWay.remove(rendering.question(), rendering);
  }

  void abandon(Rendering rendering) {
    underWay.remove(rendering.question(), rendering);
  }

  private long today() {
    return clock.millis() / DAY;
  }
}

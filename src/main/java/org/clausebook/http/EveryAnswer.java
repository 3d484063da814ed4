package org.clausebook.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every answer carries, whatever it is: date, request id, CORS and security headers. */
final class EveryAnswer {

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private static final String EXPOSED =
      "ETag, Link, Location, Content-Language, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, X-Request-Id, Age";

  private static final CharSequence DATE = HttpHeaders.createOptimized("Date");
  private static final CharSequence REQUEST = HttpHeaders.createOptimized("X-Request-Id");

  /** Names and values in turn, as bytes already: they go into every answer. */
  private static final CharSequence[] ALWAYS =
      Stream.of(
              "Access-Control-Allow-Origin",
              "*",
              "Access-Control-Expose-Headers",
              EXPOSED,
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "no-referrer",
              "Strict-Transport-Security",
              "max-age=31536000; includeSubDomains",
              "Content-Security-Policy",
              "default-src 'none'; frame-ancestors 'none'")
          .map(HttpHeaders::createOptimized)
          .toArray(CharSequence[]::new);

  private static volatile Second lastSecond = new Second(0, HttpHeaders.createOptimized(""));

  private EveryAnswer() {}

  static void dress(HttpServerResponse response, String requestId) {
    MultiMap headers = response.headers();
    headers.set(DATE, now());
    headers.set(REQUEST, requestId);
    for (int i = 0; i < ALWAYS.length; i += 2) {
      headers.set(ALWAYS[i], ALWAYS[i + 1]);
    }
  }

  /** The client's own, where it is one that can be looked for in a log. */
  static String requestId(HttpServerRequest request) {
    String given = request.getHeader(REQUEST);
    return given != null && REQUEST_ID.matcher(given).matches() ? given : newRequestId();
  }

  /** It tells requests apart and guards nothing, so it need not be unpredictable. */
  private static String newRequestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** The date of this second, formatted once. */
  private static CharSequence now() {
    long second = System.currentTimeMillis() / 1000;
    Second at = lastSecond;
    if (at.second != second) {
      at =
          new Second(
              second,
              HttpHeaders.createOptimized(
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC))));
      lastSecond = at;
    }
    return at.text;
  }

  private record Second(long second, CharSequence text) {}
}

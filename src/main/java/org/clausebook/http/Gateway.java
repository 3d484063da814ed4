package org.clausebook.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.regex.Pattern;
import org.clausebook.http.cache.RenderedCache;
import org.clausebook.http.cache.RenderedCache.Kept;
import org.clausebook.http.cache.RenderedCache.Question;
import org.clausebook.http.contract.Operation;
import org.clausebook.http.contract.Route;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.traffic.AnswerTimes;
import org.clausebook.http.traffic.Traffic;
import org.jboss.logging.MDC;

/**
 * The door every request comes in by, on the I/O thread: a kept answer goes out at once, within the
 * quota of the client ({@link Traffic}); whatever else comes is admitted by the contract ({@link
 * Admission}), settled ({@link Negotiation}) and only then handed to a resource.
 */
@ApplicationScoped
class Gateway {

  static final int PRIORITY = 900;
  private static final long CONTENT_MILLIS = 30_000;
  private static final String ASSETS = "/assets/";
  private static final String THIS_VERSION = "v=" + Assets.VERSION;

  /** What the framework serves by itself. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("/(q(?!/metrics/)|assets)(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

  /** What the framework would serve as well, and where we do. */
  private static final Map<String, String> MOVED =
      Map.of(
          "/assets/swagger-ui", "/swagger-ui",
          "/assets/swagger-ui/", "/swagger-ui",
          "/assets/swagger-ui/index.html", "/swagger-ui",
          "/q/openapi", "/openapi");

  private final RenderedCache cache;
  private final Traffic traffic;
  private final AnswerTimes times;
  private final Admission admission;
  private final Negotiation negotiation;
  private final Answers answers;
  private final String base;
  private final CharSequence briefly;
  private volatile boolean leaving;

  Gateway(
      RenderedCache cache,
      Traffic traffic,
      AnswerTimes times,
      Admission admission,
      Negotiation negotiation,
      Answers answers,
      HttpConfig config) {
    this.cache = cache;
    this.traffic = traffic;
    this.times = times;
    this.admission = admission;
    this.negotiation = negotiation;
    this.answers = answers;
    this.base = config.publicUrl();
    this.briefly = HttpHeaders.createOptimized("public, max-age=" + config.maxAge().toSeconds());
  }

  void open(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
    leaving = true;
  }

  static boolean reads(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  private void admit(RoutingContext routing) {
    if (Parting.isOver(routing.request())) {
      routing.end();
      return;
    }
    if (Exchange.of(routing) != null) {
      // Rerouted: what was set on the response has been cleared.
      dress(routing, Exchange.of(routing).requestId());
      Parting.prepare(routing);
      next(routing);
      return;
    }
    long began = System.nanoTime();
    HttpServerRequest request = routing.request();
    String requestId = EveryAnswer.requestId(request);
    dress(routing, requestId);
    Question question =
        reads(request) && Admission.hasOrdinaryHeaders(request) ? Question.of(request) : null;
    Kept kept = question == null ? null : cache.find(question).orElse(null);
    if (kept != null) {
      send(kept, kept.exchange().of(routing, requestId));
      times.sent(kept.exchange().route(), routing, began);
      return;
    }
    MDC.put("requestId", requestId);
    Exchange refusing = negotiation.refusing(routing, requestId);
    String path = request.path();
    // Whatever fails further on is told in the language of the request.
    refusing.attach();
    Parting.prepare(routing);
    if (request.version() == HttpVersion.HTTP_1_0) {
      // It knows no answers before the answer (RFC 9110 §10.1.1).
      request.headers().remove(HttpHeaders.EXPECT);
    }
    try {
      if (MOVED.containsKey(path)) {
        move(routing, MOVED.get(path));
      } else if (!Admission.isTooLong(request) && ELSEWHERE.matcher(path).matches()) {
        passOn(routing);
      } else {
        times.await(routing, began);
        answer(refusing, question);
      }
    } catch (Problem problem) {
      answers.send(refusing, problem);
    }
  }

  private void dress(RoutingContext routing, String requestId) {
    EveryAnswer.dress(routing.response(), requestId);
    if (leaving && routing.request().version() != HttpVersion.HTTP_2) {
      // The client goes elsewhere by itself; none is cut off at the moment it asks again.
      routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private void send(Kept kept, Exchange exchange) {
    tracedAs(kept.exchange().route());
    try {
      traffic.spend(exchange.routing());
      answers.send(exchange, kept.rendered());
    } catch (Problem problem) {
      answers.send(exchange, problem);
    }
  }

  private void requireReading(HttpServerRequest request) {
    admission.requireSound(request);
    if (!reads(request)) {
      throw Admission.notAllowed("GET, HEAD");
    }
  }

  private void move(RoutingContext routing, String path) {
    requireReading(routing.request());
    String query = routing.request().query();
    routing
        .response()
        .putHeader("Location", base + path + (query == null ? "" : "?" + query))
        .putHeader(HttpHeaders.CACHE_CONTROL, briefly)
        .setStatusCode(308)
        .end();
  }

  private void passOn(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    requireReading(request);
    MultiMap asked = request.headers();
    // As everywhere here, the whole is served; and when a file was unpacked says nothing of it.
    asked.remove("Range").remove(HttpHeaders.IF_MODIFIED_SINCE);
    if (!request.path().startsWith(ASSETS)
        && !Exchange.list(request, HttpHeaders.ACCEPT).contains(MediaTypes.TEXT)) {
      // The handler of metrics knows its other format letter by letter only.
      asked.remove(HttpHeaders.ACCEPT);
    }
    goOn(routing);
  }

  private void next(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (request.path().startsWith(ASSETS)) {
      // Only an address with the version that is here may be kept for ever.
      boolean isThisVersion = THIS_VERSION.equals(request.query());
      CharSequence lifetime = isThisVersion ? Answers.FOR_EVER : briefly;
      routing.addHeadersEndHandler(ready -> dressFile(routing.response(), lifetime));
    }
    routing.next();
  }

  private static void dressFile(HttpServerResponse response, CharSequence lifetime) {
    MultiMap headers = response.headers();
    headers.remove(HttpHeaders.ACCEPT_RANGES).remove(HttpHeaders.LAST_MODIFIED);
    if (response.getStatusCode() < 400) {
      headers.set(HttpHeaders.CACHE_CONTROL, lifetime);
      headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (response.getStatusCode() == 200 && !headers.contains(HttpHeaders.CONTENT_TYPE)) {
      headers.set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
    }
  }

  private void answer(Exchange refusing, Question question) {
    RoutingContext routing = refusing.routing();
    HttpServerRequest request = routing.request();
    traffic.spend(routing);
    traffic.admit(routing);
    admission.requireSound(request);
    Route route = admission.route(request);
    times.leadsTo(routing, route);
    tracedAs(route);
    if (request.method().equals(HttpMethod.OPTIONS)) {
      Preflight.answer(routing, route);
      return;
    }
    Operation operation = admission.operation(request, route);
    Exchange exchange = negotiation.settle(refusing, route, operation);
    exchange.attach();
    limit(exchange);
    boolean keeps = question != null && !exchange.mediaType().equals(MediaTypes.EVENT_STREAM);
    if (keeps) {
      share(question, exchange);
    } else {
      goOn(routing);
    }
  }

  /** One renders what many ask; when that one leaves without an answer, another of them does. */
  private void share(Question question, Exchange exchange) {
    if (exchange.isAwaited()
        && cache.join(question, exchange, waiting -> share(question, waiting)).isEmpty()) {
      // Who rendered it may have finished between our look and our turn.
      cache
          .find(question)
          .ifPresentOrElse(
              kept -> answers.sendAll(exchange, kept.rendered()), () -> goOn(exchange.routing()));
    }
  }

  /** Traces know a request by its template: there are fewer of them than of paths. */
  private static void tracedAs(Route route) {
    ContextLocals.put("UrlPathTemplate", route.template());
  }

  /** On to whoever answers. */
  private void goOn(RoutingContext routing) {
    if (routing.request().method().equals(HttpMethod.HEAD)) {
      // Answered as GET is; the server leaves the body out.
      Exchange.noteHead(routing);
      routing.reroute(HttpMethod.GET, routing.request().uri());
    } else {
      next(routing);
    }
  }

  /**
   * Nobody waits longer for a reading than configured, whatever a worker is stuck in; nor do we for
   * content that drips in byte by byte.
   */
  private void limit(Exchange exchange) {
    RoutingContext routing = exchange.routing();
    HttpServerRequest request = routing.request();
    if (!reads(request)) {
      long patience =
          routing
              .vertx()
              .setTimer(
                  CONTENT_MILLIS,
                  late -> {
                    if (!request.isEnded()) {
                      request.connection().close();
                    }
                  });
      routing.addEndHandler(ended -> routing.vertx().cancelTimer(patience));
      return;
    }
    long timer =
        routing
            .vertx()
            .setTimer(
                traffic.readTimeout().toMillis(),
                late -> {
                  if (!routing.response().headWritten() && !routing.response().closed()) {
                    answers.send(exchange, Traffic.tooLate());
                  }
                });
    routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
  }
}

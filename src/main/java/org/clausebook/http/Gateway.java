package org.clausebook.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.clausebook.http.cache.RenderedCache;
import org.clausebook.http.cache.RenderedCache.Kept;
import org.clausebook.http.cache.RenderedCache.Question;
import org.clausebook.http.contract.Operation;
import org.clausebook.http.contract.Route;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.traffic.Traffic;
import org.jboss.logging.MDC;

/**
 * The door every request comes in by, on the I/O thread: a kept answer goes out at once; whatever
 * else comes is counted ({@link Traffic}), admitted by the contract ({@link Admission}), settled
 * ({@link Negotiation}) and only then handed to a resource.
 */
@ApplicationScoped
class Gateway {

  private static final List<String> ELSEWHERE = List.of("/q/", "/assets/");

  /** The page that Swagger UI comes with is not the one we serve. */
  private static final Set<String> UNWANTED =
      Set.of("/assets/swagger-ui", "/assets/swagger-ui/", "/assets/swagger-ui/index.html");

  private final RenderedCache cache;
  private final Traffic traffic;
  private final Admission admission;
  private final Negotiation negotiation;
  private final Answers answers;
  private final String base;

  Gateway(
      RenderedCache cache,
      Traffic traffic,
      Admission admission,
      Negotiation negotiation,
      Answers answers,
      HttpConfig config) {
    this.cache = cache;
    this.traffic = traffic;
    this.admission = admission;
    this.negotiation = negotiation;
    this.answers = answers;
    this.base = config.publicUrl().toString();
  }

  void open(@Observes Filters filters) {
    filters.register(this::admit, 900);
  }

  static boolean reads(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  private void admit(RoutingContext routing) {
    if (Exchange.of(routing) != null) {
      // Rerouted: what was set on the response has been cleared.
      EveryAnswer.dress(routing.response(), Exchange.of(routing).requestId());
      traffic.follow(routing);
      routing.next();
      return;
    }
    HttpServerRequest request = routing.request();
    String requestId = EveryAnswer.requestId(request);
    EveryAnswer.dress(routing.response(), requestId);
    Question question =
        reads(request) && !Admission.isHeaderTooLarge(request) ? Question.of(request) : null;
    Kept kept = question == null ? null : cache.find(question).orElse(null);
    if (kept != null) {
      answers.send(kept.exchange().of(routing, requestId), kept.rendered());
      return;
    }
    MDC.put("requestId", requestId);
    Exchange refusing = negotiation.refusing(routing, requestId);
    String path = request.path();
    if (UNWANTED.contains(path)) {
      routing.response().putHeader("Location", base + "/swagger-ui").setStatusCode(308).end();
    } else if (ELSEWHERE.stream().anyMatch(path::startsWith)) {
      routing.next();
    } else {
      // Whatever fails further on is told in the language of the request.
      refusing.attach();
      try {
        answer(refusing, question);
      } catch (Problem problem) {
        answers.send(refusing, problem);
      }
    }
  }

  private void answer(Exchange refusing, Question question) {
    RoutingContext routing = refusing.routing();
    HttpServerRequest request = routing.request();
    traffic.admit(routing);
    Route route = admission.route(request);
    // Metrics and traces know a request by its template: there are fewer of them than of paths.
    ContextLocals.put("UrlPathTemplate", route.template());
    if (request.method().equals(HttpMethod.OPTIONS)) {
      Preflight.answer(routing, route);
      return;
    }
    Operation operation = Admission.operation(request, route);
    Exchange exchange = negotiation.settle(refusing, route, operation);
    exchange.attach();
    limit(exchange);
    boolean keeps = question != null && !exchange.mediaType().equals(MediaTypes.EVENT_STREAM);
    if (!keeps || cache.join(question, exchange, Gateway::proceed).isEmpty()) {
      proceed(exchange);
    }
  }

  /** On to the resource. */
  private static void proceed(Exchange exchange) {
    RoutingContext routing = exchange.routing();
    if (routing.request().method().equals(HttpMethod.HEAD)) {
      // Answered as GET is; the server leaves the body out.
      routing.reroute(HttpMethod.GET, routing.request().uri());
    } else {
      routing.next();
    }
  }

  /** Nobody waits longer for a reading than configured, whatever a worker is stuck in. */
  private void limit(Exchange exchange) {
    RoutingContext routing = exchange.routing();
    if (!reads(routing.request())) {
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

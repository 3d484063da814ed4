package org.clausebook.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.http.cache.RenderedCache;
import org.clausebook.http.cache.RenderedCache.Kept;
import org.clausebook.http.cache.RenderedCache.Question;
import org.clausebook.http.contract.Contract;
import org.clausebook.http.contract.Operation;
import org.clausebook.http.contract.Route;
import org.clausebook.http.language.Language;
import org.clausebook.http.language.LanguageNegotiation;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.http.traffic.Traffic;
import org.jboss.logging.MDC;

/**
 * The door every request comes in by. What does not depend on a resource is settled here, on the
 * I/O thread: the path and method by the contract, parameters, language, media type, encoding, and
 * the headers that every answer carries.
 */
@ApplicationScoped
class Gateway {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");
  private static final List<String> ELSEWHERE = List.of("/q/", "/assets/");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final int MAX_URI_LENGTH = 4000;
  private static final int MAX_HEADERS_LENGTH = 16_000;
  private static final Pattern LANG =
      Pattern.compile("[?&]lang=([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4})(?:&|$)");

  /** The page that Swagger UI comes with is not the one we serve. */
  private static final Set<String> UNWANTED =
      Set.of("/assets/swagger-ui", "/assets/swagger-ui/", "/assets/swagger-ui/index.html");

  private static final String EXPOSED =
      "ETag, Link, Location, Content-Language, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, X-Request-Id, Age";

  private static volatile Second lastSecond = new Second(0, "");

  private final Contract contract;
  private final Answers answers;
  private final RenderedCache cache;
  private final Traffic traffic;
  private final String base;

  Gateway(
      Contract contract, Answers answers, RenderedCache cache, Traffic traffic, HttpConfig config) {
    this.cache = cache;
    this.contract = contract;
    this.answers = answers;
    this.traffic = traffic;
    this.base = config.publicUrl().toString();
  }

  void open(@Observes Filters filters) {
    filters.register(this::admit, 900);
  }

  private Exchange refusing(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Exchange.note(routing, String.valueOf(request.path()));
    return new Exchange(
        routing,
        null,
        null,
        language(request),
        MediaTypes.JSON,
        false,
        requestId(request),
        new Addresses(base, String.valueOf(request.path()), Map.of()));
  }

  /** The parameter wins over the header, also for problems. */
  private static Language language(HttpServerRequest request) {
    Matcher lang = LANG.matcher(request.uri());
    if (lang.find()) {
      return LanguageNegotiation.ofTag(lang.group(1)).orElse(LanguageNegotiation.DEFAULT);
    }
    return LanguageNegotiation.choose(
        String.join(",", request.headers().getAll("Accept-Language")));
  }

  private void admit(RoutingContext routing) {
    if (Exchange.of(routing) != null) {
      // Rerouted: what was set on the response has been cleared.
      dress(routing.response(), Exchange.of(routing).requestId());
      traffic.follow(routing);
      routing.next();
      return;
    }
    HttpServerRequest request = routing.request();
    Question question = reads(request) && !isHeaderTooLarge(request) ? Question.of(request) : null;
    Kept kept = question == null ? null : cache.find(question).orElse(null);
    if (kept != null) {
      String requestId = requestId(request);
      dress(routing.response(), requestId);
      answers.send(kept.exchange().of(routing, requestId), kept.rendered());
      return;
    }
    Exchange refusing = refusing(routing);
    dress(routing.response(), refusing.requestId());
    MDC.put("requestId", refusing.requestId());
    String path = request.path();
    if (UNWANTED.contains(path)) {
      routing.response().putHeader("Location", base + "/swagger-ui").setStatusCode(308).end();
      return;
    }
    if (ELSEWHERE.stream().anyMatch(path::startsWith)) {
      routing.next();
      return;
    }
    // Whatever fails further on is told in the language of the request.
    refusing.attach();
    try {
      traffic.admit(routing);
      Route route = route(request, path);
      // Metrics and traces know a request by its template: there are fewer of them than of paths.
      ContextLocals.put("UrlPathTemplate", route.template());
      if (request.method().equals(HttpMethod.OPTIONS)) {
        answerOptions(routing, route);
        return;
      }
      Operation operation = operation(request, route);
      checkContent(request, operation);
      Exchange exchange = negotiate(routing, route, operation, refusing);
      exchange.attach();
      limit(exchange);
      boolean keeps = question != null && !exchange.mediaType().equals(MediaTypes.EVENT_STREAM);
      if (!keeps || cache.join(question, exchange, Gateway::proceed).isEmpty()) {
        proceed(exchange);
      }
    } catch (Problem problem) {
      answers.send(refusing, problem);
    }
  }

  private static boolean reads(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
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

  private static boolean isHeaderTooLarge(HttpServerRequest request) {
    int length = 0;
    for (Map.Entry<String, String> field : request.headers()) {
      length += field.getKey().length() + field.getValue().length();
    }
    return length > MAX_HEADERS_LENGTH;
  }

  private Route route(HttpServerRequest request, String path) {
    if (request.uri().length() > MAX_URI_LENGTH) {
      throw ProblemType.URI_TOO_LONG.because(
          "The address is longer than %d characters.",
          "L’adresse dépasse %d caractères.", MAX_URI_LENGTH);
    }
    if (isHeaderTooLarge(request)) {
      throw ProblemType.HEADERS_TOO_LARGE.because(
          "The header fields have more than %d characters.",
          "Les en-têtes dépassent %d caractères.", MAX_HEADERS_LENGTH);
    }
    if (!METHODS.contains(request.method().name())) {
      throw ProblemType.NOT_IMPLEMENTED.because(
          "No address here knows the method %s.",
          "Aucune adresse d’ici ne connaît la méthode %s.", printable(request.method().name()));
    }
    Optional<Route> route = contract.route(path);
    // Segments such as ".." would lead elsewhere than the contract says.
    if (route.isPresent()
        && path.indexOf(';') < 0
        && path.indexOf('%') < 0
        && !path.contains("/.")) {
      return route.get();
    }
    String canonical =
        path.replaceAll("/{2,}", "/").replaceAll(";[^/]*", "").replaceAll("(.)/$", "$1");
    if (!canonical.equals(path) && contract.route(canonical).isPresent()) {
      throw ProblemType.NOT_FOUND.because(
          "There is nothing at this address; did you mean %s?",
          "Il n’y a rien à cette adresse ; vouliez-vous dire %s ?", canonical);
    }
    throw ProblemType.NOT_FOUND.because(
        "There is nothing at this address. %s lists what there is.",
        "Il n’y a rien à cette adresse. %s donne ce qu’il y a.", base + "/v1");
  }

  private Operation operation(HttpServerRequest request, Route route) {
    Operation operation = route.operation(request.method().name());
    if (operation == null) {
      throw ProblemType.METHOD_NOT_ALLOWED
          .because("This address allows %s.", "Cette adresse admet %s.", route.allow())
          .withHeader("Allow", route.allow());
    }
    return operation;
  }

  /** Content in a format or coding that the operation does not take is refused unread. */
  private static void checkContent(HttpServerRequest request, Operation operation) {
    if (operation.consumes().isEmpty()) {
      return;
    }
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemType.UNSUPPORTED_MEDIA_TYPE
          .because(
              "Send the content as it is, without a content coding.",
              "Envoyez le contenu tel quel, sans codage de contenu.")
          .withHeader("Accept-Encoding", "identity");
    }
    String type = request.getHeader("Content-Type");
    String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!operation.consumes().contains(essence)) {
      String taken = String.join(", ", operation.consumes());
      throw ProblemType.UNSUPPORTED_MEDIA_TYPE
          .because(
              "Send the content as %s and say so in Content-Type.",
              "Envoyez le contenu en %s et dites-le dans Content-Type.", taken)
          .withHeader("Accept", taken);
    }
  }

  private Exchange negotiate(
      RoutingContext routing, Route route, Operation operation, Exchange refusing) {
    HttpServerRequest request = routing.request();
    MultiMap query = query(routing);
    List<Fault> faults = contract.faults(operation, query);
    if (!faults.isEmpty()) {
      String names =
          String.join(
              ", ",
              faults.stream().map(Fault::parameter).distinct().map(Gateway::printable).toList());
      throw ProblemType.INVALID_PARAMETER.because(
          Text.of("Refused: %s.", "Refusé : %s.", names), faults);
    }
    String accept = String.join(",", request.headers().getAll("Accept"));
    String mediaType =
        format(query)
            .filter(operation.produces()::contains)
            .or(() -> MediaTypes.choose(accept, operation.produces()))
            .or(() -> reads(request) ? Optional.empty() : Optional.of(MediaTypes.JSON))
            .orElseThrow(
                () ->
                    ProblemType.NOT_ACCEPTABLE
                        .because(
                            "This is served as %s only.",
                            "Ceci n’est servi qu’en %s.", String.join(", ", operation.produces()))
                        .withExtension("available", operation.produces()));
    // Quarkus REST negotiates again: between methods of one path by this type, otherwise not at
    // all.
    request.headers().set("Accept", mediaType + ", */*;q=0.1");
    Map<String, String> parameters = new LinkedHashMap<>();
    query.forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
    return new Exchange(
        routing,
        route,
        operation,
        refusing.language(),
        mediaType,
        takesGzip(request),
        refusing.requestId(),
        new Addresses(base, request.path(), parameters));
  }

  private static Optional<String> format(MultiMap query) {
    return Optional.ofNullable(query.get("format")).flatMap(Formats::mediaType);
  }

  private static MultiMap query(RoutingContext routing) {
    try {
      return routing.queryParams();
    } catch (RuntimeException e) {
      throw ProblemType.MALFORMED_REQUEST.because(
          "The query is not percent-encoded UTF-8.",
          "La requête n’est pas en UTF-8 codé par pourcentages.");
    }
  }

  private static boolean takesGzip(HttpServerRequest request) {
    int gzip = -1;
    int any = -1;
    for (Weighted coding : Weighted.parse(request.getHeader("Accept-Encoding"))) {
      if (coding.value().equals("gzip") || coding.value().equals("x-gzip")) {
        gzip = coding.quality();
      } else if (coding.value().equals("*")) {
        any = coding.quality();
      }
    }
    return gzip > 0 || (gzip < 0 && any > 0);
  }

  private static void answerOptions(RoutingContext routing, Route route) {
    HttpServerResponse response = routing.response();
    response.putHeader("Allow", route.allow());
    response.putHeader("Cache-Control", "public, max-age=86400");
    if (routing.request().getHeader("Access-Control-Request-Method") != null) {
      response.putHeader("Access-Control-Allow-Methods", route.allow());
      response.putHeader(
          "Access-Control-Allow-Headers",
          "Accept, Accept-Language, Authorization, Clausebook-Change, Clausebook-Note, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, traceparent, X-Request-Id");
      response.putHeader("Access-Control-Max-Age", "86400");
    }
    response.setStatusCode(204).end();
  }

  /** Headers that every answer carries, whatever it is. */
  private static void dress(HttpServerResponse response, String requestId) {
    response.putHeader("Date", now());
    response.putHeader("X-Request-Id", requestId);
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("Access-Control-Expose-Headers", EXPOSED);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private static String requestId(HttpServerRequest request) {
    String given = request.getHeader("X-Request-Id");
    return given != null && REQUEST_ID.matcher(given).matches() ? given : newRequestId();
  }

  /** It tells requests apart and guards nothing, so it need not be unpredictable. */
  private static String newRequestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** The date of this second, formatted once. */
  private static String now() {
    long second = System.currentTimeMillis() / 1000;
    Second at = lastSecond;
    if (at.second != second) {
      at =
          new Second(
              second,
              DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
      lastSecond = at;
    }
    return at.text;
  }

  private record Second(long second, String text) {}

  private static String printable(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7E\\u00A0-\\uFFFD]", "?");
    return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
  }
}

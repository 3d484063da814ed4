package org.clausebook.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebook.http.contract.Contract;
import org.clausebook.http.contract.Operation;
import org.clausebook.http.contract.Route;
import org.clausebook.http.language.Language;
import org.clausebook.http.language.LanguageNegotiation;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;

/** What a request is to be answered with: its parameters, language, media type and coding. */
@ApplicationScoped
class Negotiation {

  private static final Pattern LANG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  private final Contract contract;
  private final String base;

  Negotiation(Contract contract, HttpConfig config) {
    this.contract = contract;
    this.base = config.publicUrl();
  }

  /** As much as a refusal needs, which no request can fail to give. */
  Exchange refusing(RoutingContext routing, String requestId) {
    HttpServerRequest request = routing.request();
    String path = String.valueOf(request.path());
    Exchange.note(routing, path);
    return new Exchange(
        routing,
        null,
        null,
        language(request),
        MediaTypes.JSON,
        false,
        requestId,
        new Addresses(base, path, Map.of()),
        Lifetime.UNTIL_PUBLICATION);
  }

  /** The exchange that a resource works for. */
  Exchange settle(Exchange refusing, Route route, Operation operation) {
    RoutingContext routing = refusing.routing();
    HttpServerRequest request = routing.request();
    MultiMap query = query(routing);
    List<Fault> faults = contract.faults(operation, query);
    if (!faults.isEmpty()) {
      String names =
          faults.stream()
              .map(Fault::parameter)
              .distinct()
              .map(Contract::shown)
              .collect(Collectors.joining(", "));
      throw ProblemType.INVALID_PARAMETER.because(
          Text.of("Refused: %s.", "Refusé : %s.", names), faults);
    }
    String mediaType = mediaType(request, operation, query.get("format"));
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
        new Addresses(base, request.path(), parameters),
        Lifetime.of(operation, mediaType, parameters));
  }

  private static MultiMap query(RoutingContext routing) {
    String written = routing.request().query();
    try {
      MultiMap query = routing.queryParams();
      if (written == null || written.indexOf('%') < 0 || isText(query, written)) {
        return query;
      }
    } catch (RuntimeException e) {
      // Told below.
    }
    throw ProblemType.MALFORMED_REQUEST.because(
        "The query is not percent-encoded UTF-8.",
        "La requête n’est pas en UTF-8 codé par pourcentages.");
  }

  /** What is no UTF-8 is decoded to a mark in its place, which hardly anybody writes. */
  private static boolean isText(MultiMap query, String written) {
    return written.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")
        || query.entries().stream()
            .noneMatch(each -> (each.getKey() + each.getValue()).indexOf('\uFFFD') >= 0);
  }

  /** The parameter {@code format} wins over the header. What a write answers is not chosen. */
  private static String mediaType(HttpServerRequest request, Operation operation, String format) {
    String accept = Exchange.list(request, HttpHeaders.ACCEPT);
    return Optional.ofNullable(format)
        .flatMap(Formats::mediaType)
        .filter(operation.produces()::contains)
        .or(() -> MediaTypes.choose(accept, operation.produces()))
        .or(() -> Gateway.reads(request) ? Optional.empty() : Optional.of(MediaTypes.JSON))
        .orElseThrow(
            () ->
                ProblemType.NOT_ACCEPTABLE
                    .because(
                        "This is served as %s only.",
                        "Ceci n’est servi qu’en %s.", String.join(", ", operation.produces()))
                    .withExtension("available", operation.produces()));
  }

  /** The parameter wins over the header, also for problems. */
  private static Language language(HttpServerRequest request) {
    String lang = lang(request);
    if (lang != null && LANG.matcher(lang).matches()) {
      return LanguageNegotiation.ofTag(lang).orElse(LanguageNegotiation.DEFAULT);
    }
    return LanguageNegotiation.choose(Exchange.list(request, HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static String lang(HttpServerRequest request) {
    String query = request.query();
    try {
      List<String> given =
          query == null ? null : new QueryStringDecoder(query, false).parameters().get("lang");
      return given == null ? null : given.get(0);
    } catch (IllegalArgumentException e) {
      // Told when the parameters are looked at.
      return null;
    }
  }

  /** Where the client would rather have it plain, it is. */
  private static boolean takesGzip(HttpServerRequest request) {
    int gzip = -1;
    int identity = 0;
    int any = 0;
    for (Weighted coding : Weighted.parse(Exchange.list(request, HttpHeaders.ACCEPT_ENCODING))) {
      switch (coding.value()) {
        case "gzip", "x-gzip" -> gzip = Math.max(gzip, coding.quality());
        case "identity" -> identity = coding.quality();
        case "*" -> any = coding.quality();
        default -> {
          // We have no other.
        }
      }
    }
    int wanted = gzip < 0 ? any : gzip;
    return wanted > 0 && wanted >= identity;
  }
}

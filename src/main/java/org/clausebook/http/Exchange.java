package org.clausebook.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clausebook.http.conditional.Preconditions;
import org.clausebook.http.contract.Operation;
import org.clausebook.http.contract.Route;
import org.clausebook.http.language.Language;

/**
 * One request being answered, with everything that was negotiated for it before any resource saw
 * it.
 *
 * @param route null where no path of the contract matched
 * @param operation null likewise, or where the path does not allow the method
 * @param mediaType of the answer
 * @param gzip whether the client takes it compressed
 * @param requestId identifies the request in headers, problems and logs
 * @param lifetime how long the answer stays right
 */
public record Exchange(
    RoutingContext routing,
    Route route,
    Operation operation,
    Language language,
    String mediaType,
    boolean gzip,
    String requestId,
    Addresses addresses,
    Lifetime lifetime) {

  private static final String KEY = Exchange.class.getName();
  private static final String FOR_PEOPLE = KEY + ".forPeople";
  private static final String ANSWERED = KEY + ".answered";
  private static final String HEAD = KEY + ".head";

  static Exchange of(RoutingContext routing) {
    return routing.get(KEY);
  }

  /** As if the same address had been read in a language, without any parameter. */
  public Exchange asReading(Language language) {
    return asReading(language, Map.of());
  }

  /** As if the same address had been read with the parameter for a language. */
  public Exchange asReadingWithLang(Language language) {
    return asReading(language, Map.of("lang", language.tag()));
  }

  private Exchange asReading(Language language, Map<String, String> query) {
    Operation reading = route.operation("GET");
    return new Exchange(
        routing,
        route,
        reading,
        language,
        MediaTypes.JSON,
        gzip,
        requestId,
        new Addresses(addresses.base(), addresses.path(), query),
        Lifetime.of(reading, MediaTypes.JSON, query));
  }

  /**
   * True when a browser asks for something to look at, by name: such a problem is told as a page.
   * The API itself always answers with JSON.
   */
  boolean isForPeople() {
    return Boolean.TRUE.equals(routing.get(FOR_PEOPLE));
  }

  /** To be asked before the request is rewritten with what was negotiated. */
  static void note(RoutingContext routing, String path) {
    boolean isForPeople =
        !path.startsWith("/v1")
            && Weighted.parse(list(routing.request(), HttpHeaders.ACCEPT)).stream()
                .anyMatch(each -> each.value().equals(MediaTypes.HTML) && each.quality() > 0);
    routing.put(FOR_PEOPLE, isForPeople);
  }

  void attach() {
    routing.put(KEY, this);
    if (routing.get(ANSWERED) == null) {
      routing.put(ANSWERED, new AtomicBoolean());
    }
  }

  /**
   * Takes it upon itself to answer: true for one only, whoever else has an answer at the same
   * moment on another thread.
   */
  public boolean claim() {
    AtomicBoolean answered = routing.get(ANSWERED);
    return isAwaited() && (answered == null || answered.compareAndSet(false, true));
  }

  /** To be noted before the request goes on as the GET that it is answered as. */
  static void noteHead(RoutingContext routing) {
    routing.put(HEAD, true);
  }

  /** True when the client wants to hear of an answer without its body. */
  public boolean isHead() {
    return Boolean.TRUE.equals(routing.get(HEAD));
  }

  /** False once its reader has gone, or has been answered: that it takes too long, for instance. */
  public boolean isAwaited() {
    return !routing.response().ended() && !routing.response().closed();
  }

  public MultiMap query() {
    return routing.queryParams();
  }

  public String header(String name) {
    return routing.request().getHeader(name);
  }

  /** Several lines of a field are one list (RFC 9110 §5.3); empty when there is none. */
  public static String list(HttpServerRequest request, CharSequence name) {
    List<String> lines = request.headers().getAll(name);
    return lines.size() == 1 ? lines.get(0) : String.join(", ", lines);
  }

  /** A field of the request as a list; null when there is none. */
  public String headers(CharSequence name) {
    HttpServerRequest request = routing.request();
    return request.headers().contains(name) ? list(request, name) : null;
  }

  public Preconditions preconditions() {
    return new Preconditions(headers(HttpHeaders.IF_MATCH), headers(HttpHeaders.IF_NONE_MATCH));
  }

  /** What was negotiated, without the request it was negotiated for. */
  public Exchange withoutRequest() {
    return of(null, null);
  }

  /** The same negotiated for another request that asks the same. */
  Exchange of(RoutingContext another, String anotherId) {
    return new Exchange(
        another, route, operation, language, mediaType, gzip, anotherId, addresses, lifetime);
  }
}

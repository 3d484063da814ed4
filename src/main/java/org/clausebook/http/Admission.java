package org.clausebook.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebook.http.contract.Contract;
import org.clausebook.http.contract.Operation;
import org.clausebook.http.contract.Route;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** Whether the contract knows what a request asks for: its address, its method, its content. */
@ApplicationScoped
class Admission {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");
  private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Without the mark of a fragment, which stays with the client. */
  private static final Pattern VISIBLE = Pattern.compile("[\\x21\\x22\\x24-\\x7E]*");

  private static final int MAX_URI_LENGTH = 4000;
  private static final int MAX_HEADERS_LENGTH = 16_000;

  private final Contract contract;
  private final String base;
  private final ContentLimit contentLimit;

  Admission(Contract contract, HttpConfig config, ContentLimit contentLimit) {
    this.contract = contract;
    this.contentLimit = contentLimit;
    this.base = config.publicUrl();
  }

  /** Whether it is worth looking at what was answered before. */
  static boolean hasOrdinaryHeaders(HttpServerRequest request) {
    return !isHeaderTooLarge(request)
        && hasOneHost(request)
        && !sendsContent(request)
        && !Parting.isAsked(request);
  }

  static boolean isTooLong(HttpServerRequest request) {
    return request.uri().length() > MAX_URI_LENGTH;
  }

  /** Whoever only asks sends nothing with it; what they send all the same is looked at first. */
  private static boolean sendsContent(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  private static boolean isHeaderTooLarge(HttpServerRequest request) {
    int length = 0;
    for (Map.Entry<String, String> field : request.headers()) {
      length += field.getKey().length() + field.getValue().length();
    }
    return length > MAX_HEADERS_LENGTH;
  }

  /** Two would be two addresses, and each reader between us may choose another (RFC 9112 §3.2). */
  private static boolean hasOneHost(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.HOST).size() <= 1;
  }

  /**
   * Refuses what readers between us may understand in another way, and so keep or pass on as
   * another, and what is longer than anything here takes.
   */
  void requireSound(HttpServerRequest request) {
    String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase("chunked")) {
      throw ProblemType.MALFORMED_REQUEST
          .because(
              "The only transfer coding known here is chunked.",
              "Le seul codage de transfert connu ici est chunked.")
          .withHeader("Connection", "close");
    }
    if (isHeaderTooLarge(request)) {
      throw ProblemType.HEADERS_TOO_LARGE.because(
          "The header fields have more than %d characters.",
          "Les en-têtes dépassent %d caractères.", MAX_HEADERS_LENGTH);
    }
    if (!hasOneHost(request)) {
      throw ProblemType.MALFORMED_REQUEST.because(
          "Host is given twice.", "Host est donné deux fois.");
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      contentLimit.require(length);
    }
  }

  /** The path of the contract that the request is for. */
  Route route(HttpServerRequest request) {
    if (isTooLong(request)) {
      throw ProblemType.URI_TOO_LONG.because(
          "The address is longer than %d characters.",
          "L’adresse dépasse %d caractères.", MAX_URI_LENGTH);
    }
    if (!METHODS.contains(request.method().name())) {
      throw ProblemType.NOT_IMPLEMENTED.because(
          "No address here knows the method %s.",
          "Aucune adresse d’ici ne connaît la méthode %s.",
          Contract.shown(request.method().name()));
    }
    if (request.query() != null && request.query().indexOf(';') >= 0) {
      throw ProblemType.MALFORMED_REQUEST.because(
          "Parameters are separated by '&'; a semicolon within one is written %3B.",
          "Les paramètres se séparent par « & » ; un point-virgule dans l’un d’eux s’écrit %3B.");
    }
    String path = request.path();
    if (MALFORMED.matcher(path).find() || !VISIBLE.matcher(request.uri()).matches()) {
      throw ProblemType.MALFORMED_REQUEST.because(
          "The address is not percent-encoded.", "L’adresse n’est pas codée par pourcentages.");
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

  /** What the path offers for the method; content in another format or coding is refused unread. */
  Operation operation(HttpServerRequest request, Route route) {
    Operation operation = route.operation(request.method().name());
    if (operation == null) {
      throw notAllowed(route.allow());
    }
    if (!operation.consumes().isEmpty()) {
      checkContent(request, operation);
    }
    return operation;
  }

  static Problem notAllowed(String allow) {
    return ProblemType.METHOD_NOT_ALLOWED
        .because("This address allows %s.", "Cette adresse admet %s.", allow)
        .withHeader("Allow", allow);
  }

  private static void checkContent(HttpServerRequest request, Operation operation) {
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemType.UNSUPPORTED_MEDIA_TYPE
          .because(
              "Send the content as it is, without a content coding.",
              "Envoyez le contenu tel quel, sans codage de contenu.")
          .withHeader("Accept-Encoding", "identity");
    }
    if (request.headers().contains("Content-Range")) {
      throw ProblemType.MALFORMED_REQUEST.because(
          "Content-Range means a part; send the whole content.",
          "Content-Range annonce une partie ; envoyez le contenu entier.");
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
}

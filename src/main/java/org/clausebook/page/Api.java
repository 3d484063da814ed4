package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clausebook.http.Exchange;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.ProblemType;

/**
 * The public API, asked as any client asks it: through HTTP, at the very socket that the request
 * for the page came in by. No host name of a request is ever trusted for it.
 */
@ApplicationScoped
class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** An answer: its status, and its body as JSON. */
  record Answer(String path, int status, JsonNode body) {

    boolean isThere() {
      return status == 200;
    }

    /** The body; what the API refuses, the page refuses in the same words. */
    JsonNode orRefuse() {
      if (isThere()) {
        return body;
      }
      String detail = body.path("detail").asText();
      ProblemType type =
          status == 404
              ? ProblemType.NOT_FOUND
              : status == 400
                  ? ProblemType.INVALID_PARAMETER
                  : status == 410 ? ProblemType.GONE : ProblemType.UNAVAILABLE;
      throw type.because(new Text(detail, detail), List.of());
    }
  }

  /** Asks for all of them at once, in the language of the page. */
  List<Answer> ask(Exchange exchange, List<String> paths) {
    List<CompletableFuture<Answer>> asked = new ArrayList<>();
    for (String path : paths) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(origin(exchange) + path))
              .timeout(PATIENCE)
              .header("Accept", "application/json")
              .header("Accept-Language", exchange.language().tag())
              .header("X-Request-Id", exchange.requestId())
              .build();
      asked.add(
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
              .thenApply(response -> new Answer(path, response.statusCode(), json(response))));
    }
    try {
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw ProblemType.UNAVAILABLE.because(
          "The API does not answer at the moment.", "L’API ne répond pas en ce moment.");
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String origin(Exchange exchange) {
    SocketAddress here = exchange.routing().request().localAddress();
    String host = here.hostAddress().replaceAll("%.*", "");
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + here.port();
  }
}

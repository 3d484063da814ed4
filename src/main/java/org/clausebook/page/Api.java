package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clausebook.http.Exchange;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.http.traffic.Loopback;

/** The public API, asked as any client asks it: through HTTP, by address, for JSON. */
@ApplicationScoped
class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Loopback loopback;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Api(Loopback loopback) {
    this.loopback = loopback;
  }

  /** An answer: its status, and its body as JSON. */
  record Answer(int status, JsonNode body) {

    /** The body; what the API refuses, the page refuses in the same words. */
    JsonNode orRefuse() {
      ProblemType refusal =
          switch (status) {
            case 200 -> null;
            case 400 -> ProblemType.INVALID_PARAMETER;
            case 404 -> ProblemType.NOT_FOUND;
            case 410 -> ProblemType.GONE;
            default -> ProblemType.UNAVAILABLE;
          };
      if (refusal == null) {
        return body;
      }
      String detail = body.path("detail").asText();
      throw refusal.because(new Text(detail, detail), List.of());
    }
  }

  /** Asks for all of them at once, in the language of the page, and waits. */
  List<Answer> ask(Exchange exchange, List<String> paths) {
    List<CompletableFuture<Answer>> asked =
        paths.stream().map(path -> ask(exchange, path)).toList();
    try {
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw ProblemType.UNAVAILABLE
          .because("The API does not answer at the moment.", "L’API ne répond pas en ce moment.")
          .retryAfter(2);
    }
  }

  private CompletableFuture<Answer> ask(Exchange exchange, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(loopback.address(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Accept-Language", exchange.language().tag())
            .header("X-Request-Id", exchange.requestId())
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(response -> new Answer(response.statusCode(), json(response.body())));
  }

  private static JsonNode json(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

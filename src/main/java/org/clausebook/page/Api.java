package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clausebook.http.Exchange;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.http.traffic.Loopback;
import org.clausebook.http.traffic.Loopback.Answer;

/** The public API, asked as any client asks it: through HTTP, by address, for JSON. */
@ApplicationScoped
class Api {

  private final Loopback loopback;

  Api(Loopback loopback) {
    this.loopback = loopback;
  }

  /** The body of an answer; what the API refuses, the page refuses in the same words. */
  static JsonNode orRefuse(Answer answer) {
    ProblemType refusal =
        switch (answer.status()) {
          case 200 -> null;
          case 400 -> ProblemType.INVALID_PARAMETER;
          case 404 -> ProblemType.NOT_FOUND;
          case 410 -> ProblemType.GONE;
          default -> ProblemType.UNAVAILABLE;
        };
    if (refusal == null) {
      return answer.body();
    }
    String detail = answer.body().path("detail").asText();
    throw refusal.because(new Text(detail, detail), List.of());
  }

  /** Asks for all of them at once, in the language of the page, and waits. */
  List<Answer> ask(Exchange exchange, List<String> paths) {
    Map<String, String> headers =
        Map.of("Accept-Language", exchange.language().tag(), "X-Request-Id", exchange.requestId());
    List<CompletableFuture<Answer>> asked =
        paths.stream().map(path -> loopback.ask(path, headers)).toList();
    try {
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw ProblemType.UNAVAILABLE
          .because("The API does not answer at the moment.", "L’API ne répond pas en ce moment.")
          .retryAfter(2);
    }
  }
}

package org.clausebook.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * What fails outside any resource. The router refuses what is no address before a filter is asked,
 * and what handlers of the framework throw never comes to an exception mapper; both would be told
 * without a word.
 */
@ApplicationScoped
class RouterFailures {

  private static final Logger LOG = Logger.getLogger(RouterFailures.class);

  private final Negotiation negotiation;
  private final Answers answers;

  RouterFailures(Negotiation negotiation, Answers answers) {
    this.negotiation = negotiation;
    this.answers = answers;
  }

  void listen(@Observes Router router) {
    router.errorHandler(400, this::tell).errorHandler(404, this::tell);
    router.route().order(-Gateway.PRIORITY).failureHandler(this::tell);
  }

  private void tell(RoutingContext routing) {
    if (routing.response().headWritten()) {
      routing.next();
      return;
    }
    Exchange exchange = Exchange.of(routing);
    if (exchange == null) {
      exchange = negotiation.refusing(routing, EveryAnswer.requestId(routing.request()));
    }
    EveryAnswer.dress(routing.response(), exchange.requestId());
    answers.send(exchange, problem(routing, exchange));
  }

  private static Problem problem(RoutingContext routing, Exchange exchange) {
    return switch (routing.statusCode()) {
      case 400 ->
          ProblemType.MALFORMED_REQUEST.because(
              "The address is not percent-encoded, or Host is not the name of a host.",
              "L’adresse n’est pas codée par pourcentages, ou Host n’est pas le nom d’un hôte.");
      case 404 ->
          ProblemType.NOT_FOUND.because(
              "There is nothing at this address.", "Il n’y a rien à cette adresse.");
      case 413 ->
          ProblemType.CONTENT_TOO_LARGE.because(
              "The content is over the limit.", "Le contenu dépasse la limite.");
      default -> {
        LOG.errorf(routing.failure(), "Request %s failed: our own fault", exchange.requestId());
        yield ExceptionMappers.internalError(exchange);
      }
    };
  }
}

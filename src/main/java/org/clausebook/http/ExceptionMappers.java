package org.clausebook.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes a problem. */
class ExceptionMappers {

  private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

  /**
   * Classes of states, and two single ones: a lock that is not to be had in time, and what the
   * driver says when it is cut short while it connects.
   */
  private static final Set<String> TRANSIENT_STATES =
      Set.of("08", "28", "53", "55P03", "57", "58", "99999");

  private static final String READ_ONLY = "25006";

  private final Exchanges exchanges;
  private final AnotherReading anotherReading;

  ExceptionMappers(Exchanges exchanges, AnotherReading anotherReading) {
    this.exchanges = exchanges;
    this.anotherReading = anotherReading;
  }

  @ServerExceptionMapper
  public RestResponse<Problem> problem(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.type().status())
        .entity(problem)
        .build();
  }

  @ServerExceptionMapper
  public RestResponse<?> refused(WebApplicationException e) {
    if (e instanceof ClientErrorException && e.getResponse().getStatus() == 404) {
      return problem(
          ProblemType.NOT_FOUND.because(
              "There is nothing at this address.", "Il n’y a rien à cette adresse."));
    }
    if (e.getResponse().getStatus() == 415) {
      return problem(
          ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
              "The content is not in a supported format.",
              "Le contenu n’est pas dans un format pris en charge."));
    }
    if (e.getResponse().getStatus() < 500) {
      return problem(
          ProblemType.MALFORMED_REQUEST.because(
              "The request or its content cannot be read.",
              "La requête ou son contenu ne peut pas être lu."));
    }
    return failed(e);
  }

  /** Content that cannot be read to its end: its sender has gone. */
  @ServerExceptionMapper
  public RestResponse<Problem> unread(IOException e) {
    LOG.debugf("Content was not read to its end: %s", e.getMessage());
    return problem(
        ProblemType.MALFORMED_REQUEST.because(
            "The content ends before it should.", "Le contenu s’arrête avant la fin."));
  }

  @ServerExceptionMapper
  public RestResponse<?> failed(Throwable e) {
    Exchange exchange = exchanges.current();
    SQLException fault = databaseFault(e);
    Problem unavailable = fault == null ? null : unavailable(fault);
    if (unavailable != null) {
      if (anotherReading.isDue(exchange, fault.getSQLState())) {
        return RestResponse.ok(AnotherReading.Due.AGAIN);
      }
      LOG.warnf(
          "Request %s answered 503, the database does not serve: %s",
          exchange.requestId(), fault.getMessage());
      return problem(unavailable);
    }
    LOG.errorf(e, "Request %s failed: a fault of the application", exchange.requestId());
    return problem(internalError(exchange));
  }

  static Problem internalError(Exchange exchange) {
    return ProblemType.INTERNAL_ERROR.because(
        "Something went wrong on our side; report it as request %s.",
        "Une erreur s’est produite de notre côté ; signalez-la sous la requête %s.",
        exchange.requestId());
  }

  /** What the database, its driver or the pool of connections complained about; null for none. */
  private static SQLException databaseFault(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause() == at ? null : at.getCause()) {
      if (at instanceof SQLException fault) {
        return fault;
      }
    }
    return null;
  }

  /** Null where the fault is ours. The pool gives up without a state. */
  private static Problem unavailable(SQLException fault) {
    String state = fault.getSQLState();
    if (state == null || TRANSIENT_STATES.stream().anyMatch(state::startsWith)) {
      return ProblemType.UNAVAILABLE
          .because(
              "The database does not answer at the moment.",
              "La base de données ne répond pas en ce moment.")
          .retryAfter(2);
    }
    if (state.equals(READ_ONLY)) {
      return ProblemType.UNAVAILABLE
          .because(
              "The database takes no changes at the moment; reading goes on.",
              "La base de données n’admet aucune modification en ce moment ; la lecture reste possible.")
          .retryAfter(10);
    }
    return null;
  }
}

package org.clausebook.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.clausebook.http.cache.Rendering;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.traffic.Traffic;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Takes whatever a resource returns or an exception became, and hands it to the answers. */
@Provider
@Priority(1)
@Produces(MediaType.WILDCARD)
class AnswerWriter implements ServerMessageBodyWriter<Object> {

  private final Answers answers;
  private final Exchanges exchanges;
  private final AnotherReading anotherReading;
  private final Traffic traffic;

  AnswerWriter(
      Answers answers, Exchanges exchanges, AnotherReading anotherReading, Traffic traffic) {
    this.answers = answers;
    this.exchanges = exchanges;
    this.anotherReading = anotherReading;
    this.traffic = traffic;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return true;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public void writeResponse(Object answer, Type generic, ServerRequestContext context) {
    // The headers are those of the answer, not those Quarkus REST would add when it commits.
    context.serverResponse().setPreCommitListener(committing -> {});
    Exchange exchange = exchanges.current();
    if (answer instanceof Problem problem) {
      Rendering.told(exchange, waiting -> answers.send(waiting, problem));
      answers.send(exchange, problem);
    } else if (answer == AnotherReading.Due.AGAIN) {
      anotherReading.begin(exchange, context);
    } else if (answer instanceof Written written) {
      answers.send(exchange, written);
    } else if (answer instanceof Streamed stream) {
      traffic.countOut(exchange.routing());
      stream.open(exchange);
    } else {
      Rendered rendered = answers.render(answer, exchange);
      Rendering.finished(exchange, rendered, waiting -> answers.send(waiting, rendered));
      answers.send(exchange, rendered);
    }
  }

  @Override
  public void writeTo(
      Object answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream stream) {
    throw new UnsupportedOperationException("Answers are written to the response itself");
  }
}

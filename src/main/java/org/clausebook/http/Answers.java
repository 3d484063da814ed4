package org.clausebook.http;

import io.quarkus.arc.All;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.cache.Changes;
import org.clausebook.http.cache.Rendering;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.conditional.Preconditions;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** From what a resource serves to what goes over the wire. */
@ApplicationScoped
public class Answers {

  private static final Map<String, String> HEADER_RELATIONS =
      Map.of(
          "citeAs",
          "cite-as",
          "first",
          "first",
          "next",
          "next",
          "serviceDesc",
          "service-desc",
          "serviceDoc",
          "service-doc",
          "latest",
          "latest-version",
          "license",
          "license");

  /** Pages bring everything they need; nothing inline is run or applied. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Swagger UI styles its elements itself. */
  private static final String SWAGGER_UI = "/swagger-ui";

  private static final String SWAGGER_UI_POLICY =
      PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  private static final CharSequence VARY =
      HttpHeaders.createOptimized("Accept, Accept-Language, Accept-Encoding");

  static final CharSequence FOR_EVER =
      HttpHeaders.createOptimized("public, max-age=31536000, immutable");

  private static final CharSequence LINK = HttpHeaders.createOptimized("Link");

  private final List<Renderer> renderers;
  private final List<ProblemPage> problemPages;
  private final HttpConfig config;
  private final Changes changes;
  private final CharSequence ordinarily;

  Answers(
      @All List<Renderer> renderers,
      @All List<ProblemPage> problemPages,
      HttpConfig config,
      Changes changes) {
    this.changes = changes;
    this.renderers = renderers;
    this.problemPages = problemPages;
    this.config = config;
    this.ordinarily = maxAge(config.maxAge().toSeconds());
  }

  Rendered render(Object answer, Exchange exchange) {
    if (answer instanceof Content content) {
      return rendered(content, links(content, exchange.addresses()));
    }
    try {
      for (Renderer renderer : renderers) {
        if (renderer.mediaType().equals(exchange.mediaType()) && renderer.renders(answer)) {
          return new Rendered(
              renderer.render(answer, exchange),
              typed(exchange.mediaType()),
              exchange.language().tag(),
              links(answer, exchange.addresses()));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("The answer cannot be written", e);
    }
    throw new IllegalStateException("Nothing renders " + answer + " as " + exchange.mediaType());
  }

  /** An answer as it would go over the wire, to be kept and sent later. */
  public Content content(Object answer, Exchange exchange) {
    return new Content(
        Buffer.buffer(render(answer, exchange).body(false).getBytes()),
        exchange.mediaType(),
        exchange.language().tag());
  }

  /** One line of JSON, for what is not an answer of its own. */
  public static String json(Object value, Exchange exchange) {
    try {
      return Json.writer(exchange.language(), exchange.addresses()).writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException("A view can always be written", e);
    }
  }

  /** The tags that an answer is served with in one language: plain, then compressed. */
  public List<EntityTag> tags(Object answer, Exchange exchange) {
    Rendered rendered = render(answer, exchange);
    return List.of(rendered.tag(false), rendered.tag(true));
  }

  /** The tags that ready content is served with: plain, then compressed. */
  public static List<EntityTag> tags(Content content) {
    Rendered rendered = rendered(content, null);
    return List.of(rendered.tag(false), rendered.tag(true));
  }

  private static Rendered rendered(Content content, String links) {
    return new Rendered(
        content.bytes().getBytes(), typed(content.mediaType()), content.languages(), links);
  }

  /** Sends an answer, or that it has not changed, or that a precondition failed. */
  void send(Exchange exchange, Rendered rendered) {
    if (!exchange.claim()) {
      return;
    }
    HttpServerResponse response = exchange.routing().response();
    EntityTag tag = rendered.tag(exchange.gzip());
    Preconditions.Outcome outcome = exchange.preconditions().forReading(tag);
    if (outcome == Preconditions.Outcome.FAILED) {
      write(exchange, failedPrecondition());
      return;
    }
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.ETAG, rendered.tagField(exchange.gzip()));
    headers.set(HttpHeaders.CACHE_CONTROL, cacheControl(exchange));
    headers.set(HttpHeaders.VARY, VARY);
    long silence = changes.silence().toSeconds();
    if (silence > 0) {
      headers.set(HttpHeaders.AGE, Long.toString(silence));
    }
    if (rendered.links() != null) {
      headers.set(LINK, rendered.links());
    }
    if (rendered.languages() != null) {
      headers.set(HttpHeaders.CONTENT_LANGUAGE, rendered.languages());
    }
    // On a 304 too: its headers replace those that the browser has kept with the page.
    if (rendered.contentType().startsWith(MediaTypes.HTML)) {
      boolean swaggerUi = exchange.addresses().path().equals(SWAGGER_UI);
      headers.set("Content-Security-Policy", swaggerUi ? SWAGGER_UI_POLICY : PAGE_POLICY);
    }
    if (outcome == Preconditions.Outcome.NOT_MODIFIED) {
      response.setStatusCode(304).end();
      return;
    }
    headers.set(HttpHeaders.CONTENT_TYPE, rendered.contentType());
    if (rendered.isCompressed(exchange.gzip())) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    end(response, rendered.body(exchange.gzip()));
  }

  /** The length is told to HEAD, too, to which the server sends nothing else. */
  private static void end(HttpServerResponse response, Buffer body) {
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    response.end(body);
  }

  /** Sends an answer that is kept already, to everybody who waits for it too. */
  void sendAll(Exchange exchange, Rendered rendered) {
    Rendering.told(exchange, waiting -> send(waiting, rendered));
    send(exchange, rendered);
  }

  /** Sends what a write came to. */
  void send(Exchange exchange, Written written) {
    HttpServerResponse response = exchange.routing().response();
    response.setStatusCode(written.status());
    if (written.tag() != null) {
      response.putHeader("ETag", written.tag().toString());
    }
    if (written.location() != null) {
      response.putHeader("Location", exchange.addresses().absolute(written.location()));
    }
    response.putHeader("Cache-Control", "no-store");
    response.putHeader(HttpHeaders.VARY, VARY);
    if (written.report() == null) {
      response.end();
      return;
    }
    Rendered report = rendered(written.report(), null);
    response.putHeader("Content-Type", report.contentType());
    response.putHeader("Content-Language", report.languages());
    if (report.isCompressed(exchange.gzip())) {
      response.putHeader("Content-Encoding", "gzip");
    }
    end(response, report.body(exchange.gzip()));
  }

  void send(Exchange exchange, Problem problem) {
    if (exchange.claim()) {
      write(exchange, problem);
    }
  }

  private void write(Exchange exchange, Problem problem) {
    HttpServerResponse response = exchange.routing().response();
    response.setStatusCode(problem.type().status());
    problem.headers().forEach(response::putHeader);
    response.putHeader("Content-Language", exchange.language().tag());
    response.putHeader(HttpHeaders.VARY, VARY);
    response.putHeader("Cache-Control", "no-store");
    Buffer body;
    if (exchange.isForPeople() && !problemPages.isEmpty()) {
      response.putHeader("Content-Type", typed(MediaTypes.HTML));
      response.putHeader("Content-Security-Policy", PAGE_POLICY);
      body = Buffer.buffer(problemPages.get(0).of(problem, exchange));
    } else {
      response.putHeader("Content-Type", MediaTypes.PROBLEM);
      body = Buffer.buffer(body(problem, exchange));
    }
    if (problem.type() == ProblemType.CONTENT_TOO_LARGE
        || problem.headers().containsKey("Connection")) {
      Parting.with(body, exchange.routing());
    } else {
      end(response, body);
    }
  }

  static Problem failedPrecondition() {
    return ProblemType.PRECONDITION_FAILED.because(
        "The representation is not the one that If-Match names.",
        "La représentation n’est pas celle que nomme If-Match.");
  }

  private byte[] body(Problem problem, Exchange exchange) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.type().uri(config.publicUrl()));
    body.put("title", problem.type().title());
    body.put("status", problem.type().status());
    body.put("detail", problem.detail());
    body.put("instance", "urn:clausebook:request:" + exchange.requestId());
    if (!problem.faults().isEmpty()) {
      body.put("errors", problem.faults());
    }
    body.putAll(problem.extensions());
    try {
      return Json.writer(exchange.language(), exchange.addresses()).writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalStateException("A problem can always be written", e);
    }
  }

  private CharSequence cacheControl(Exchange exchange) {
    return switch (exchange.lifetime()) {
      case FOR_EVER -> FOR_EVER;
      case UNTIL_PUBLICATION -> ordinarily;
      case TODAY -> {
        long left = 86_400 - System.currentTimeMillis() / 1000 % 86_400;
        yield left < config.maxAge().toSeconds() ? maxAge(left) : ordinarily;
      }
    };
  }

  private static CharSequence maxAge(long seconds) {
    return HttpHeaders.createOptimized(
        "public, max-age="
            + seconds
            + ", stale-while-revalidate="
            + seconds
            + ", stale-if-error=86400");
  }

  private static String links(Object answer, Addresses addresses) {
    if (!(answer instanceof Linked linked)) {
      return null;
    }
    List<String> links = new ArrayList<>();
    linked
        .links()
        .forEach(
            (relation, link) -> {
              String registered = HEADER_RELATIONS.get(relation);
              if (registered != null) {
                links.add("<" + addresses.absolute(link) + ">; rel=\"" + registered + '"');
              }
            });
    return links.isEmpty() ? null : String.join(", ", links);
  }

  private static String typed(String mediaType) {
    return mediaType.startsWith("text/") && !mediaType.contains(";")
        ? mediaType + "; charset=utf-8"
        : mediaType;
  }
}

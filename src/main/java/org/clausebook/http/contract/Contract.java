package org.clausebook.http.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.Suggestion;

/**
 * The contract, not only published but enforced: requests are matched to its paths, methods and
 * media types and checked against its parameters before any resource sees them.
 */
@ApplicationScoped
public class Contract {

  private static final String RESOURCE = "META-INF/quarkus-generated-openapi-doc.";

  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

  /** Written in one way only: an address more would be another of the same thing. */
  private static final String NUMBER = "[1-9][0-9]*";

  private final JsonNode document;
  private final Map<String, Route> literal = new LinkedHashMap<>();
  private final List<Route> templates = new ArrayList<>();

  Contract() throws IOException {
    document = withoutExamples(json());
    document
        .get("paths")
        .properties()
        .forEach(
            path -> {
              Route route = route(path.getKey(), path.getValue());
              if (path.getKey().contains("{")) {
                templates.add(route);
              } else {
                literal.put(path.getKey(), route);
              }
            });
    // A literal segment wins over a parameter.
    templates.sort(Comparator.comparing((Route route) -> route.template().replace('{', '\uffff')));
  }

  /** The path of the contract that an address falls under. */
  public Optional<Route> route(String path) {
    Route exact = literal.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (Route route : templates) {
      if (route.pattern().matcher(path).matches()) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  public byte[] json() throws IOException {
    return read("JSON");
  }

  public byte[] yaml() throws IOException {
    return read("YAML");
  }

  /** As published, but for the examples of content: most of it, and nothing is held to them. */
  public JsonNode document() {
    return document;
  }

  /** Everything that is wrong with the parameters of a request. */
  public List<Fault> faults(Operation operation, MultiMap query) {
    List<Fault> faults = new ArrayList<>();
    for (String name : query.names()) {
      Parameter parameter = operation.query().get(name);
      if (parameter == null) {
        faults.add(Fault.parameter(shown(name), unknown(name, operation)));
        continue;
      }
      List<String> values = query.getAll(name);
      if (values.size() > 1) {
        faults.add(
            Fault.parameter(name, Text.of("Give it once only.", "Ne le donnez qu’une fois.")));
      } else {
        parameter.fault(values.get(0)).ifPresent(fault -> faults.add(Fault.parameter(name, fault)));
      }
    }
    operation
        .query()
        .forEach(
            (name, parameter) -> {
              if (parameter.isRequired() && !query.contains(name)) {
                faults.add(
                    Fault.parameter(
                        name,
                        Text.of("This parameter is needed.", "Ce paramètre est nécessaire.")));
              }
            });
    return faults;
  }

  /** What a client sent, as far as it can be shown in an answer. */
  public static String shown(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }

  private static Text unknown(String name, Operation operation) {
    String clean = shown(name);
    String allowed = String.join(", ", operation.query().keySet());
    return Suggestion.nearest(clean, operation.query().keySet())
        .map(
            near ->
                Text.of(
                    "There is no parameter '%s' here; did you mean '%s'? Allowed are: %s.",
                    "Il n’y a pas ici de paramètre « %s » ; vouliez-vous dire « %s » ? Sont admis : %s.",
                    clean,
                    near,
                    allowed))
        .orElseGet(
            () ->
                Text.of(
                    "There is no parameter '%s' here. Allowed are: %s.",
                    "Il n’y a pas ici de paramètre « %s ». Sont admis : %s.", clean, allowed));
  }

  private Route route(String template, JsonNode path) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (String method : List.of("get", "put", "post", "delete")) {
      if (path.has(method)) {
        operations.put(method.toUpperCase(Locale.ROOT), operation(path.get(method)));
      }
    }
    String pattern =
        PLACE
            .matcher(template)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        "\\E" + (isNumber(place.group(1), path) ? NUMBER : "[^/]+") + "\\Q"));
    return new Route(template, Pattern.compile("\\Q" + pattern + "\\E"), operations);
  }

  private boolean isNumber(String name, JsonNode path) {
    return path.findValues("parameters").stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .map(this::resolve)
        .filter(each -> each.path("in").asText().equals("path"))
        .filter(each -> each.path("name").asText().equals(name))
        .anyMatch(each -> resolve(each.path("schema")).path("type").asText().equals("integer"));
  }

  private Operation operation(JsonNode node) {
    Map<String, Parameter> query = new LinkedHashMap<>();
    for (JsonNode each : node.path("parameters")) {
      JsonNode parameter = resolve(each);
      if (parameter.path("in").asText().equals("query")) {
        query.put(
            parameter.get("name").asText(),
            new Parameter(
                parameter.path("required").asBoolean(),
                resolve(parameter.get("schema")),
                parameter.path("example").asText(parameter.at("/schema/examples/0").asText())));
      }
    }
    List<String> produces = new ArrayList<>();
    for (String status : List.of("200", "201")) {
      resolve(node.path("responses").path(status))
          .path("content")
          .fieldNames()
          .forEachRemaining(
              type -> {
                if (!produces.contains(type)) {
                  produces.add(type);
                }
              });
    }
    List<String> consumes = new ArrayList<>();
    resolve(node.path("requestBody")).path("content").fieldNames().forEachRemaining(consumes::add);
    return new Operation(node.path("operationId").asText(), query, produces, consumes);
  }

  private JsonNode resolve(JsonNode node) {
    return resolve(node, document);
  }

  /** What a node says itself, or where it refers to in its document. */
  static JsonNode resolve(JsonNode node, JsonNode document) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = document.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }

  private static JsonNode withoutExamples(byte[] json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    TokenFilter kept =
        new TokenFilter() {
          @Override
          public TokenFilter includeProperty(String name) {
            return switch (name) {
              case "examples" -> null;
              case "parameters" -> TokenFilter.INCLUDE_ALL;
              default -> this;
            };
          }
        };
    try (JsonParser parser =
        new FilteringParserDelegate(
            mapper.createParser(json), kept, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
      return mapper.readTree(parser);
    }
  }

  private static byte[] read(String format) throws IOException {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE + format)) {
      if (in == null) {
        throw new IOException("The contract was not generated into the application");
      }
      return in.readAllBytes();
    }
  }
}

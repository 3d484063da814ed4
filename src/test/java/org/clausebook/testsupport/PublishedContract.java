package org.clausebook.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The committed contract, as tests hold answers against it. */
public final class PublishedContract {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final PublishedContract COMMITTED = read(Path.of("openapi/openapi.json"));

  private final JsonNode document;
  private final JsonNode strictComponents;
  private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** An operation with where it stands. */
  public record Operation(String method, String template, JsonNode node) {
    @Override
    public String toString() {
      return id();
    }

    public String id() {
      return node.path("operationId").asText();
    }
  }

  private PublishedContract(JsonNode document) {
    this.document = document;
    ObjectNode components = MAPPER.createObjectNode();
    components.set("schemas", document.at("/components/schemas").deepCopy());
    close(components);
    this.strictComponents = components;
  }

  public static PublishedContract committed() {
    return COMMITTED;
  }

  public static PublishedContract read(Path file) {
    try {
      return new PublishedContract(MAPPER.readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  /** The operation that answers; HEAD is answered wherever GET is. */
  public Optional<Operation> operation(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<Operation> matching =
        operations().stream().filter(each -> matches(each.template(), path)).toList();
    // A literal segment wins over a parameter, whatever the method.
    return matching.stream()
        .map(Operation::template)
        .min(Comparator.comparing(each -> each.replace('{', '\uffff')))
        .flatMap(
            template ->
                matching.stream()
                    .filter(each -> each.template().equals(template))
                    .filter(each -> each.method().equals(wanted))
                    .findFirst());
  }

  public boolean hasPath(String path) {
    // What is escaped is no address of ours.
    return path.indexOf('%') < 0
        && path.indexOf(';') < 0
        && operations().stream().anyMatch(each -> matches(each.template(), path));
  }

  public JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = document.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }

  /**
   * The parameters of an operation.
   *
   * @param in where they stand: {@code path}, {@code query} or {@code header}
   */
  public List<JsonNode> parameters(Operation operation, String in) {
    List<JsonNode> parameters = new ArrayList<>();
    for (JsonNode each : operation.node().path("parameters")) {
      JsonNode parameter = resolve(each);
      if (parameter.path("in").asText().equals(in)) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /** What is wrong with an instance; members that the schema does not name are wrong. */
  public List<String> faults(JsonNode schema, JsonNode instance) {
    Set<ValidationMessage> messages =
        schemas.computeIfAbsent(schema, this::compile).validate(instance);
    return messages.stream().map(ValidationMessage::getMessage).collect(Collectors.toList());
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.set("components", strictComponents);
    root.putArray("allOf").add(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** Answers may grow members for clients, but for tests whatever is not documented is a fault. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.has("allOf")) {
      object.put("additionalProperties", false);
    }
    node.forEach(PublishedContract::close);
  }

  private static boolean matches(String template, String path) {
    return Pattern.matches(
        "\\Q" + template.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E", path);
  }
}

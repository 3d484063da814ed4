package org.clausebook.http.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Makes the schemas of the contract say what Java classes cannot. */
final class Schemas {

  private static final String PREFIX = "#/components/schemas/";

  /** Classes of the Java library: in the contract a format, not a component. */
  private static final Map<String, String> FORMATS =
      Map.of(
          "LocalDate", "date",
          "Instant", "date-time",
          "OffsetDateTime", "date-time",
          "URI", "uri");

  private static final Pattern PAGE = Pattern.compile("^(?:[A-Z][a-z]+)?Page(?:Of)?([A-Z].+)$");
  private static final int MAX_ITEMS = 1000;

  private final OpenAPI contract;

  Schemas(OpenAPI contract) {
    this.contract = contract;
  }

  void complete() {
    rename();
    forEach(this::complete);
    FORMATS.keySet().forEach(contract.getComponents()::removeSchema);
  }

  /** {@code DealPageClause}, a generic class to Java, is a page of clauses to everybody else. */
  private void rename() {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Schema> schemas = new TreeMap<>();
    contract
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              Matcher page = PAGE.matcher(name);
              if (page.matches()) {
                String plain = page.group(1) + "Page";
                names.put(PREFIX + name, PREFIX + plain);
                Schema said = contract.getComponents().getSchemas().get(plain);
                if (said != null) {
                  schema.setRequired(said.getRequired());
                }
                if (schema.getDescription() == null) {
                  schema.setDescription("One page of a collection, or all of it.");
                }
                schemas.put(plain, schema);
              } else {
                schemas.putIfAbsent(name, schema);
              }
            });
    forEach(
        schema -> {
          if (schema.getRef() != null) {
            schema.setRef(names.getOrDefault(schema.getRef(), schema.getRef()));
          }
        });
    contract.getComponents().setSchemas(schemas);
  }

  private void complete(Schema schema) {
    String ref = schema.getRef();
    if (ref != null) {
      String format = FORMATS.get(ref.substring(PREFIX.length()));
      schema.setType(null);
      if (format != null) {
        schema.setRef(null);
        schema.setType(List.of(SchemaType.STRING));
        schema.setFormat(format);
      }
    }
    if (schema.getType() == null) {
      return;
    }
    if (schema.getType().contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(MAX_ITEMS);
    }
    if (schema.getEnumeration() != null) {
      // Values may be added within a version; tools know the fact by this name.
      schema.addExtension("x-extensible-enum", List.copyOf(schema.getEnumeration()));
    }
    if (schema.getType().contains(SchemaType.BOOLEAN) && schema.getExamples() == null) {
      schema.setExamples(List.of(true));
    }
    if (schema.getType().contains(SchemaType.INTEGER) && schema.getFormat() == null) {
      schema.setFormat("int32");
    }
  }

  /** Removes the components that nothing refers to. */
  void prune() {
    Set<String> used = new TreeSet<>();
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Consumer<Schema> follow =
        new Consumer<>() {
          @Override
          public void accept(Schema schema) {
            if (schema.getRef() != null && used.add(schema.getRef())) {
              visit(
                  contract
                      .getComponents()
                      .getSchemas()
                      .get(schema.getRef().substring(PREFIX.length())),
                  this,
                  seen);
            }
          }
        };
    Set<String> headers = new TreeSet<>();
    contract
        .getPaths()
        .getPathItems()
        .values()
        .forEach(
            path ->
                path.getOperations()
                    .values()
                    .forEach(
                        operation -> {
                          visit(operation, follow, seen);
                          operation
                              .getResponses()
                              .getAPIResponses()
                              .values()
                              .forEach(response -> headers(response, headers));
                        }));
    for (APIResponse response : contract.getComponents().getResponses().values()) {
      visit(response.getContent(), follow, seen);
      headers(response, headers);
    }
    List.copyOf(contract.getComponents().getSchemas().keySet()).stream()
        .filter(name -> !used.contains(PREFIX + name))
        .forEach(contract.getComponents()::removeSchema);
    List.copyOf(contract.getComponents().getHeaders().keySet()).stream()
        .filter(name -> !headers.contains("#/components/headers/" + name))
        .forEach(contract.getComponents()::removeHeader);
  }

  private static void headers(APIResponse response, Set<String> used) {
    if (response.getHeaders() != null) {
      response.getHeaders().values().stream()
          .map(Header::getRef)
          .filter(Objects::nonNull)
          .forEach(used::add);
    }
  }

  /** Visits every schema of the document once. */
  private void forEach(Consumer<Schema> visitor) {
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    contract.getComponents().getSchemas().values().forEach(each -> visit(each, visitor, seen));
    contract
        .getPaths()
        .getPathItems()
        .values()
        .forEach(
            path ->
                path.getOperations()
                    .values()
                    .forEach(operation -> visit(operation, visitor, seen)));
  }

  private static void visit(Operation operation, Consumer<Schema> visitor, Set<Schema> seen) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(each -> visit(each.getSchema(), visitor, seen));
    }
    if (operation.getRequestBody() != null) {
      visit(operation.getRequestBody().getContent(), visitor, seen);
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(response -> visit(response.getContent(), visitor, seen));
  }

  private static void visit(Content content, Consumer<Schema> visitor, Set<Schema> seen) {
    if (content != null) {
      content
          .getMediaTypes()
          .values()
          .forEach(mediaType -> visit(mediaType.getSchema(), visitor, seen));
    }
  }

  private static void visit(Schema schema, Consumer<Schema> visitor, Set<Schema> seen) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    visitor.accept(schema);
    List<Schema> below = new ArrayList<>();
    if (schema.getProperties() != null) {
      below.addAll(schema.getProperties().values());
    }
    below.add(schema.getItems());
    below.add(schema.getAdditionalPropertiesSchema());
    for (List<Schema> parts :
        Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
      if (parts != null) {
        below.addAll(parts);
      }
    }
    below.forEach(each -> visit(each, visitor, seen));
  }
}

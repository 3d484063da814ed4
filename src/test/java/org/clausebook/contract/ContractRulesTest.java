package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;
import org.junit.jupiter.api.Test;

/**
 * The rules of {@code openapi/ruleset.yaml}, and those that it cannot say, for builds without
 * Node.js. Numbers are those of the checklist.
 */
class ContractRulesTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();
  private static final JsonNode DOCUMENT = CONTRACT.document();
  private static final JsonNode SCHEMAS = DOCUMENT.at("/components/schemas");
  private static final Pattern OPERATION_ID =
      Pattern.compile("(get|list|search|compare|stream|publish|remove|withdraw)[A-Z][A-Za-z]*");
  private static final Pattern PATH =
      Pattern.compile("/|(/([a-z0-9]+([.-][a-z0-9]+)*|\\{[a-z][A-Za-z]*}))+");

  /** Too long to be shown, or without an end. */
  private static final Set<String> WHOLE =
      Set.of(
          "getContract",
          "getDossier",
          "getReferenceDossier",
          "getRevision",
          "getReferenceRevision",
          "streamChanges");

  private final List<String> offenders = new ArrayList<>();

  @Test
  void o01VersionIsSaid() {
    assertTrue(DOCUMENT.path("openapi").asText().matches("3\\.1\\.[0-9]+"));
    assertTrue(DOCUMENT.path("jsonSchemaDialect").isMissingNode());
  }

  @Test
  void o02OperationsAreNamedByAVerbAndANoun() {
    Set<String> ids = new HashSet<>();
    check(operation -> OPERATION_ID.matcher(operation.id()).matches());
    check(operation -> ids.add(operation.id()));
    assertNone();
  }

  @Test
  void o03EveryOperationHasOneTagThatIsDescribed() {
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : DOCUMENT.path("tags")) {
      assertFalse(tag.path("description").asText().isBlank(), tag::toString);
      tags.add(tag.path("name").asText());
    }
    assertEquals(List.copyOf(new TreeSet<>(tags)), tags);
    check(
        operation ->
            operation.node().path("tags").size() == 1
                && tags.contains(operation.node().at("/tags/0").asText()));
    assertNone();
  }

  @Test
  void o04SummariesAreShortAndDescriptionsThere() {
    check(operation -> !operation.node().path("description").asText().isBlank());
    check(operation -> !operation.node().path("summary").asText().isBlank());
    check(operation -> operation.node().path("summary").asText().length() <= 60);
    assertNone();
  }

  @Test
  void o05ParametersAreDescribedBoundedAndExemplified() {
    for (Operation operation : CONTRACT.operations()) {
      for (JsonNode each : operation.node().path("parameters")) {
        JsonNode parameter = CONTRACT.resolve(each);
        JsonNode schema = CONTRACT.resolve(parameter.path("schema"));
        String name = operation.id() + '.' + parameter.path("name").asText();
        require(!parameter.path("description").asText().isBlank(), name + " is not described");
        boolean bounded =
            switch (schema.path("type").asText()) {
              case "integer" ->
                  schema.has("minimum") && schema.has("maximum") && schema.has("format");
              case "string" ->
                  schema.has("maxLength") || schema.has("enum") || schema.has("format");
              case "array" -> schema.has("maxItems");
              default -> true;
            };
        require(bounded, name + " has no bounds");
        // Choices speak for themselves, and no cursor can be made up.
        boolean speaks =
            schema.has("enum")
                || schema.path("type").asText().equals("boolean")
                || parameter.path("name").asText().equals("cursor");
        // An example of a parameter is what Swagger UI sends: of what may be left out, none is.
        boolean isRequired = parameter.path("required").asBoolean();
        require(
            speaks || (isRequired ? parameter.has("example") : !schema.path("examples").isEmpty()),
            name + " has no example");
        require(isRequired || !parameter.has("example"), name + " is sent unasked");
        boolean isFreeText = each.path("in").asText().equals("query") && schema.has("maxLength");
        require(!isFreeText || schema.has("pattern"), name + " has no pattern");
        String pattern = schema.path("pattern").asText("^$");
        require(pattern.startsWith("^") && pattern.endsWith("$"), name + " has an open pattern");
      }
    }
    assertNone();
  }

  /** Generators take an object of which nothing is said for one that is empty. */
  @Test
  void o12ObjectsSayWhatTheyHold() {
    for (JsonNode schema : DOCUMENT.findParents("type")) {
      boolean isObject = schema.path("type").asText().equals("object");
      require(
          !isObject || schema.has("properties") || schema.has("additionalProperties"),
          schema + " says nothing of its members");
    }
    assertNone();
  }

  @Test
  void o06ArraysEndAndIntegersFit() {
    everySchema(
        (place, schema) -> {
          require(!isA(schema, "array") || schema.has("maxItems"), place + " has no end");
          require(!isA(schema, "integer") || schema.has("format"), place + " has no format");
        });
    assertNone();
  }

  @Test
  void o07ErrorsAreSharedProblems() {
    for (Operation operation : CONTRACT.operations()) {
      operation
          .node()
          .path("responses")
          .properties()
          .forEach(
              response -> {
                String name = operation.id() + ' ' + response.getKey();
                if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
                  require(response.getValue().has("$ref"), name + " is not shared");
                  JsonNode problem =
                      CONTRACT
                          .resolve(response.getValue())
                          .at("/content/application~1problem+json");
                  require(problem.path("examples").size() >= 2, name + " has no examples");
                }
              });
      require(operation.node().path("responses").has("400"), operation + " has no 400");
    }
    assertNone();
  }

  @Test
  void o08o09AnswersDeclareTheirHeaders() {
    for (Operation operation : CONTRACT.operations()) {
      JsonNode responses = operation.node().path("responses");
      if (operation.method().equals("GET")) {
        require(responses.has("406"), operation + " has no 406");
        require(
            responses.has("304") || operation.id().startsWith("stream"), operation + " has no 304");
      } else {
        require(responses.has("412") && responses.has("428"), operation + " needs no If-Match");
      }
      headers(operation, "200", "Cache-Control", "Vary", "X-Request-Id");
      headers(operation, "201", "Location", "ETag");
      headers(operation, "304", "ETag", "Cache-Control", "Vary");
      headers(operation, "401", "WWW-Authenticate");
      headers(operation, "415", "Accept");
      headers(operation, "429", "Retry-After");
      headers(operation, "503", "Retry-After");
    }
    assertNone();
  }

  @Test
  void o10AnswersHaveAnExampleInEachLanguageAndMediaType() {
    for (Operation operation : CONTRACT.operations()) {
      for (String status : List.of("200", "201")) {
        CONTRACT
            .resolve(operation.node().path("responses").path(status))
            .path("content")
            .properties()
            .forEach(
                type -> {
                  // Pages for people, and what is read as a whole, are no examples of anything.
                  boolean isForMachines = !type.getKey().matches("text/(html|plain)");
                  List<String> names = new ArrayList<>();
                  type.getValue().path("examples").fieldNames().forEachRemaining(names::add);
                  require(
                      !isForMachines
                          || WHOLE.contains(operation.id())
                          || (names.stream().anyMatch(name -> name.endsWith("fr"))
                              && names.stream().anyMatch(name -> name.endsWith("en"))),
                      operation.id() + ' ' + status + ' ' + type.getKey() + " has no example");
                });
      }
      CONTRACT
          .resolve(operation.node().path("requestBody"))
          .path("content")
          .forEach(
              type ->
                  require(
                      !type.path("examples").isEmpty(),
                      operation.id() + " shows no content to send"));
    }
    assertNone();
  }

  @Test
  void o11MembersAreDescribedAndExemplified() {
    everySchema(
        (place, schema) ->
            schema
                .path("properties")
                .properties()
                .forEach(
                    member -> {
                      String name = place + '.' + member.getKey();
                      JsonNode own = member.getValue();
                      JsonNode resolved = CONTRACT.resolve(own);
                      require(
                          own.has("description") || resolved.has("description"),
                          name + " is not described");
                      boolean scalar =
                          Stream.of("string", "integer", "number", "boolean")
                              .anyMatch(type -> isA(own, type));
                      require(
                          !scalar || own.has("examples") || own.has("enum"),
                          name + " has no example");
                    }));
    assertNone();
  }

  @Test
  void o12SchemasAreNamedAsThingsAre() {
    SCHEMAS
        .properties()
        .forEach(
            schema -> {
              require(
                  schema
                      .getKey()
                      .matches(
                          "(?!.*(Dto|DTO|View|Entity|LocalDate|Instant$|OffsetDateTime|Impl$))[A-Z][A-Za-z]*"),
                  schema.getKey() + " is named after a class");
              require(schema.getValue().has("description"), schema.getKey() + " is not described");
            });
    everySchema(
        (place, schema) ->
            schema
                .path("properties")
                .properties()
                .forEach(
                    member -> {
                      require(
                          member.getKey().matches("[a-z][A-Za-z0-9]*|violated-policies"),
                          place + '.' + member.getKey() + " is not camelCase");
                      require(
                          !member.getValue().has("properties")
                              && !member.getValue().path("items").has("properties"),
                          place + '.' + member.getKey() + " is an object without a name");
                    }));
    assertNone();
  }

  @Test
  void o13o15AnswersMayGrowAndNullIsAType() {
    everySchema(
        (place, schema) -> {
          require(
              !schema.path("additionalProperties").isBoolean()
                  || schema.path("additionalProperties").asBoolean(),
              place + " may not grow");
          require(!schema.has("nullable"), place + " is of OpenAPI 3.0");
        });
    assertNone();
  }

  @Test
  void o14ChoicesInAnswersAreOpen() {
    assertTrue(DOCUMENT.at("/info/description").asText().contains("new values of an enumeration"));
    SCHEMAS
        .properties()
        .forEach(
            schema ->
                require(
                    !schema.getValue().has("enum") || schema.getValue().has("x-extensible-enum"),
                    schema.getKey() + " is not said to be open"));
    assertNone();
  }

  @Test
  void o16PublisherLicenceAndServersAreSaid() {
    JsonNode info = DOCUMENT.path("info");
    assertTrue(info.path("version").asText().matches("[0-9]+\\.[0-9]+\\.[0-9]+"));
    assertTrue(info.at("/contact/url").asText().startsWith("https://"));
    assertEquals("Apache-2.0", info.at("/license/identifier").asText());
    assertEquals("CC-BY-4.0", info.at("/x-data-license/identifier").asText());
    DOCUMENT
        .path("servers")
        .forEach(server -> assertTrue(server.path("url").asText().startsWith("https://")));
    assertFalse(DOCUMENT.path("servers").isEmpty());
  }

  @Test
  void o17WhoMayCallIsSaid() {
    check(operation -> operation.node().has("security"));
    check(
        operation ->
            operation.method().equals("GET")
                ? operation.node().path("security").isEmpty()
                : operation.node().at("/security/0/token/0").asText().matches("curator|admin"));
    assertNone();
  }

  @Test
  void o18PathsAreKebabCaseAndLeadToOneOperation() {
    Set<String> shapes = new HashSet<>();
    DOCUMENT
        .path("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              require(PATH.matcher(path).matches(), path + " is not kebab-case");
              require(shapes.add(path.replaceAll("\\{[^}]+}", "{}")), path + " is ambiguous");
            });
    assertNone();
  }

  @Test
  void o19DescriptionsRunNothing() {
    assertFalse(DOCUMENT.toString().matches("(?is).*(<script|eval\\().*"));
  }

  private void headers(Operation operation, String status, String... names) {
    JsonNode response = operation.node().path("responses").path(status);
    for (String name : names) {
      require(
          response.isMissingNode() || CONTRACT.resolve(response).path("headers").has(name),
          operation.id() + ' ' + status + " does not declare " + name);
    }
  }

  private void check(Predicate<Operation> rule) {
    CONTRACT.operations().stream().filter(rule.negate()).forEach(each -> offenders.add(each.id()));
  }

  private void require(boolean holds, String complaint) {
    if (!holds) {
      offenders.add(complaint);
    }
  }

  private void assertNone() {
    assertEquals(List.of(), offenders);
  }

  private static void everySchema(BiConsumer<String, JsonNode> visitor) {
    for (Map.Entry<String, JsonNode> schema : SCHEMAS.properties()) {
      visit(schema.getKey(), schema.getValue(), visitor);
    }
  }

  private static void visit(String place, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(place, schema);
    schema
        .path("properties")
        .properties()
        .forEach(member -> visit(place + '.' + member.getKey(), member.getValue(), visitor));
    if (schema.path("items").isObject()) {
      visit(place + "[]", schema.get("items"), visitor);
    }
  }

  private static boolean isA(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    return types.asText().equals(type)
        || StreamSupport.stream(types.spliterator(), false)
            .anyMatch(each -> each.asText().equals(type));
  }
}

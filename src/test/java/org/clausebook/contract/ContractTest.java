package org.clausebook.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;
import org.junit.jupiter.api.Test;

/** The document: the one that is committed, complete, consistent. */
@ClausebookTest
class ContractTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();

  @Test
  void servedContractIsTheCommittedOne() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(Path.of("openapi/openapi.yaml")), given().get("/openapi").asByteArray());
    assertArrayEquals(
        Files.readAllBytes(Path.of("openapi/openapi.json")),
        given().accept("application/json").get("/openapi").asByteArray());
    given().queryParam("format", "json").get("/openapi").then().contentType("application/json");
  }

  @Test
  void everyReferenceLeadsSomewhereAndNoComponentIsUnused() throws IOException {
    String document = Files.readString(Path.of("openapi/openapi.json"), StandardCharsets.UTF_8);
    TreeSet<String> used = new TreeSet<>();
    Matcher references = Pattern.compile("\"#(/components/[^\"]+)\"").matcher(document);
    while (references.find()) {
      used.add(references.group(1));
    }
    TreeSet<String> defined = new TreeSet<>();
    CONTRACT
        .document()
        .path("components")
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> defined.add("/components/" + kind.getKey() + '/' + name)));
    defined.removeIf(name -> name.startsWith("/components/securitySchemes/"));
    assertEquals(defined, used);
  }

  @Test
  void everyExampleIsValid() {
    List<String> faults = new ArrayList<>();
    examples(CONTRACT.document(), "#", faults);
    for (Operation operation : CONTRACT.operations()) {
      for (JsonNode each : operation.node().path("parameters")) {
        JsonNode parameter = CONTRACT.resolve(each);
        if (parameter.has("example")) {
          CONTRACT
              .faults(parameter.get("schema"), parameter.get("example"))
              .forEach(fault -> faults.add(operation.id() + ' ' + fault));
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everyParameterIsDescribedAndBounded() {
    List<String> loose = new ArrayList<>();
    for (Operation operation : CONTRACT.operations()) {
      for (JsonNode each : operation.node().path("parameters")) {
        JsonNode parameter = CONTRACT.resolve(each);
        JsonNode schema = CONTRACT.resolve(parameter.path("schema"));
        String name = operation.id() + '.' + parameter.path("name").asText();
        if (parameter.path("description").asText().isBlank()) {
          loose.add(name + " is not described");
        }
        boolean bounded =
            switch (schema.path("type").asText()) {
              case "integer" -> schema.has("minimum") && schema.has("maximum");
              case "string" ->
                  schema.has("maxLength") || schema.has("enum") || schema.has("format");
              case "array" -> schema.has("maxItems");
              default -> true;
            };
        if (!bounded) {
          loose.add(name + " has no bounds");
        }
        if (parameter.path("required").asBoolean() && !parameter.has("example")) {
          loose.add(name + " has no example");
        }
        String pattern = schema.path("pattern").asText("^$");
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
          loose.add(name + " has an open pattern");
        }
      }
    }
    assertEquals(List.of(), loose);
  }

  @Test
  void summaryForLanguageModelsNamesEveryOperation() {
    String summary = given().get("/llms.txt").then().contentType("text/plain").extract().asString();
    for (Operation operation : CONTRACT.operations()) {
      assertTrue(summary.contains(operation.node().path("summary").asText()), operation.id());
    }
  }

  @Test
  void swaggerUiBringsItsOwnPolicyAndKeepsNothingForADay() {
    given()
        .get("/swagger-ui")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .header("Cache-Control", containsString("max-age=60"));
    given()
        .redirects()
        .follow(false)
        .get("/assets/swagger-ui/")
        .then()
        .statusCode(308)
        .header("Location", containsString("/swagger-ui"));
    given().get("/assets/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
    given().get("/assets/swagger-ui.js").then().statusCode(200);
  }

  private static void examples(JsonNode node, String place, List<String> faults) {
    if (node.path("examples").isArray() && (node.has("type") || node.has("$ref"))) {
      for (JsonNode example : node.get("examples")) {
        CONTRACT.faults(node, example).forEach(fault -> faults.add(place + ' ' + fault));
      }
    }
    if (node.has("schema") && node.path("examples").isObject()) {
      node.get("examples")
          .forEach(
              example ->
                  CONTRACT
                      .faults(node.get("schema"), example.get("value"))
                      .forEach(fault -> faults.add(place + ' ' + fault)));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        examples(node.get(i), place + '/' + i, faults);
      }
    } else {
      node.properties()
          .forEach(each -> examples(each.getValue(), place + '/' + each.getKey(), faults));
    }
  }
}

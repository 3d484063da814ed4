package org.clausebook.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clausebook.http.HttpConfig;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the contract are what the service answers. When an answer changed on purpose, run
 * this test with {@code -Dclausebook.examples.write=true}, and review what it wrote.
 */
@ClausebookTest
class ExamplesTest {

  private static final Path FOLDER = Path.of("src/main/resources/examples");
  private static final PublishedContract CONTRACT = PublishedContract.committed();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final PrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator("")
                  .withObjectEmptySeparator(""))
          .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

  @Inject HttpConfig http;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void exampleIsWhatIsAnswered(Path file) throws IOException {
    ObjectNode example = (ObjectNode) MAPPER.readTree(Files.readString(file));
    if (Boolean.getBoolean("clausebook.examples.write")) {
      write(file, example);
    }
    for (var type : example.get("answers").properties()) {
      for (var answer : type.getValue().properties()) {
        JsonNode answered = ask(example, type.getKey(), answer.getKey());
        assertEquals(stable(answer.getValue()), stable(answered));
        assertEquals(List.of(), faults(file, example, type.getKey(), answer.getValue()));
      }
    }
  }

  /** In every media type that the contract offers and that is made for machines. */
  private void write(Path file, ObjectNode example) throws IOException {
    ObjectNode answers = example.putObject("answers");
    for (String type : types(file, example)) {
      for (String language : List.of("fr", "en")) {
        answers
            .withObject('/' + type.replace("/", "~1"))
            .set(language, ask(example, type, language));
      }
    }
    Files.writeString(file, MAPPER.writer(LAYOUT).writeValueAsString(example) + "\n");
  }

  private JsonNode ask(ObjectNode example, String type, String language) throws IOException {
    String request = example.get("request").asText();
    RequestSpecification asked =
        given().urlEncodingEnabled(false).accept(type).header("Accept-Language", language);
    String method = example.path("method").asText("GET");
    String path = request.replaceAll("[?].*", "");
    if (example.has("content")) {
      // A part may be new; the dossier is there already.
      String dossier = path.replaceFirst("/(clauses|implications|stakeholders)/.*", "/dossier");
      String tag = given().get(dossier).header("ETag");
      asked
          .header("Authorization", "Bearer " + TestIssuer.token("curator"))
          .header("Clausebook-Note", "An example")
          .header(tag == null ? "If-None-Match" : "If-Match", tag == null ? "*" : tag)
          .contentType("application/json")
          .body(MAPPER.writeValueAsBytes(example.get("content")));
    }
    String answer =
        asked
            .request(method, request)
            .then()
            .statusCode(example.path("status").asInt(200))
            .extract()
            .asString()
            .replace(http.publicUrl(), "https://clausebook.org");
    if (example.path("status").asInt() == 201) {
      given()
          .header("Authorization", "Bearer " + TestIssuer.token("admin"))
          .header("Clausebook-Note", "An example")
          .header("If-Match", given().get(path).header("ETag"))
          .delete(path)
          .then()
          .statusCode(204);
    }
    return type.endsWith("json") && !type.contains("ndjson")
        ? MAPPER.readTree(answer)
        : TextNode.valueOf(answer);
  }

  private static List<String> types(Path file, ObjectNode example) {
    List<String> types = new ArrayList<>();
    response(file, example).path("content").fieldNames().forEachRemaining(types::add);
    return types;
  }

  private static List<String> faults(Path file, ObjectNode example, String type, JsonNode answer) {
    JsonNode schema = response(file, example).at("/content").path(type).path("schema");
    return CONTRACT.faults(schema, answer);
  }

  private static JsonNode response(Path file, ObjectNode example) {
    String id = file.getFileName().toString().replace(".json", "");
    return CONTRACT.operations().stream()
        .filter(each -> each.id().equals(id))
        .map(each -> each.node().path("responses").path(example.path("status").asText("200")))
        .map(CONTRACT::resolve)
        .findFirst()
        .orElseThrow();
  }

  /** Without what this very database brought about: instants, numbers, and the sealed cursors. */
  private static String stable(JsonNode answer) {
    return answer
        .toPrettyString()
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "…")
        .replaceAll("\\b[0-9]{8}T[0-9]{6}Z", "…")
        .replaceAll("[0-9a-f]{64}", "…")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
        .replaceAll("(\"(dataset|previousRevision|revision)\" : )[0-9]+", "$1…")
        .replaceAll("(\\\\\"(dataset|number)\\\\\":)[0-9]+", "$1…")
        .replaceAll("(dataset|revisions|since|cursor)([=/])[A-Za-z0-9_-]+", "$1$2…");
  }
}

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
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clausebook.http.HttpConfig;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the contract are what the service answers. When an answer changed on purpose, run
 * this test with {@code -Dclausebook.examples.write=true}, and review what it wrote.
 */
@ClausebookTest
class ExamplesTest {

  private static final Path FOLDER = Path.of("src/main/resources/examples");
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
    for (String language : List.of("fr", "en")) {
      String answer =
          given()
              .urlEncodingEnabled(false)
              .header("Accept-Language", language)
              .get(example.get("request").asText())
              .then()
              .statusCode(200)
              .extract()
              .asString()
              .replace(http.publicUrl().toString(), "https://clausebook.org");
      if (Boolean.getBoolean("clausebook.examples.write")) {
        example.set(language, MAPPER.readTree(answer));
        Files.writeString(file, MAPPER.writer(LAYOUT).writeValueAsString(example) + "\n");
      }
      assertEquals(stable(example.get(language)), stable(MAPPER.readTree(answer)));
    }
  }

  /** Without what this very database brought about: instants, numbers, and the sealed cursors. */
  private static String stable(JsonNode answer) {
    return answer
        .toPrettyString()
        .replaceAll("\"(knownAt|publishedAt|hash)\" : \"[^\"]*\"", "\"$1\" : \"…\"")
        .replaceAll("\"dataset\" : [0-9]+", "\"dataset\" : …")
        .replaceAll("dataset=[0-9]+", "dataset=…")
        .replaceAll("cursor=[A-Za-z0-9_-]*", "cursor=…");
  }
}

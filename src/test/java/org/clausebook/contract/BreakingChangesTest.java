package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.clausebook.testsupport.PublishedContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Within /v1 a client that works today works tomorrow. */
class BreakingChangesTest {

  private static final JsonNode NOW = PublishedContract.committed().document();
  private static final String GET_CLAUSE = "/paths/~1v1~1deals~1{deal}~1clauses~1{clause}/get";

  /** A release copies {@code openapi/openapi.json} to {@code openapi/released.json}. */
  @Test
  void nothingBreaksWhatWasReleased() throws IOException {
    Path released = Path.of("openapi/released.json");
    Assumptions.assumeTrue(Files.exists(released), "Nothing has been released yet.");
    assertEquals(
        List.of(),
        BreakingChanges.between(new ObjectMapper().readTree(Files.readAllBytes(released)), NOW));
  }

  @Test
  void contractDoesNotBreakItself() {
    assertEquals(List.of(), BreakingChanges.between(NOW, NOW));
  }

  @Test
  void breakingChangesAreFound() {
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} is gone",
        after -> ((ObjectNode) after.at("/paths")).remove("/v1/deals/{deal}/clauses/{clause}"));
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} has another operationId",
        after -> ((ObjectNode) after.at(GET_CLAUSE)).put("operationId", "readClause"));
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} query asOf is gone",
        after ->
            ((ArrayNode) after.at(GET_CLAUSE + "/parameters"))
                .forEach(each -> rename(each, "asOf", "day")));
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} query asOf is now required",
        after -> after.at(GET_CLAUSE + "/parameters").forEach(each -> require(each, "asOf")));
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} 200 application/json.theme is gone",
        after -> ((ObjectNode) after.at("/components/schemas/Clause/properties")).remove("theme"));
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} 200 application/json.id changed from \"string\" to [\"string\",\"null\"]",
        after ->
            ((ObjectNode) after.at("/components/schemas/Clause/properties/id"))
                .putArray("type")
                .add("string")
                .add("null"));
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} query evidence refuses any",
        after -> {
          ArrayNode choices = (ArrayNode) after.at("/components/schemas/EvidencePolicy/enum");
          for (int i = choices.size() - 1; i >= 0; i--) {
            if (choices.get(i).asText().equals("any")) {
              choices.remove(i);
            }
          }
        });
    assertBreaks(
        "get /v1/deals/{deal}/clauses/{clause} 200 is no longer served as application/json",
        after ->
            ((ObjectNode) after.at(GET_CLAUSE + "/responses/200/content"))
                .remove("application/json"));
  }

  private static void assertBreaks(String expected, Consumer<JsonNode> change) {
    JsonNode after = NOW.deepCopy();
    change.accept(after);
    List<String> found = BreakingChanges.between(NOW, after);
    assertEquals(1, found.stream().filter(expected::equals).count(), found::toString);
  }

  private static void rename(JsonNode parameter, String from, String to) {
    if (parameter.path("name").asText().equals(from)) {
      ((ObjectNode) parameter).put("name", to);
    }
  }

  private static void require(JsonNode parameter, String name) {
    if (parameter.path("name").asText().equals(name)) {
      ((ObjectNode) parameter).put("required", true);
    }
  }
}

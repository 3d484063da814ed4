package org.clausebook.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every operation that reads must do, produced from the contract itself: with the examples it
 * gives for its parameters, each documented status that does not need a state of its own. The
 * filter holds each answer against the contract.
 */
@ClausebookTest
class EveryOperationTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();

  static Stream<Operation> reads() {
    // A stream has no end to wait for.
    return CONTRACT.operations().stream()
        .filter(each -> each.method().equals("GET"))
        .filter(each -> !each.template().equals("/v1/changes/stream"));
  }

  static Stream<Operation> templated() {
    return reads().filter(each -> each.template().contains("{"));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void answersItsExampleInEveryMediaType(Operation operation) {
    for (String type : types(operation)) {
      Response response = request(operation).accept(type).get(path(operation));
      assertEquals(200, response.statusCode(), () -> type + response.asString());
      response.then().contentType(containsString(type)).header("ETag", notNullValue());
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void saysThatNothingHasChanged(Operation operation) {
    Response first = request(operation).get(path(operation));
    Response second =
        request(operation).header("If-None-Match", first.header("ETag")).get(path(operation));
    assertEquals(304, second.statusCode());
    assertEquals("", second.asString());
    for (String name : List.of("ETag", "Cache-Control", "Vary", "Content-Language", "Link")) {
      assertEquals(first.header(name), second.header(name), name);
      assertEquals(first.headers().getList(name).size(), second.headers().getList(name).size());
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void headTellsWhatGetTells(Operation operation) {
    Response get = request(operation).get(path(operation));
    Response head = request(operation).head(path(operation));
    assertEquals(get.statusCode(), head.statusCode());
    for (String name : List.of("ETag", "Content-Type", "Vary", "Content-Language", "Link")) {
      assertEquals(get.header(name), head.header(name), name);
    }
    assertEquals("", head.asString());
  }

  @ParameterizedTest
  @MethodSource("reads")
  void optionsAllowWhatIsDocumented(Operation operation) {
    List<String> documented = new ArrayList<>();
    CONTRACT.operations().stream()
        .filter(each -> each.template().equals(operation.template()))
        .forEach(each -> documented.add(each.method()));
    documented.addAll(List.of("HEAD", "OPTIONS"));
    Response response = given().options(path(operation));
    assertEquals(204, response.statusCode());
    assertEquals(
        documented.stream().sorted().toList(),
        Stream.of(response.header("Allow").split(", ")).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("reads")
  void refusesAMethodItDoesNotHave(Operation operation) {
    given()
        .request("PATCH", path(operation))
        .then()
        .statusCode(405)
        .header("Allow", containsString("GET, HEAD"));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void knowsWhatToSayOfTheEndsOfTheCalendar(Operation operation) {
    for (JsonNode parameter : CONTRACT.parameters(operation, "query")) {
      if (CONTRACT.resolve(parameter.path("schema")).path("format").asText().equals("date")) {
        for (String day : List.of("0000-01-01", "0001-01-01", "9999-12-31")) {
          for (String type : types(operation)) {
            Response response =
                request(operation)
                    .accept(type)
                    .queryParam(parameter.path("name").asText(), day)
                    .get(path(operation));
            assertTrue(response.statusCode() <= 400, response::asString);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void refusesAnUnknownParameterByName(Operation operation) {
    request(operation)
        .queryParam("nothingOfThisName", 1)
        .get(path(operation))
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("nothingOfThisName"));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void refusesARepeatedParameter(Operation operation) {
    request(operation)
        .queryParam("lang", "fr", "en")
        .get(path(operation))
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("lang"));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void refusesAMediaTypeItDoesNotHave(Operation operation) {
    request(operation)
        .accept("application/xml")
        .get(path(operation))
        .then()
        .statusCode(406)
        .body("available", equalTo(types(operation)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void refusesAnotherStateThanTheOneAsked(Operation operation) {
    request(operation)
        .header("If-Match", "\"another\"")
        .get(path(operation))
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void refusesWhatIsTooLong(Operation operation) {
    request(operation)
        .queryParam("x", "x".repeat(5000))
        .get(path(operation))
        .then()
        .statusCode(414);
    request(operation)
        .header("X-Long", "x".repeat(20_000))
        .get(path(operation))
        .then()
        .statusCode(431);
  }

  @ParameterizedTest
  @MethodSource("templated")
  void saysThatNothingIsThere(Operation operation) {
    String path = operation.template();
    for (JsonNode parameter : CONTRACT.parameters(operation, "path")) {
      String name = '{' + parameter.path("name").asText() + '}';
      String absent = CONTRACT.resolve(parameter.path("schema")).path("type").asText();
      path = path.replace(name, absent.equals("integer") ? "999999" : "no-such-thing");
    }
    request(operation).header("Accept-Language", "fr").get(path).then().statusCode(404);
    request(operation).get(path).then().body("detail", not(containsString("{")));
  }

  /** A request with the parameters that must be given. */
  private static RequestSpecification request(Operation operation) {
    Map<String, Object> query = new HashMap<>();
    for (JsonNode parameter : CONTRACT.parameters(operation, "query")) {
      if (parameter.path("required").asBoolean()) {
        query.put(parameter.path("name").asText(), parameter.path("example").asText());
      }
    }
    return given().queryParams(query);
  }

  private static String path(Operation operation) {
    String path = operation.template();
    for (JsonNode parameter : CONTRACT.parameters(operation, "path")) {
      path =
          path.replace(
              '{' + parameter.path("name").asText() + '}', parameter.path("example").asText());
    }
    return path;
  }

  private static List<String> types(Operation operation) {
    List<String> types = new ArrayList<>();
    CONTRACT
        .resolve(operation.node().at("/responses/200"))
        .path("content")
        .fieldNames()
        .forEachRemaining(types::add);
    return types;
  }
}

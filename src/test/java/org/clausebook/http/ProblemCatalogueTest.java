package org.clausebook.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FrenchTypography;
import org.clausebook.testsupport.PublishedContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One catalogue behind the answers, the contract and the pages for people. */
@ClausebookTest
class ProblemCatalogueTest {

  @ParameterizedTest
  @EnumSource
  void typeIsTheAddressOfAPageInBothLanguages(ProblemType type) {
    given()
        .queryParam("lang", "fr")
        .get("/problems/" + type.slug())
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Language", equalTo("fr"))
        .body(containsString(type.title().fr()))
        .body(containsString("lang=\"fr\""));
    given()
        .get("/problems/" + type.slug())
        .then()
        .statusCode(200)
        .header("Content-Language", equalTo("en"))
        .body(containsString(type.title().en()));
  }

  @Test
  void contractDocumentsNoStatusThatTheCatalogueDoesNotHave() {
    PublishedContract contract = PublishedContract.committed();
    contract.operations().stream()
        .flatMap(operation -> operation.node().path("responses").properties().stream())
        .map(response -> Integer.parseInt(response.getKey()))
        .filter(status -> status >= 400)
        .distinct()
        .forEach(
            status ->
                assertTrue(
                    Arrays.stream(ProblemType.values()).anyMatch(type -> type.status() == status),
                    "no problem has the status " + status));
  }

  @ParameterizedTest
  @EnumSource
  void frenchIsTypesetAsFrench(ProblemType type) {
    FrenchTypography.check(type.name(), type.title().fr());
    FrenchTypography.check(type.name(), type.description().fr());
  }

  @Test
  void slugsAreUnique() {
    assertEquals(
        ProblemType.values().length,
        Arrays.stream(ProblemType.values()).map(ProblemType::slug).distinct().count());
  }

  @Test
  void allViolationsAreTold() {
    given()
        .queryParam("limit", 0)
        .queryParam("lmit", 3)
        .queryParam("lang", "!")
        .get("/v1/deals")
        .then()
        .statusCode(400)
        .body("errors.size()", equalTo(3));
  }

  @Test
  void nearMissIsSuggested() {
    given()
        .queryParam("lmit", 3)
        .get("/v1/deals")
        .then()
        .body("errors[0].detail", containsString("'limit'"));
    given()
        .get("/v1/deals/microsoft-openia")
        .then()
        .statusCode(404)
        .body("detail", containsString("microsoft-openai"));
  }
}

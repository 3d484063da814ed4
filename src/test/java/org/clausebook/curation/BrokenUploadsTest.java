package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import org.clausebook.testsupport.BrokenDossiers;
import org.clausebook.testsupport.BrokenDossiers.Change;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;

/** A broken dossier is refused with everything that is wrong, and changes nothing. */
@ClausebookTest
class BrokenUploadsTest {

  @Test
  void everyBrokenDossierIsRefusedAndNothingChanges() {
    int before = dataset();
    for (Change change : BrokenDossiers.changes()) {
      put(change.in(Dossiers.LIGHTHOUSE))
          .statusCode(422)
          .contentType("application/problem+json")
          .body("errors.pointer", hasItem("#" + change.pointer()))
          .body("errors.line", everyItem(greaterThan(0)));
    }
    assertEquals(before, dataset());
    given().get("/v1/deals/lighthouse").then().statusCode(404);
  }

  @Test
  void whatIsNoYamlIsMalformed() {
    int before = dataset();
    put("deal: \"light\nstatus: x\n").statusCode(400).body("errors[0].line", greaterThan(0));
    assertEquals(before, dataset());
  }

  private static ValidatableResponse put(String document) {
    return given()
        .header("Authorization", "Bearer " + TestIssuer.token("curator"))
        .header("If-None-Match", "*")
        .header("Clausebook-Note", "A dossier with faults")
        .contentType("application/yaml")
        .body(Dossiers.bytes(document))
        .put("/v1/deals/lighthouse/dossier")
        .then();
  }

  private static int dataset() {
    return given().get("/v1").then().extract().path("dataset");
  }
}

package org.clausebook.regulation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import org.clausebook.revision.RecordClock;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class RegulationRepositoryTest {

  @Inject RegulationRepository repository;
  @Inject RecordClock clock;

  @Test
  @ActivateRequestContext
  void implicationsAreLinkedToWhereEachIsServed() {
    for (Regulation.Touch each : repository.implications("gdpr", clock.dataset())) {
      given()
          .get(each.link().path())
          .then()
          .statusCode(200)
          .body("id", equalTo(each.implication()));
    }
  }

  @Test
  @ActivateRequestContext
  void findsTheSameWhicheverWayItLooks() {
    for (long dataset : List.of(clock.dataset(), 2L)) {
      List<?> byName = repository.implications("gdpr", dataset, 1000);
      assertFalse(byName.isEmpty());
      assertEquals(byName, repository.implications("gdpr", dataset, 0));
    }
    assertEquals(List.of(), repository.implications("gdpr", 1, 1000));
    assertEquals(List.of(), repository.implications("gdpr", 1, 0));
  }
}

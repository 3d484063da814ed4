package org.clausebook.stakeholder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import org.clausebook.revision.RecordClock;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

@ClausebookTest
class StakeholderRepositoryTest {

  @Inject StakeholderRepository repository;
  @Inject RecordClock clock;

  @Test
  @ActivateRequestContext
  void findsTheSameWhicheverWayItLooks() {
    for (long dataset : List.of(clock.dataset(), 2L)) {
      List<?> byName = repository.deals("microsoft", dataset, 1000);
      assertFalse(byName.isEmpty());
      assertEquals(byName, repository.deals("microsoft", dataset, 0));
    }
    assertEquals(List.of(), repository.deals("microsoft", 1, 1000));
    assertEquals(List.of(), repository.deals("microsoft", 1, 0));
  }
}

package org.clausebook.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Dossier.Event;
import org.clausebook.dossier.Dossier.EventStatus;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.junit.jupiter.api.Test;

class AssumptionsTest {

  private static final LocalDate DAY = LocalDate.of(2029, 6, 30);

  @Test
  void severalAreKeptInOrder() {
    assertEquals(
        List.of("b", "a"),
        List.copyOf(Assumptions.parse("b:2029-06-30, a:2030-01-01").days().keySet()));
    assertEquals(Map.of(), Assumptions.parse(null).days());
  }

  @Test
  void whatHasOccurredCannotBeAssumed() {
    Problem refused =
        assertThrows(Problem.class, () -> Assumptions.parse("done:2030-01-01").in(dossier()));
    assertEquals("assume", refused.faults().get(0).parameter());
    assertTrue(refused.faults().get(0).detail().en().contains("already occurred, on 30 June 2029"));
    assertTrue(refused.faults().get(0).detail().fr().contains("le 30\u00a0juin 2029"));
  }

  @Test
  void whatIsDisputedCan() {
    assertEquals(
        DAY.plusDays(1),
        Assumptions.parse("disputed:2029-07-01").in(dossier()).day("disputed").orElseThrow());
  }

  private static Dossier dossier() {
    return new Dossier(
        "deal",
        DAY,
        Dossier.DealStatus.active,
        Text.same("deal"),
        Text.same("summary"),
        null,
        null,
        null,
        null,
        List.of(
            new Event("done", EventStatus.occurred, DAY, Text.same("d"), Text.same("d"), null),
            new Event(
                "disputed", EventStatus.disputed, null, Text.same("d"), Text.same("d"), null)),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}

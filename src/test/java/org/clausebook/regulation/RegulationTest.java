package org.clausebook.regulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clausebook.dossier.Reference;
import org.clausebook.revision.ReferenceEdition;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;

class RegulationTest {

  @Test
  void milestonesComeOldestFirstHoweverTheyAreWritten() {
    Reference reference = Dossiers.reference();
    Reference.Regulation written = reference.regulation("gdpr").orElseThrow();
    Reference.Regulation reversed =
        new Reference.Regulation(
            written.id(),
            written.kind(),
            written.name(),
            written.title(),
            written.summary(),
            written.region(),
            written.authorities(),
            written.amends(),
            written.identifiers(),
            written.url(),
            reversed(written.milestones()),
            written.cites());
    List<LocalDate> dates =
        Regulation.whole(
                reversed, List.of(), new ReferenceEdition(null, reference), Instant.EPOCH, 1)
            .milestones()
            .stream()
            .map(Regulation.Milestone::date)
            .toList();
    assertEquals(dates.stream().sorted().toList(), dates);
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}

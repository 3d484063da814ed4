package org.clausebook.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clausebook.change.PartChange.FieldChange;
import org.clausebook.change.PartChange.Happening;
import org.clausebook.dossier.Reference;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Reference BEFORE = Dossiers.reference();

  @Test
  void listInAnotherOrderIsNamedWithItsIdentifiers() {
    Reference.Regulation first = BEFORE.regulations().get(0);
    List<Reference.Regulation> regulations = new ArrayList<>(BEFORE.regulations());
    regulations.set(
        0,
        new Reference.Regulation(
            first.id(),
            first.kind(),
            first.name(),
            first.title(),
            first.summary(),
            first.region(),
            first.authorities(),
            first.amends(),
            first.identifiers(),
            first.url(),
            reversed(first.milestones()),
            first.cites()));
    List<String> ids = first.milestones().stream().map(Reference.Milestone::id).toList();
    FieldChange order =
        new FieldChange("#/regulations/0/milestones", Happening.changed, ids, reversed(ids));
    assertEquals(
        List.of(
            new PartChange(
                "regulations",
                first.id(),
                Happening.changed,
                "#/regulations/0",
                null,
                List.of(order))),
        Comparison.between(BEFORE, with(regulations)));
  }

  @Test
  void sectionInAnotherOrderIsNamedAmongTheFieldsOfTheDossier() {
    List<PartChange> changes = Comparison.between(BEFORE, with(reversed(BEFORE.regulations())));
    assertEquals(1, changes.size());
    assertEquals("#/regulations", changes.get(0).fields().get(0).pointer());
  }

  @Test
  void whatIsAddedInBetweenIsNoChangeOfOrder() {
    List<PartChange> changes =
        Comparison.between(with(BEFORE.regulations().subList(1, 3)), with(BEFORE.regulations()));
    assertEquals(
        List.of(Happening.added), changes.stream().map(PartChange::change).distinct().toList());
  }

  private static Reference with(List<Reference.Regulation> regulations) {
    return new Reference(
        BEFORE.reviewed(), BEFORE.regions(), BEFORE.stakeholders(), BEFORE.sources(), regulations);
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}

package org.clausebook.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.clausebook.clause.Happenings;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.http.language.Text;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;

/** The capped fee of the fictional deal ends by 2031 or with a storm, whichever the rule says. */
class ReasoningTest {

  private static final LocalDate DAY = LocalDate.of(2032, 1, 1);

  @Test
  void earlierOfBothIsWhatComesFirst() {
    List<Text> steps = steps("earlier", "2029-06-30");
    assertEquals("The earlier of the date and the event decides.", steps.get(4).en());
    assertEquals(
        "De la date et de l’événement, c’est ce qui arrive en premier qui l’emporte.",
        steps.get(4).fr());
    assertEquals("So on 1 January 2032 it no longer holds: it ended on 30 June 2029.", last(steps));
  }

  @Test
  void laterOfBothWaitsForAnEventThatHasNotHappened() {
    List<Text> pending = steps("later", null);
    assertEquals("Until the event happens, nothing ends.", pending.get(5).en());
    assertEquals("So on 1 January 2032 it still holds, with no end in sight.", last(pending));
    List<Text> happened = steps("later", "2029-06-30");
    assertEquals(
        "De la date et de l’événement, c’est ce qui arrive en dernier qui l’emporte.",
        happened.get(4).fr());
    assertEquals(6, happened.size());
    assertEquals(
        "So on 1 January 2032 it no longer holds: it ended on 1 January 2031.", last(happened));
  }

  @Test
  void disputedEventIsToldToBeDisputed() {
    Dossier deal = deal(Dossiers.LIGHTHOUSE.replace("status: pending", "status: disputed"));
    assertEquals(
        "Whether the event “Storm” has occurred is disputed; it is taken here not to have.",
        en(steps(deal, Happenings.of(deal)), 3));
  }

  @Test
  void termThatEndsBeforeItBeginsNeverBegan() {
    List<Text> steps = steps("earlier", "2024-12-24");
    assertEquals("The term introduced by “Second act” was to begin on 3 June 2025.", en(steps, 0));
    assertEquals("So it never held: its end came before it began.", last(steps));
  }

  /** Why the fee stands as it does under a rule, if the storm comes on a day or not at all. */
  private static List<Text> steps(String rule, String storm) {
    Dossier deal = deal(Dossiers.LIGHTHOUSE.replace("rule: earlier", "rule: " + rule));
    Happenings happenings = Happenings.of(deal);
    return steps(
        deal, storm == null ? happenings : happenings.assuming("storm", LocalDate.parse(storm)));
  }

  private static List<Text> steps(Dossier deal, Happenings happenings) {
    return Reasoning.of(Prospect.of(deal, deal.clause("fee").orElseThrow(), DAY, happenings));
  }

  private static Dossier deal(String document) {
    return DossierParser.dossier(Dossiers.bytes(document), Notation.YAML, Dossiers.reference());
  }

  private static String en(List<Text> steps, int index) {
    return steps.get(index).en();
  }

  private static String last(List<Text> steps) {
    return en(steps, steps.size() - 1);
  }
}

package org.clausebook.clause;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.clausebook.dossier.Dossier;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;

/**
 * For every clause and every day on which any term begins or ends: what is answered for the day
 * before and for the day itself differs exactly where the dossier says so. What the dossier says is
 * worked out here anew, in the plainest way.
 */
@ClausebookTest
class EveryDayTest {

  private static final Dossier DEAL = Dossiers.microsoftOpenAi();

  /** What the dossier says of a clause on a day; the term is known by its first day. */
  private record Said(String status, LocalDate term, String silentInstrument) {}

  @Test
  void dayBeforeAndDayItselfDifferExactlyWhereTheDossierSaysSo() {
    NavigableSet<LocalDate> days = turningDays();
    assertTrue(days.size() >= 8, days::toString);
    int turns = 0;
    for (LocalDate day : days) {
      Map<String, Map<String, Object>> before = clausesOn(day.minusDays(1));
      Map<String, Map<String, Object>> after = clausesOn(day);
      assertEquals(DEAL.clauses().size(), after.size());
      for (Dossier.Clause clause : DEAL.clauses()) {
        String what = clause.id() + " on " + day;
        Said saidBefore = said(clause, day.minusDays(1));
        Said saidAfter = said(clause, day);
        assertEquals(saidBefore, answered(before.get(clause.id())), what + ", the day before");
        assertEquals(saidAfter, answered(after.get(clause.id())), what);
        boolean differs = !before.get(clause.id()).equals(after.get(clause.id()));
        assertEquals(!saidBefore.equals(saidAfter), differs, what);
        turns += differs ? 1 : 0;
      }
    }
    int begun = DEAL.clauses().stream().mapToInt(clause -> clause.terms().size()).sum();
    assertTrue(
        turns >= begun, "every term begins some day, but only " + turns + " turns were seen");
  }

  /** First days, first days after an end, foreseen ends, and days on which an instrument speaks. */
  private static NavigableSet<LocalDate> turningDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (Dossier.Clause clause : DEAL.clauses()) {
      for (Dossier.Term term : clause.terms()) {
        days.add(term.from());
        if (term.until() != null) {
          days.add(term.until());
        }
        if (term.end() != null && term.end().until() != null) {
          days.add(term.end().until());
        }
      }
    }
    DEAL.instruments().forEach(instrument -> days.add(instrument.date()));
    return days;
  }

  private static Map<String, Map<String, Object>> clausesOn(LocalDate day) {
    List<Map<String, Object>> items =
        given()
            .queryParam("asOf", day.toString())
            .queryParam("limit", 100)
            .get("/v1/deals/microsoft-openai/clauses")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    Map<String, Map<String, Object>> clauses = new HashMap<>();
    items.forEach(item -> clauses.put((String) item.get("id"), item));
    return clauses;
  }

  private static Said answered(Map<String, Object> clause) {
    Map<?, ?> term = (Map<?, ?>) clause.get("term");
    return new Said(
        (String) clause.get("status"),
        term == null ? null : LocalDate.parse((String) term.get("from")),
        (String) clause.get("silentInstrument"));
  }

  private static Said said(Dossier.Clause clause, LocalDate day) {
    boolean begun = false;
    String silentAtTheEnd = null;
    for (Dossier.Term term : clause.terms()) {
      if (term.from().isAfter(day)) {
        continue;
      }
      begun = true;
      if (term.until() != null && !day.isBefore(term.until())) {
        silentAtTheEnd = null;
        continue;
      }
      if (hasCome(term.end(), day)) {
        silentAtTheEnd = silentSince(clause, term.from(), term.end().until().minusDays(1));
        continue;
      }
      String silent = silentSince(clause, term.from(), day);
      return new Said(silent == null ? "inForce" : "notRestated", term.from(), silent);
    }
    return new Said(begun ? "ended" : "notYet", null, silentAtTheEnd);
  }

  private static boolean hasCome(Dossier.End end, LocalDate day) {
    if (end == null) {
      return false;
    }
    boolean dateCame = end.until() != null && !day.isBefore(end.until());
    boolean eventCame =
        DEAL.events().stream()
            .filter(event -> event.id().equals(end.event()) && event.date() != null)
            .anyMatch(event -> !day.isBefore(event.date()));
    return switch (end.rule()) {
      case date -> dateCame;
      case event -> eventCame;
      case earlier -> dateCame || eventCame;
      case later -> dateCame && eventCame;
    };
  }

  /** The last instrument since the term began that said nothing, if none spoke after it. */
  private static String silentSince(Dossier.Clause clause, LocalDate from, LocalDate day) {
    String silent = null;
    for (Dossier.Instrument instrument : DEAL.instruments()) {
      if (!instrument.date().isAfter(from) || instrument.date().isAfter(day)) {
        continue;
      }
      if (instrument.silentOn().contains(clause.id())) {
        silent = instrument.id();
      } else if (clause.effects().stream()
          .anyMatch(effect -> effect.instrument().equals(instrument.id()))) {
        silent = null;
      }
    }
    return silent;
  }
}

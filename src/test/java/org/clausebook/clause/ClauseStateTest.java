package org.clausebook.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Dossier.Clause;
import org.clausebook.dossier.Dossier.Effect;
import org.clausebook.dossier.Dossier.EffectKind;
import org.clausebook.dossier.Dossier.End;
import org.clausebook.dossier.Dossier.EndRule;
import org.clausebook.dossier.Dossier.Instrument;
import org.clausebook.dossier.Dossier.InstrumentKind;
import org.clausebook.dossier.Dossier.Term;
import org.clausebook.http.language.Text;
import org.junit.jupiter.api.Test;

/** An agreement of 2025, an amendment of 2026 that is silent, and one of 2027 that may not be. */
class ClauseStateTest {

  private static final LocalDate AGREED = LocalDate.of(2025, 10, 28);
  private static final LocalDate SILENT = LocalDate.of(2026, 4, 27);
  private static final LocalDate LATER = LocalDate.of(2027, 2, 1);
  private static final Happenings NOTHING = new Happenings(Map.of());

  @Test
  void beforeItsFirstTermAClauseIsNotYet() {
    assertState(ClauseStatus.notYet, null, clause(term(AGREED, null, null)), AGREED.minusDays(1));
  }

  @Test
  void aTermHoldsFromItsFirstDay() {
    assertState(ClauseStatus.inForce, null, clause(term(AGREED, null, null)), AGREED);
    assertState(ClauseStatus.inForce, null, clause(term(AGREED, null, null)), SILENT.minusDays(1));
  }

  @Test
  void silenceMakesItNotRestatedFromThatDayOn() {
    Clause clause = clause(term(AGREED, null, null));
    assertState(ClauseStatus.notRestated, "silent", clause, SILENT);
    assertState(ClauseStatus.notRestated, "silent", clause, LATER.plusYears(3));
  }

  @Test
  void aLaterInstrumentThatSpeaksOfItLiftsTheDoubt() {
    for (EffectKind kind :
        List.of(EffectKind.reaffirmed, EffectKind.clarified, EffectKind.narrowed)) {
      Clause clause = clause(List.of(effect("later", kind)), term(AGREED, null, null));
      assertState(ClauseStatus.notRestated, "silent", clause, LATER.minusDays(1));
      assertState(ClauseStatus.inForce, null, clause, LATER);
    }
  }

  @Test
  void whatWasSaidBeforeTheSilenceDoesNotLiftIt() {
    Clause clause = clause(List.of(effect("agreed", EffectKind.created)), term(AGREED, null, null));
    assertState(ClauseStatus.notRestated, "silent", clause, SILENT);
  }

  /** Two instruments of one day: what one says again, the silence of the other leaves certain. */
  @Test
  void anotherInstrumentOfTheSameDayThatSpeaksOfItLiftsTheDoubt() {
    Clause clause =
        clause(List.of(effect("beside", EffectKind.reaffirmed)), term(AGREED, null, null));
    assertState(ClauseStatus.inForce, null, clause, SILENT);
    assertState(ClauseStatus.inForce, null, clause, LATER);
  }

  @Test
  void aTermThatBeginsWithOrAfterTheSilenceIsInForce() {
    Clause clause = clause(term(AGREED, SILENT, null), term(SILENT, null, null));
    assertState(ClauseStatus.inForce, null, clause, SILENT.minusDays(1));
    assertState(ClauseStatus.inForce, null, clause, SILENT);
    assertState(ClauseStatus.inForce, null, clause, LATER);
  }

  /** What was agreed to come later is in as much doubt as what held when others fell silent. */
  @Test
  void silenceIsOnALaterStepOfTheSameInstrumentToo() {
    LocalDate step = LATER.minusMonths(1);
    Clause clause =
        clause(
            List.of(
                effect("agreed", EffectKind.created), effect("agreed", step, EffectKind.narrowed)),
            term(AGREED, step, null),
            term("agreed", step, null, null));
    assertState(ClauseStatus.notRestated, "silent", clause, step.minusDays(1));
    assertState(ClauseStatus.notRestated, "silent", clause, step);
    assertState(ClauseStatus.notRestated, "silent", clause, LATER);
  }

  @Test
  void afterItsLastTermAClauseHasEnded() {
    Clause removed = clause(term(AGREED, SILENT, null));
    assertState(ClauseStatus.ended, null, removed, SILENT);
    assertState(ClauseStatus.ended, null, removed, LATER);
  }

  @Test
  void betweenTwoTermsItHasEndedToo() {
    Clause clause = clause(term(AGREED, SILENT, null), term(LATER, null, null));
    assertState(ClauseStatus.ended, null, clause, LATER.minusDays(1));
    assertState(ClauseStatus.inForce, null, clause, LATER);
  }

  /** Nobody knows whether it holds, but everybody knows that it does no longer. */
  @Test
  void aForeseenEndComesEvenToWhatNobodyRestated() {
    End end = new End(EndRule.earlier, LATER, "verified", Text.same("end"));
    Clause clause = clause(term(AGREED, null, end));
    assertState(ClauseStatus.notRestated, "silent", clause, LATER.minusDays(1));
    assertState(ClauseStatus.ended, "silent", clause, LATER);
    assertState(ClauseStatus.ended, "silent", clause, LATER.plusYears(1));
    LocalDate verified = SILENT.plusDays(10);
    Happenings assumed = NOTHING.assuming("verified", verified);
    assertEquals(
        ClauseStatus.notRestated,
        ClauseState.of(dossier(clause), clause, verified.minusDays(1), assumed).status());
    ClauseState over = ClauseState.of(dossier(clause), clause, verified, assumed);
    assertEquals(ClauseStatus.ended, over.status());
    assertEquals("silent", over.silentInstrument());
  }

  @Test
  void anAssumptionLeavesWhatHasHappenedAsItIs() {
    assertEquals(Optional.empty(), NOTHING.assuming("verified", LATER).day("other"));
    assertEquals(Optional.empty(), NOTHING.day("verified"));
  }

  private static void assertState(
      ClauseStatus status, String silent, Clause clause, LocalDate day) {
    ClauseState state = ClauseState.of(dossier(clause), clause, day, NOTHING);
    assertEquals(status, state.status());
    assertEquals(silent, state.silentInstrument());
    boolean holds = status == ClauseStatus.inForce || status == ClauseStatus.notRestated;
    assertEquals(holds, state.term().isPresent());
  }

  private static Clause clause(Term... terms) {
    return clause(List.of(), terms);
  }

  private static Clause clause(List<Effect> effects, Term... terms) {
    return new Clause(
        "clause",
        Dossier.Theme.economics,
        Text.same("clause"),
        Text.same("subject"),
        null,
        null,
        List.of(terms),
        effects);
  }

  /** A term that the instrument of its first day introduces. */
  private static Term term(LocalDate from, LocalDate until, End end) {
    Map<LocalDate, String> instruments = Map.of(AGREED, "agreed", SILENT, "beside", LATER, "later");
    return term(instruments.get(from), from, until, end);
  }

  private static Term term(String introducedBy, LocalDate from, LocalDate until, End end) {
    return new Term(
        from, until, introducedBy, Text.same("term"), null, null, null, null, end, null);
  }

  private static Effect effect(String instrument, EffectKind kind) {
    return effect(instrument, null, kind);
  }

  private static Effect effect(String instrument, LocalDate date, EffectKind kind) {
    return new Effect(instrument, date, kind, Text.same("effect"), null);
  }

  private static Dossier dossier(Clause clause) {
    return new Dossier(
        "deal",
        LATER,
        Dossier.DealStatus.active,
        Text.same("deal"),
        Text.same("summary"),
        null,
        null,
        null,
        List.of(
            instrument("agreed", AGREED, List.of()),
            instrument("silent", SILENT, List.of("clause")),
            instrument("beside", SILENT, List.of()),
            instrument("later", LATER, List.of())),
        null,
        List.of(clause),
        null,
        null,
        null,
        null,
        null);
  }

  private static Instrument instrument(String id, LocalDate date, List<String> silentOn) {
    return new Instrument(
        id, InstrumentKind.amendment, date, Text.same(id), Text.same(id), true, silentOn, null);
  }
}

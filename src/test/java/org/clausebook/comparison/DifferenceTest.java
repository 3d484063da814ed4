package org.clausebook.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Amount;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.language.Text;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final Text OLD = new Text("ancien", "old");
  private static final Text NEW = new Text("nouveau", "new");

  @Test
  void equalTermsDifferInNothing() {
    assertEquals(List.of(), between(term(OLD, List.of(), null), term(OLD, List.of(), null)));
  }

  @Test
  void aTextThatDiffersInOneLanguageDiffers() {
    Text retouched = new Text("ancien", "older");
    assertEquals(
        List.of(new Difference("/text", OLD, retouched)),
        between(term(OLD, List.of(), null), term(retouched, List.of(), null)));
  }

  @Test
  void listsAreComparedElementByElement() {
    assertEquals(
        List.of(new Difference("/covers/1", null, NEW)),
        between(term(OLD, List.of(OLD), null), term(OLD, List.of(OLD, NEW), null)));
  }

  @Test
  void whatIsLeftOutOfAListShiftsNothing() {
    assertEquals(
        List.of(new Difference("/covers/0", OLD, null)),
        between(term(OLD, List.of(OLD, NEW), null), term(OLD, List.of(NEW), null)));
  }

  @Test
  void figuresAreHeldAgainstEachOtherByTheirIdentifier() {
    List<Difference> found =
        between(
            figures(figure("price", "10"), figure("floor", "3")), figures(figure("floor", "4")));
    assertEquals(
        List.of("/figures/0/amount/value", "/figures/0"),
        found.stream().map(Difference::pointer).toList());
    assertEquals(new BigDecimal("3"), found.get(0).before());
    assertEquals("price", ((Map<?, ?>) found.get(1).before()).get("id"));
    assertEquals(null, found.get(1).after());
  }

  @Test
  void amountsKeepTheirPlainValue() {
    List<Difference> found =
        between(term(OLD, List.of(), "1000000000"), term(OLD, List.of(), "250000000000"));
    assertEquals(1, found.size());
    assertEquals("/figures/0/amount/value", found.get(0).pointer());
    assertEquals("250000000000", ((BigDecimal) found.get(0).after()).toPlainString());
  }

  @Test
  void aTermThatAppearsBringsEachOfItsFields() {
    List<Difference> found =
        Difference.between(Optional.empty(), Optional.of(term(OLD, List.of(NEW), null)));
    assertEquals(
        List.of("/from", "/introducedBy", "/text", "/covers"),
        found.stream().map(Difference::pointer).toList());
  }

  private static List<Difference> between(Dossier.Term before, Dossier.Term after) {
    return Difference.between(Optional.of(before), Optional.of(after));
  }

  private static Dossier.Term term(Text text, List<Text> covers, String amount) {
    return whole(text, covers, amount == null ? List.of() : List.of(figure("sum", amount)));
  }

  private static Dossier.Term figures(Dossier.Figure... figures) {
    return whole(OLD, List.of(), List.of(figures));
  }

  private static Dossier.Figure figure(String id, String amount) {
    return new Dossier.Figure(
        id, OLD, true, new Amount(new BigDecimal(amount), "USD", Amount.Qualifier.exact), null);
  }

  private static Dossier.Term whole(Text text, List<Text> covers, List<Dossier.Figure> figures) {
    return new Dossier.Term(
        LocalDate.of(2025, 10, 28),
        null,
        "2025-10-28",
        text,
        null,
        covers,
        List.of(),
        figures,
        null,
        List.of("source/statement"));
  }
}

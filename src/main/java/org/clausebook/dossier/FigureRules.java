package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebook.http.language.Text;

/** What must hold of sums, figures and periods wherever they stand. */
final class FigureRules {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final DossierParser.Violations violations;
  private final References ids;

  FigureRules(DossierParser.Violations violations) {
    this.violations = violations;
    this.ids = new References(violations).know(References.Kind.CURRENCY, CURRENCIES);
  }

  void check(String at, List<Dossier.Figure> figures) {
    ids.unique(at, figures, Dossier.Figure::id);
    References.each(at, figures, (there, figure) -> check(there + "/amount", figure.amount()));
  }

  void check(String at, Amount amount) {
    if (amount != null) {
      ids.resolve(at + "/currency", amount.currency(), References.Kind.CURRENCY);
    }
  }

  /** The first day comes before the first day it no longer holds. */
  void checkPeriod(String at, LocalDate from, LocalDate until) {
    if (from != null && until != null && !from.isBefore(until)) {
      violations.add(
          at + "/until",
          Text.of(
              "The end must come after the beginning (%s); 'until' is the first day it no longer holds.",
              "La fin doit suivre le début (%s) ; « until » est le premier jour où cela ne vaut plus.",
              from));
    }
  }
}

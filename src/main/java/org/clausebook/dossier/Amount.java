package org.clausebook.dossier;

import java.math.BigDecimal;

/**
 * A sum of money.
 *
 * @param value in units of the currency, not thousands or millions; at most 18 digits, 2 decimals
 * @param currency ISO 4217 code
 */
public record Amount(BigDecimal value, String currency, Qualifier qualifier) {

  /** How exact a figure is. */
  public enum Qualifier {
    exact,
    about,
    upTo,
    atLeast,
    atMost
  }
}

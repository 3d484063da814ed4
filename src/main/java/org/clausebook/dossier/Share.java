package org.clausebook.dossier;

import java.math.BigDecimal;

/**
 * A part of a whole.
 *
 * @param percent 0 to 100
 * @param basis what it is a part of; null when it says nothing
 */
public record Share(BigDecimal percent, Amount.Qualifier qualifier, Basis basis) {

  /** What a share is counted on. */
  public enum Basis {
    asConvertedDiluted,
    asConverted,
    profit,
    revenue,
    market,
    population
  }
}

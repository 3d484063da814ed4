package org.clausebook.dossier;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a whole.
 *
 * @param percent 0 to 100
 * @param basis what it is a part of; null when it says nothing
 */
public record Share(BigDecimal percent, Amount.Qualifier qualifier, Basis basis) {

  /** What a share is counted on. */
  @Schema(name = "ShareBasis")
  public enum Basis {
    asConvertedDiluted,
    asConverted,
    profit,
    revenue,
    market,
    population
  }
}

package org.clausebook.deal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Period;

/** When a deal that nobody has reviewed is told to be stale. */
@ConfigMapping(prefix = "clausebook.freshness")
interface FreshnessConfig {

  /** How long a review counts, as an ISO 8601 period such as {@code P90D} or {@code P6M}. */
  @WithDefault("P90D")
  @WithName("review-valid-for")
  Period reviewValidFor();
}

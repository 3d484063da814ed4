package org.clausebook.deal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Period;
import org.clausebook.http.Setting;

/** When a deal that nobody has reviewed is told to be stale. */
@ConfigMapping(prefix = "clausebook.freshness")
public interface FreshnessConfig {

  /**
   * How long a review counts, as an ISO 8601 period such as {@code P90D} or {@code P6M}; from
   * {@code P0D} to {@code P100Y}.
   */
  @WithDefault("P90D")
  @WithName("review-valid-for")
  @WithConverter(Setting.Term.class)
  Period reviewValidFor();
}

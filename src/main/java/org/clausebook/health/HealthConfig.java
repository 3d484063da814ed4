package org.clausebook.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.clausebook.http.Setting;

/** When this process is said to be well. */
@ConfigMapping(prefix = "clausebook.health")
public interface HealthConfig {

  /**
   * How long a process may ask itself, before it says that it is ready, what readers will ask it; 0
   * is not at all, and 365 days the most.
   */
  @WithDefault("20s")
  @WithName("warm-up")
  @WithConverter(Setting.Span.class)
  Duration warmUp();
}

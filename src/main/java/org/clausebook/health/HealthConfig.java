package org.clausebook.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** When this process is said to be well. */
@ConfigMapping(prefix = "clausebook.health")
interface HealthConfig {

  /**
   * How long a process may ask itself, before it says that it is ready, what readers will ask it; 0
   * is not at all.
   */
  @WithDefault("20s")
  @WithName("warm-up")
  Duration warmUp();
}

package org.clausebook.http.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Bounds on what is let in; 0 is no bound. */
@ConfigMapping(prefix = "clausebook.traffic")
public interface TrafficConfig {

  /** Requests one client may make in a minute; a client is an address, an IPv6 one its /64. */
  @WithName("requests-per-minute")
  @WithDefault("0")
  @Min(0)
  int requestsPerMinute();

  /** Requests worked on at a time; what is over is answered 503 at once. */
  @WithName("max-concurrent-requests")
  @WithDefault("0")
  @Min(0)
  int maxConcurrentRequests();

  /** How long a reader waits at most; then the answer is 503. */
  @WithName("read-timeout")
  @WithDefault("3s")
  Duration readTimeout();
}

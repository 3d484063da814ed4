package org.clausebook.http.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.clausebook.http.Setting;

/** Bounds on what is let in: of a number at most a million, 0 is no bound. */
@ConfigMapping(prefix = "clausebook.traffic")
public interface TrafficConfig {

  /** Requests one client may make in a minute; a client is an address, an IPv6 one its /64. */
  @WithName("requests-per-minute")
  @WithDefault("0")
  @WithConverter(Setting.Count.class)
  int requestsPerMinute();

  /** Requests worked on at a time; what is over is answered 503 at once. */
  @WithName("max-concurrent-requests")
  @WithDefault("0")
  @WithConverter(Setting.Count.class)
  int maxConcurrentRequests();

  /**
   * How long a reader waits at most, from 1 ms to an hour; then the answer is 503. While a process
   * gives its first answers (clausebook.health.warm-up), it is 20 s.
   */
  @WithName("read-timeout")
  @WithDefault("2500ms")
  @WithConverter(Setting.Patience.class)
  Duration readTimeout();
}

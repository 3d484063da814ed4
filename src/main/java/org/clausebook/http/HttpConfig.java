package org.clausebook.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** How the service presents itself over HTTP. */
@ConfigMapping(prefix = "clausebook.http")
public interface HttpConfig {

  /** Public address of the service, without a slash at the end; every link is built on it. */
  @WithDefault("http://localhost:${quarkus.http.port:8080}")
  @WithName("public-url")
  @Pattern(
      regexp = "https?://[^/?#\\s]+(/[^/?#\\s]+)*",
      message = "must be an address such as https://clausebook.org, without a slash at its end")
  String publicUrl();

  /** How long caches may keep an answer before they ask again, unless it is pinned. */
  @WithDefault("60s")
  @WithName("max-age")
  Duration maxAge();

  /**
   * How much memory rendered answers may take, such as {@code 64M}; 0 keeps none. Answers are the
   * same either way.
   */
  @WithDefault("64M")
  @WithName("cache-size")
  MemorySize cacheSize();

  /**
   * How long kept answers are still given while the database cannot be heard. Their header {@code
   * Age} then says for how long it has not been.
   */
  @WithDefault("1h")
  @WithName("max-silence")
  Duration maxSilence();
}

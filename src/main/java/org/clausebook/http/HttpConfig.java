package org.clausebook.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** How the service presents itself over HTTP. */
@ConfigMapping(prefix = "clausebook.http")
public interface HttpConfig {

  /** Public address of the service, without a slash at the end; every link is built on it. */
  @WithDefault("http://localhost:${quarkus.http.port:8080}")
  @WithName("public-url")
  URI publicUrl();

  /** How long caches may keep an answer before they ask again, unless it is pinned. */
  @WithDefault("60s")
  @WithName("max-age")
  Duration maxAge();
}

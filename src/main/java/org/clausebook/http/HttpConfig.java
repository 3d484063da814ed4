package org.clausebook.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How the service presents itself over HTTP. */
@ConfigMapping(prefix = "clausebook.http")
public interface HttpConfig {

  /**
   * Public address of the service, http or https, without user, query or a slash at the end; every
   * link is built on it.
   */
  @WithDefault("http://localhost:${quarkus.http.port:8080}")
  @WithName("public-url")
  @WithConverter(Setting.PublicAddress.class)
  String publicUrl();

  /**
   * How long caches may keep an answer before they ask again, unless it is pinned; at most 365
   * days.
   */
  @WithDefault("60s")
  @WithName("max-age")
  @WithConverter(Setting.Span.class)
  Duration maxAge();

  /**
   * How many bytes of memory rendered answers may take, such as {@code 64M}, at most {@code 1T} and
   * never more than a fifth of the heap; 0 keeps none. Answers are the same either way.
   */
  @WithDefault("64M")
  @WithName("cache-size")
  @WithConverter(Setting.Memory.class)
  long cacheSize();

  /**
   * How long kept answers are still given while the database cannot be heard, at most 365 days.
   * Their header {@code Age} then says for how long it has not been.
   */
  @WithDefault("1h")
  @WithName("max-silence")
  @WithConverter(Setting.Span.class)
  Duration maxSilence();

  /** How many bytes of content a request may bring, from 1 to {@code 1G}. */
  @WithDefault("16M")
  @WithName("max-content")
  @WithConverter(Setting.Length.class)
  long maxContent();

  /**
   * How many items of a collection over many dossiers go into one answer as CSV or NDJSON, at most
   * a million; of a longer one, pages are asked for. Making one answer takes a few kilobytes of
   * memory for each item.
   */
  @WithDefault("5000")
  @WithName("max-items")
  @WithConverter(Setting.Count.class)
  int maxItems();
}

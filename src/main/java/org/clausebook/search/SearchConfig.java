package org.clausebook.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.clausebook.http.Setting;

/** Bounds of the search. */
@ConfigMapping(prefix = "clausebook.search")
public interface SearchConfig {

  /** How long the database may look, from 1 ms to an hour; then the answer is 503. */
  @WithDefault("1s")
  @WithConverter(Setting.Patience.class)
  Duration timeout();

  /** How many candidates are ranked, counted in facets and paged through: from 1 to a million. */
  @WithDefault("500")
  @WithConverter(Setting.Some.class)
  int candidates();

  /** Makes the whole index anew at the start. */
  @WithDefault("false")
  @WithConverter(Setting.Flag.class)
  boolean rebuild();
}

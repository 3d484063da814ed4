package org.clausebook.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the search. */
@ConfigMapping(prefix = "clausebook.search")
interface SearchConfig {

  /** How long the database may look; then the answer is 503. */
  @WithDefault("1s")
  Duration timeout();

  /** How many candidates are ranked, counted in facets and paged through. */
  @WithDefault("500")
  int candidates();

  /** Makes the whole index anew at the start. */
  @WithDefault("false")
  boolean rebuild();
}

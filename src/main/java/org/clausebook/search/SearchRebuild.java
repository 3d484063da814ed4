package org.clausebook.search;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Makes the index anew at the start, when that is asked for. */
@ApplicationScoped
class SearchRebuild {

  private static final Logger LOG = Logger.getLogger(SearchRebuild.class);

  private final SearchIndex index;
  private final SearchConfig config;

  SearchRebuild(SearchIndex index, SearchConfig config) {
    this.index = index;
    this.config = config;
  }

  void rebuild(@Observes @Priority(200) StartupEvent start) {
    if (config.rebuild()) {
      LOG.infof("Rebuilt the search: %d entries", index.rebuild());
    }
  }
}

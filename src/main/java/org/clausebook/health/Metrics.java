package org.clausebook.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.clausebook.revision.PublicationListener;

/** What the watch sees and the listener hears, as numbers over time. */
@ApplicationScoped
class Metrics {

  void register(
      @Observes StartupEvent start,
      MeterRegistry registry,
      DatabaseWatch watch,
      PublicationListener listener) {
    Gauge.builder("clausebook.database.reachable", watch, it -> it.sight().reachable() ? 1 : 0)
        .description("1 while the database answers, 0 while it does not")
        .register(registry);
    Gauge.builder("clausebook.dataset", listener, PublicationListener::dataset)
        .description("Number of the newest publication this process has taken up")
        .register(registry);
    Gauge.builder("clausebook.publication.time", watch, Metrics::publishedAt)
        .baseUnit("seconds")
        .description("When the newest publication was made, in seconds since 1970")
        .register(registry);
  }

  private static double publishedAt(DatabaseWatch watch) {
    DatabaseWatch.Sight sight = watch.sight();
    return sight.publishedAt() == null ? 0 : sight.publishedAt().toEpochMilli() / 1000.0;
  }
}

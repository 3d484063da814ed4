package org.clausebook.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Answered on the I/O thread from what the watch saw: it waits for nothing. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

  private final DatabaseWatch watch;

  DatabaseReadiness(DatabaseWatch watch) {
    this.watch = watch;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    DatabaseWatch.Sight sight = watch.sight();
    return Uni.createFrom()
        .item(
            HealthCheckResponse.named("database")
                .status(watch.hasEverReached())
                .withData("reachable", sight.reachable())
                .withData("since", sight.since().toString())
                .withData("dataset", sight.dataset())
                .build());
  }
}

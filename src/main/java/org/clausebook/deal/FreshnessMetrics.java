package org.clausebook.deal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Staleness where operators look. Asked of the database at each scrape, since any replica may have
 * published.
 */
@ApplicationScoped
class FreshnessMetrics {

  private static final String OLDEST =
      """
      select min(d.reviewed), count(*) filter (where d.reviewed < ?)
      from deal d join dossier o on o.current = d.revision
      """;

  private final DataSource database;
  private final FreshnessConfig config;
  private final MeterRegistry meters;

  FreshnessMetrics(DataSource database, FreshnessConfig config, MeterRegistry meters) {
    this.database = database;
    this.config = config;
    this.meters = meters;
  }

  void register(@Observes StartupEvent start) {
    Gauge.builder("clausebook.deals.stale", this, FreshnessMetrics::stale)
        .description("Deals whose last review lies further back than allowed")
        .register(meters);
    Gauge.builder("clausebook.deals.oldest.review", this, FreshnessMetrics::oldestReviewDays)
        .description("Days since the review of the deal that was reviewed longest ago")
        .baseUnit("days")
        .register(meters);
  }

  private double stale() {
    return ask(row -> row.getDouble(2));
  }

  private double oldestReviewDays() {
    return ask(
        row -> {
          LocalDate oldest = row.getObject(1, LocalDate.class);
          return oldest == null ? 0 : today().toEpochDay() - oldest.toEpochDay();
        });
  }

  private double ask(Answer answer) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(OLDEST)) {
      statement.setObject(1, today().minus(config.reviewValidFor()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return answer.of(row);
      }
    } catch (SQLException e) {
      // A scrape tells what is known; that the database is away has a metric of its own.
      return Double.NaN;
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  @FunctionalInterface
  private interface Answer {
    double of(ResultSet row) throws SQLException;
  }
}

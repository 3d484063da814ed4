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
import java.time.Period;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.clausebook.revision.RecordClock;

/**
 * Staleness where operators look. Asked of the database at each scrape, since any replica may have
 * published.
 */
@ApplicationScoped
class FreshnessMetrics {

  private static final String REVIEWS =
      """
      select d.reviewed, count(*)
      from deal d join dossier o on o.current = d.revision
      group by d.reviewed
      """;

  private final DataSource database;
  private final FreshnessConfig config;
  private final RecordClock clock;
  private final MeterRegistry meters;

  FreshnessMetrics(
      DataSource database, FreshnessConfig config, RecordClock clock, MeterRegistry meters) {
    this.database = database;
    this.config = config;
    this.clock = clock;
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
    return ask(reviews -> stale(reviews, config.reviewValidFor(), clock.today()));
  }

  private double oldestReviewDays() {
    return ask(
        reviews ->
            reviews.isEmpty() ? 0 : clock.today().toEpochDay() - reviews.firstKey().toEpochDay());
  }

  /** How many deals are stale, by how many were reviewed last on which day. */
  static long stale(NavigableMap<LocalDate, Long> reviews, Period allowed, LocalDate today) {
    return reviews.entrySet().stream()
        .filter(each -> !today.isBefore(Freshness.staleFrom(each.getKey(), allowed)))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private double ask(ToDoubleFunction<NavigableMap<LocalDate, Long>> question) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(REVIEWS);
        ResultSet rows = statement.executeQuery()) {
      NavigableMap<LocalDate, Long> reviews = new TreeMap<>();
      while (rows.next()) {
        reviews.put(rows.getObject(1, LocalDate.class), rows.getLong(2));
      }
      return question.applyAsDouble(reviews);
    } catch (SQLException e) {
      // A scrape tells what is known; that the database is away has a metric of its own.
      return Double.NaN;
    }
  }
}

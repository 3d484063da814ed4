package org.clausebook.health;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.clausebook.revision.OwnConnections;
import org.jboss.logging.Logger;

/** Asks the database every second how it is, on a connection that nobody else uses. */
@ApplicationScoped
public class DatabaseWatch {

  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
  private static final long PERIOD_MILLIS = 1_000;
  private static final long PERIOD_AWAY_MILLIS = 250;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * What was seen last.
   *
   * @param reachable whether the database answered
   * @param since when that began
   * @param dataset number of the newest publication; 0 before the first
   * @param publishedAt when that was made; null before the first
   */
  public record Sight(boolean reachable, Instant since, long dataset, Instant publishedAt) {}

  private final AgroalDataSource pool;
  private final OwnConnections connections;
  private final Thread thread = new Thread(this::watch, "database-watch");
  private volatile Sight sight = new Sight(false, Instant.now(), 0, null);
  private volatile boolean reachedOnce;
  private Connection connection;
  private int failures;

  DatabaseWatch(AgroalDataSource pool, OwnConnections connections) {
    this.pool = pool;
    this.connections = connections;
  }

  public Sight sight() {
    return sight;
  }

  /** Whether the database has answered since the start, even if it does not now. */
  public boolean hasEverReached() {
    return reachedOnce;
  }

  void start(@Observes @Priority(200) StartupEvent start) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(sight.reachable() ? PERIOD_MILLIS : PERIOD_AWAY_MILLIS);
      }
    } catch (InterruptedException stopped) {
      close();
    }
  }

  private void look() {
    try {
      if (connection == null) {
        connection = connections.open("clausebook-watch", PATIENCE);
        connection.setReadOnly(true);
      }
      try (Statement statement = connection.createStatement();
          ResultSet newest =
              statement.executeQuery(
                  "select dataset, published_at from publication order by dataset desc limit 1")) {
        boolean any = newest.next();
        refreshPool();
        seen(
            true,
            any ? newest.getLong(1) : 0,
            any ? newest.getTimestamp(2).toInstant() : null,
            "it answers");
      }
    } catch (SQLException | RuntimeException e) {
      failures++;
      close();
      seen(false, sight.dataset(), sight.publishedAt(), e.getMessage());
    }
  }

  /**
   * Where nothing came for more than one look, whatever still waits on a connection may wait for as
   * long as a statement may take, for an answer that was lost on the way.
   */
  private void refreshPool() {
    if (failures > 1) {
      pool.flush(AgroalDataSource.FlushMode.ALL);
    }
    failures = 0;
  }

  private void seen(boolean reachable, long dataset, Instant publishedAt, String reason) {
    boolean changed = sight.reachable() != reachable;
    sight = new Sight(reachable, changed ? Instant.now() : sight.since(), dataset, publishedAt);
    if (reachable) {
      if (changed && reachedOnce) {
        LOG.info("The database answers again");
      }
      reachedOnce = true;
    } else if (changed) {
      LOG.warnf("The database does not answer: %s", reason);
    }
  }

  private void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      LOG.debug("A broken connection does not close", e);
    } finally {
      connection = null;
    }
  }
}

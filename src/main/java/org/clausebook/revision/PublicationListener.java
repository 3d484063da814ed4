package org.clausebook.revision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.clausebook.http.cache.Changes;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Hears of publications wherever they are made. PostgreSQL announces them on a connection of our
 * own (a pooled one would lose its subscription); in case that connection is lost unnoticed, the
 * log is also looked at every second.
 */
@ApplicationScoped
public class PublicationListener {

  private static final Logger LOG = Logger.getLogger(PublicationListener.class);
  private static final int LOOK_EVERY_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int RECONNECT_AFTER_MILLIS = 500;
  private static final long NOTHING_YET = -1;

  private final DataSource pool;
  private final Event<Published> published;
  private final Changes changes;
  private final OwnConnections connections;
  private volatile boolean stopped;
  private volatile Connection connection;
  private long last = NOTHING_YET;

  PublicationListener(
      DataSource pool, Event<Published> published, Changes changes, OwnConnections connections) {
    this.pool = pool;
    this.published = published;
    this.changes = changes;
    this.connections = connections;
  }

  void start(@Observes @Priority(200) StartupEvent start) {
    Thread thread = new Thread(this::listen, "publication-listener");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    stopped = true;
    close();
  }

  /** Looks at once, so that whoever has just written is answered from what they wrote. */
  public void lookNow() {
    try (Connection pooled = pool.getConnection()) {
      look(pooled);
    } catch (SQLException e) {
      LOG.debugf("The log is looked at later: %s", e.getMessage());
    }
  }

  /** Number of the newest publication that was taken up; 0 before the first. */
  public long dataset() {
    return Math.max(0, position());
  }

  private void listen() {
    boolean lost = false;
    while (!stopped) {
      try {
        connection = connections.open("clausebook-listener", PATIENCE);
        announceTo(connection);
        if (lost) {
          LOG.info("Publications are announced again");
          lost = false;
        }
        PGConnection announcements = connection.unwrap(PGConnection.class);
        while (!stopped) {
          look(connection);
          changes.inContact(true);
          announcements.getNotifications(LOOK_EVERY_MILLIS);
        }
      } catch (SQLException | RuntimeException e) {
        // Whatever it was: a thread that ended would leave kept answers to pass for current.
        changes.inContact(false);
        if (!stopped && !lost) {
          LOG.warnf(
              "Publications are not announced until the database is back: %s", e.getMessage());
          lost = true;
        }
      } finally {
        close();
      }
      pause();
    }
  }

  /**
   * A standby announces nothing and refuses to be listened to; its log is looked at all the same.
   */
  private static void announceTo(Connection listener) throws SQLException {
    try (Statement statement = listener.createStatement();
        ResultSet standby = statement.executeQuery("select pg_is_in_recovery()")) {
      standby.next();
      if (!standby.getBoolean(1)) {
        statement.execute("listen clausebook_publication");
      }
    }
  }

  private void look(Connection through) throws SQLException {
    for (Published line : after(through, position())) {
      takeUp(line);
    }
  }

  /** One line after the other: whoever looks too goes on when what it saw has been taken up. */
  private synchronized void takeUp(Published line) {
    if (line.dataset() <= last) {
      return;
    }
    if (last == NOTHING_YET) {
      // What was read while nobody listened may be older than this.
      changes.anythingMayHaveChanged(line.dataset());
    }
    last = line.dataset();
    try {
      published.fire(line);
    } catch (RuntimeException e) {
      LOG.errorf(e, "What publication %d changes was not taken up", line.dataset());
    }
  }

  private static List<Published> after(Connection through, long position) throws SQLException {
    String query =
        position == NOTHING_YET
            ? "select dossier, dataset from publication where dataset > ? order by dataset desc limit 1"
            : "select dossier, dataset from publication where dataset > ? order by dataset";
    List<Published> lines = new ArrayList<>();
    try (PreparedStatement statement = through.prepareStatement(query)) {
      statement.setLong(1, position);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(new Published(rows.getString(1), rows.getLong(2)));
        }
      }
    }
    return lines;
  }

  private synchronized long position() {
    return last;
  }

  private void close() {
    Connection open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debugf("The connection of announcements was lost already: %s", e.getMessage());
      }
    }
  }

  private void pause() {
    if (stopped) {
      return;
    }
    try {
      Thread.sleep(RECONNECT_AFTER_MILLIS);
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }
}

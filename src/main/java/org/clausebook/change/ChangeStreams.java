package org.clausebook.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Publication;
import org.clausebook.revision.Publications;
import org.clausebook.revision.Publications.Selection;
import org.clausebook.revision.Published;
import org.jboss.logging.Logger;

/** The open streams of this replica, fed from the log whenever something became visible. */
@ApplicationScoped
class ChangeStreams {

  private static final Logger LOG = Logger.getLogger(ChangeStreams.class);
  private static final int MAX_STREAMS = 1_000;
  private static final int BATCH = 500;
  private static final long HEARTBEAT_MILLIS = 10_000;

  private final Publications publications;
  private final Vertx vertx;
  private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  ChangeStreams(Publications publications, Vertx vertx) {
    this.publications = publications;
    this.vertx = vertx;
    vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> beat());
  }

  /**
   * Opens a stream.
   *
   * @param last number of the last change the client has seen
   */
  ChangeStream open(Selection selection, long last) {
    if (listening().size() >= MAX_STREAMS) {
      throw ProblemType.TEMPORARY_REDUCED_CAPACITY
          .because(
              "Too many streams are open; ask for pages of /v1/changes instead.",
              "Trop de flux sont ouverts ; demandez plutôt les pages de /v1/changes.")
          .retryAfter(60);
    }
    if (stopping) {
      throw ProblemType.UNAVAILABLE
          .because("This server is stopping; ask again.", "Ce serveur s’arrête ; redemandez.")
          .retryAfter(1);
    }
    return new ChangeStream(selection, last, this);
  }

  /** Sends what the client has not seen yet, then keeps it informed. */
  void begin(ChangeStream stream) {
    open.add(stream);
    catchUp(stream);
  }

  private void beat() {
    listening().forEach(ChangeStream::beat);
  }

  /** Lets go of those that are over, whoever ended them. */
  private Set<ChangeStream> listening() {
    open.removeIf(ChangeStream::isOver);
    return open;
  }

  /** Sends what a client has not seen yet. */
  void catchUp(ChangeStream stream) {
    vertx
        .executeBlocking(
            () -> {
              catchUp(List.of(stream));
              return null;
            },
            false)
        .onFailure(
            failure -> {
              // The client comes back, and says where it was.
              LOG.warnf("A stream is ended: %s", failure.getMessage());
              stream.end();
            });
  }

  void published(@Observes Published published) {
    List<ChangeStream> reading = listening().stream().filter(stream -> !stream.waits()).toList();
    if (!reading.isEmpty()) {
      catchUp(reading);
    }
  }

  /** Lets all go while there is time to finish: clients come back, to another replica. */
  void stop(@Observes ShutdownDelayInitiatedEvent stop) {
    stopping = true;
    open.forEach(ChangeStream::end);
  }

  private void catchUp(List<ChangeStream> streams) {
    long last = streams.stream().mapToLong(ChangeStream::last).min().orElse(Long.MAX_VALUE);
    List<Publication> lines;
    do {
      lines = after(last);
      for (Publication line : lines) {
        streams.forEach(stream -> stream.send(line));
        last = line.dataset();
      }
    } while (lines.size() > BATCH && !streams.stream().allMatch(ChangeStream::waits));
  }

  /**
   * In a transaction, and thereby a session, of its own: the work that brought us here may be a
   * request that ends, and closes its session, while this goes on.
   */
  private List<Publication> after(long last) {
    return QuarkusTransaction.requiringNew()
        .call(() -> publications.after(last, Selection.ALL, BATCH));
  }
}

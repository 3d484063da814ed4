package org.clausebook.change;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import org.clausebook.http.Answers;
import org.clausebook.http.Exchange;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Streamed;
import org.clausebook.revision.Publication;
import org.clausebook.revision.Publications.Selection;

/**
 * One client that listens (Server-Sent Events). The id of an event is the number of the change, so
 * a client that comes back says by it what it has seen.
 */
final class ChangeStream implements Streamed {

  private static final int RETRY_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Selection selection;
  private final ChangeStreams streams;
  private long last;
  private Instant waitsSince;
  private HttpServerResponse response;
  private Exchange exchange;

  ChangeStream(Selection selection, long last, ChangeStreams streams) {
    this.selection = selection;
    this.last = last;
    this.streams = streams;
  }

  @Override
  public void open(Exchange opened) {
    if (!opened.claim()) {
      return;
    }
    synchronized (this) {
      exchange = opened;
      response = opened.routing().response();
      response.setChunked(true);
      response.putHeader("Content-Type", MediaTypes.EVENT_STREAM);
      response.putHeader("Content-Language", opened.language().tag());
      response.putHeader("Cache-Control", "no-store");
      response.putHeader("Vary", "Accept, Accept-Language");
      // Asks nginx and its like to pass events on as they come.
      response.putHeader("X-Accel-Buffering", "no");
      if (opened.isHead()) {
        response.end();
        return;
      }
      response.write("retry: " + RETRY_MILLIS + "\n\n");
    }
    streams.begin(this);
  }

  synchronized long last() {
    return last;
  }

  /** True while the client has yet to read what was sent: what comes meanwhile is not kept here. */
  synchronized boolean waits() {
    return waitsSince != null;
  }

  /**
   * Sends a change if it is the next one and the client asked for such. The numbers of changes have
   * no gaps, so whoever is not sent one now is sent it when they catch up.
   */
  synchronized void send(Publication line) {
    if (line.dataset() != last + 1 || waits() || isOver()) {
      return;
    }
    if (response.writeQueueFull()) {
      waitsSince = Instant.now();
      response.drainHandler(
          drained -> {
            goOn();
            streams.catchUp(this);
          });
      if (response.writeQueueFull()) {
        return;
      }
      // It was read just before the handler was set, which will not be called.
      waitsSince = null;
    }
    last = line.dataset();
    boolean asked =
        (selection.dossier() == null || selection.dossier().equals(line.dossier()))
            && (selection.kind() == null || selection.kind() == line.kind());
    if (asked) {
      response.write(
          "id: "
              + line.dataset()
              + "\nevent: "
              + line.action()
              + "\ndata: "
              + Answers.json(Change.of(line), exchange)
              + "\n\n");
    }
  }

  private synchronized void goOn() {
    waitsSince = null;
  }

  /**
   * A comment, so that neither side nor anything between them takes the silence for an end. Whoever
   * has not read for long is cut off: they may come back and say where they were.
   */
  synchronized void beat() {
    if (isOver()) {
      return;
    }
    if (!waits()) {
      response.write(":\n\n");
    } else if (waitsSince.plus(PATIENCE).isBefore(Instant.now())) {
      response.reset();
    }
  }

  synchronized void end() {
    if (!isOver()) {
      response.end();
    }
  }

  /** True once nobody listens any more. */
  synchronized boolean isOver() {
    return response == null || response.ended() || response.closed();
  }
}

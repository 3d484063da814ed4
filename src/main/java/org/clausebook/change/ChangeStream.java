package org.clausebook.change;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
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

  private final Selection selection;
  private final ChangeStreams streams;
  private long last;
  private HttpServerResponse response;
  private Exchange exchange;

  ChangeStream(Selection selection, long last, ChangeStreams streams) {
    this.selection = selection;
    this.last = last;
    this.streams = streams;
  }

  @Override
  public void open(Exchange opened) {
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
      if (opened.routing().request().method().equals(HttpMethod.HEAD)) {
        response.end();
        return;
      }
      response.write("retry: " + RETRY_MILLIS + "\n\n");
    }
    streams.begin(this, opened);
  }

  synchronized long last() {
    return last;
  }

  /** Sends a change unless the client has seen it or did not ask for it. */
  synchronized void send(Publication line) {
    if (line.dataset() <= last || response.ended() || response.closed()) {
      return;
    }
    last = line.dataset();
    boolean asked =
        (selection.dossier() == null || selection.dossier().equals(line.dossier()))
            && (selection.kind() == null || selection.kind() == line.kind());
    if (!asked) {
      return;
    }
    if (response.writeQueueFull()) {
      // It does not read: it may come back and say where it was.
      response.reset();
      return;
    }
    response.write(
        "id: "
            + line.dataset()
            + "\nevent: "
            + line.action()
            + "\ndata: "
            + Answers.json(Change.of(line), exchange)
            + "\n\n");
  }

  /** A comment, so that neither side nor anything between them takes the silence for an end. */
  synchronized void beat() {
    if (response != null && !response.ended() && !response.closed()) {
      response.write(":\n\n");
    }
  }

  synchronized void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }
}

package org.clausebook.curation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Publications;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.revision.Standings;

/**
 * Publishes a file with one dossier as JSON on each line. Every dossier is read by the one parser
 * and published by the one publisher; it is quicker than one by one because the lines ahead are
 * read meanwhile, and because many publications share a transaction.
 *
 * <p>Each publication bears the digest of the file and its line as its request. That is how an
 * import that was interrupted goes on where it stopped: the log itself says how far it came.
 */
@ApplicationScoped
class BulkImport {

  private static final int TOGETHER = 50;
  private static final int SECONDS = 300;

  private final Standings standings;
  private final Publications publications;
  private final Publisher publisher;
  private final Sources sources;
  private final EntityManager entities;

  BulkImport(
      Standings standings,
      Publications publications,
      Publisher publisher,
      Sources sources,
      EntityManager entities) {
    this.standings = standings;
    this.publications = publications;
    this.publisher = publisher;
    this.sources = sources;
    this.entities = entities;
  }

  /** A dossier with the line it stands on, counted from 1. */
  private record Numbered(int line, Dossier dossier) {}

  /** A line that was refused; all lines before it are published. */
  static final class RefusedLine extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    RefusedLine(int line, InvalidDocument cause) {
      super("line " + line + ":\n" + cause.getMessage(), cause);
      this.line = line;
    }
  }

  /**
   * Publishes what the file holds and the log does not say of it yet.
   *
   * @return how many lines the file has
   * @throws RefusedLine at the first dossier that cannot be published
   */
  int publish(Path file, String note) throws IOException {
    Lines lines = Lines.of(file);
    int done = publications.lastRequest(lines.prefix()).map(lines::line).orElse(0);
    Reference reference =
        (Reference) standings.document(standings.of(Editions.REFERENCE).current().dataset());
    ProgressBar progress = new ProgressBar(System.out, lines.count(), done);
    ExecutorService readers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (int skipped = 0; skipped < done; skipped++) {
        reader.readLine();
      }
      Queue<Future<Numbered>> ahead = new ArrayDeque<>();
      int next = done + 1;
      while (done < lines.count()) {
        for (; ahead.size() < 2 * TOGETHER && next <= lines.count(); next++) {
          int line = next;
          byte[] json = reader.readLine().getBytes(StandardCharsets.UTF_8);
          ahead.add(readers.submit(() -> read(line, json, reference)));
        }
        done = publishNext(ahead, lines, note);
        progress.at(done);
      }
      return lines.count();
    } finally {
      readers.shutdownNow();
    }
  }

  private static Numbered read(int line, byte[] json, Reference reference) {
    try {
      return new Numbered(line, DossierParser.dossier(json, Notation.JSON, reference));
    } catch (InvalidDocument e) {
      throw new RefusedLine(line, e);
    }
  }

  private int publishNext(Queue<Future<Numbered>> ahead, Lines lines, String note) {
    List<Numbered> together = new ArrayList<>();
    RefusedLine refused = null;
    while (together.size() < TOGETHER && !ahead.isEmpty() && refused == null) {
      try {
        together.add(ahead.remove().get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RefusedLine line)) {
          throw new IllegalStateException(e);
        }
        refused = line;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    publish(together, lines, note);
    if (refused != null) {
      throw refused;
    }
    return together.get(together.size() - 1).line();
  }

  private void publish(List<Numbered> together, Lines lines, String note) {
    try {
      inOneTransaction(together, lines, note);
    } catch (RefusedLine e) {
      // The transaction is undone with all of it; what stood before the refused line is good.
      inOneTransaction(
          together.stream().filter(each -> each.line() < e.line).toList(), lines, note);
      throw e;
    }
  }

  private void inOneTransaction(List<Numbered> together, Lines lines, String note) {
    QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .run(
            () -> {
              publisher.enterInOrder();
              together.forEach(each -> publish(each, lines, note));
            });
  }

  private void publish(Numbered each, Lines lines, String note) {
    try {
      sources.belongTo(each.dossier());
    } catch (InvalidDocument e) {
      throw new RefusedLine(each.line(), e);
    }
    publisher.publish(
        each.dossier().deal(),
        each.dossier(),
        new Authorship("clausebook", "operator", lines.request(each.line()), note, "worldChanged"));
    // What was written is of no further use to this transaction.
    entities.clear();
  }
}

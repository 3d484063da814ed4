package org.clausebook.curation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.dossier.Violation;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Publications;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.revision.Publisher.Submission;
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

  private static final int TOGETHER = 200;
  private static final int SECONDS = 300;

  private final Standings standings;
  private final Publications publications;
  private final Publisher publisher;
  private final Sources sources;

  BulkImport(Standings standings, Publications publications, Publisher publisher, Sources sources) {
    this.standings = standings;
    this.publications = publications;
    this.publisher = publisher;
    this.sources = sources;
  }

  /** A dossier with the line it stands on, counted from 1, ready to be published. */
  private record Numbered(int line, Dossier dossier, Submission submission) {}

  /** A line that was refused; all lines before it are published. */
  static final class RefusedLine extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedLine(int line, InvalidDocument cause) {
      super(
          "line "
              + line
              + ":"
              + cause.violations().stream()
                  .map(each -> "\n  " + new Violation(each.pointer(), 0, each.message()))
                  .collect(Collectors.joining()),
          cause);
    }
  }

  /**
   * Publishes what the file holds and the log does not say of it yet.
   *
   * @return how many dossiers the file has; blank lines hold none
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
      int dossiers = 0;
      Queue<Future<Numbered>> ahead = new ArrayDeque<>();
      int next = 1;
      while (next <= lines.count() || !ahead.isEmpty()) {
        for (; ahead.size() < 2 * TOGETHER && next <= lines.count(); next++) {
          int line = next;
          String json = reader.readLine();
          if (json.isBlank()) {
            continue;
          }
          dossiers++;
          if (line > done) {
            Authorship author =
                new Authorship("clausebook", "operator", lines.request(line), note, "worldChanged");
            byte[] content = json.getBytes(StandardCharsets.UTF_8);
            ahead.add(readers.submit(() -> read(line, content, reference, author)));
          }
        }
        if (!ahead.isEmpty()) {
          int last = publishNext(ahead);
          progress.at(ahead.isEmpty() && next > lines.count() ? lines.count() : last);
        }
      }
      return dossiers;
    } finally {
      readers.shutdownNow();
    }
  }

  private static Numbered read(int line, byte[] json, Reference reference, Authorship author) {
    try {
      Dossier dossier = DossierParser.dossier(json, Notation.JSON, reference);
      return new Numbered(line, dossier, Submission.of(dossier.deal(), dossier, author));
    } catch (InvalidDocument e) {
      throw new RefusedLine(line, e);
    }
  }

  /** Publishes the next lines, of as many dossiers; the number of the last. */
  private int publishNext(Queue<Future<Numbered>> ahead) {
    Map<String, Numbered> together = new LinkedHashMap<>();
    RefusedLine refused = null;
    try {
      while (together.size() < TOGETHER && !ahead.isEmpty()) {
        Numbered next = ahead.element().get();
        if (together.containsKey(next.dossier().deal())) {
          break;
        }
        together.put(next.dossier().deal(), next);
        ahead.remove();
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof RefusedLine line)) {
        throw new IllegalStateException(e);
      }
      refused = line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    List<Numbered> read = List.copyOf(together.values());
    RefusedLine sooner =
        QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> publish(read));
    if (sooner != null || refused != null) {
      throw sooner != null ? sooner : refused;
    }
    return read.get(read.size() - 1).line();
  }

  /**
   * Publishes what stands before the first dossier with a source that belongs to another.
   *
   * @return that dossier's line; null when there is none
   */
  private RefusedLine publish(List<Numbered> together) {
    publisher.enterInOrder();
    Map<String, String> owners = sources.owners(together.stream().map(Numbered::dossier).toList());
    List<Submission> accepted = new ArrayList<>();
    RefusedLine refused = null;
    for (Numbered each : together) {
      try {
        Sources.belongTo(each.dossier(), owners);
      } catch (InvalidDocument e) {
        refused = new RefusedLine(each.line(), e);
        break;
      }
      String deal = each.dossier().deal();
      owners.values().removeIf(deal::equals);
      each.dossier().sources().forEach(source -> owners.put(source.id(), deal));
      accepted.add(each.submission());
    }
    publisher.publish(accepted);
    return refused;
  }
}

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
import org.clausebook.revision.ChangeKind;
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

  /** How many publications share a transaction. */
  static final int TOGETHER = 200;

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

  /** A line, counted from 1, and what its publication bears. */
  private record Line(int number, String json, Authorship author) {}

  /** The reference that lines are held against, in the revision that stood when they were read. */
  private record Against(long dataset, Reference reference) {}

  /** The dossier of a line, ready to be published. */
  private record Read(Line line, Against against, Dossier dossier, Submission submission) {}

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
    ProgressBar progress = new ProgressBar(System.out, lines.count(), done);
    ExecutorService readers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Queue<Future<Read>> ahead = new ArrayDeque<>();
      Against against = null;
      int dossiers = 0;
      int number = 0;
      boolean ended = false;
      while (!ended || !ahead.isEmpty()) {
        against = latest(against);
        while (!ended && ahead.size() < 2 * TOGETHER) {
          String json = reader.readLine();
          ended = json == null;
          number++;
          if (ended || json.isBlank()) {
            continue;
          }
          dossiers++;
          if (number > done) {
            Line line =
                new Line(
                    number,
                    json,
                    Authorship.ofOperator(lines.request(number), note, ChangeKind.worldChanged));
            Against now = against;
            ahead.add(readers.submit(() -> read(line, now)));
          }
        }
        if (!ahead.isEmpty()) {
          int last = publishNext(ahead);
          progress.at(ahead.isEmpty() && ended ? lines.count() : last);
        }
      }
      return dossiers;
    } finally {
      readers.shutdownNow();
    }
  }

  /** The reference as it stands now, read again only when it is another. */
  private Against latest(Against known) {
    long dataset = standings.of(Editions.REFERENCE).current().dataset();
    return known != null && known.dataset() == dataset
        ? known
        : new Against(dataset, (Reference) standings.document(dataset));
  }

  private static Read read(Line line, Against against) {
    try {
      Dossier dossier =
          DossierParser.dossier(
              line.json().getBytes(StandardCharsets.UTF_8), Notation.JSON, against.reference());
      return new Read(
          line, against, dossier, Submission.of(dossier.deal(), dossier, line.author()));
    } catch (InvalidDocument e) {
      throw new RefusedLine(line.number(), e);
    }
  }

  /** Publishes the next lines, of as many dossiers; the number of the last. */
  private int publishNext(Queue<Future<Read>> ahead) {
    Map<String, Read> together = new LinkedHashMap<>();
    RefusedLine refused = null;
    try {
      while (together.size() < TOGETHER && !ahead.isEmpty()) {
        Read next = ahead.element().get();
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
    List<Read> read = List.copyOf(together.values());
    RefusedLine sooner =
        QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> publish(read));
    if (sooner != null || refused != null) {
      throw sooner != null ? sooner : refused;
    }
    return read.get(read.size() - 1).line().number();
  }

  /**
   * Publishes what stands before the first dossier that does not hold against what was published
   * meanwhile: the reference, or another with a source of the same name.
   *
   * @return that dossier's line; null when there is none
   */
  private RefusedLine publish(List<Read> together) {
    publisher.enterInOrder();
    Against now = latest(together.isEmpty() ? null : together.get(0).against());
    Map<String, String> owners = sources.owners(together.stream().map(Read::dossier).toList());
    List<Submission> accepted = new ArrayList<>();
    RefusedLine refused = null;
    for (Read each : together) {
      try {
        Read read = each.against().dataset() == now.dataset() ? each : read(each.line(), now);
        Sources.belongTo(read.dossier(), owners);
        accepted.add(read.submission());
      } catch (InvalidDocument e) {
        refused = new RefusedLine(each.line().number(), e);
        break;
      } catch (RefusedLine e) {
        refused = e;
        break;
      }
      String deal = each.dossier().deal();
      owners.values().removeIf(deal::equals);
      each.dossier().sources().forEach(source -> owners.put(source.id(), deal));
    }
    publisher.publish(accepted);
    return refused;
  }
}

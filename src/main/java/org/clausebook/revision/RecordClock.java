package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clausebook.http.cache.Changes;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;

/** What the two clocks of a question point at. */
@ApplicationScoped
public class RecordClock {

  private final RevisionRepository revisions;
  private final Changes changes;
  private final Clock clock = Clock.systemUTC();

  RecordClock(RevisionRepository revisions, Changes changes) {
    this.revisions = revisions;
    this.changes = changes;
  }

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * The day a question is about. One that is pinned and names no day is about the day of the
   * publication: its answer must not change with the date.
   */
  public LocalDate day(Clocks clocks) {
    check(clocks);
    if (clocks.asOf != null) {
      return clocks.asOf;
    }
    return clocks.dataset == null
        ? today()
        : revisions.publishedAt(clocks.dataset).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Number of the newest publication of the whole record; 0 when nothing was published. */
  public long dataset() {
    return revisions.dataset();
  }

  /** Number of the publication that answers a question; 0 before the first. */
  public long dataset(KnownAt known) {
    check(known);
    if (known.knownAt != null) {
      return revisions.datasetAt(known.knownAt.toInstant());
    }
    return known.dataset == null ? revisions.dataset() : known.dataset;
  }

  /** When a publication became visible. */
  public Instant publishedAt(long dataset) {
    return revisions.publishedAt(dataset);
  }

  /**
   * Refuses what points nowhere.
   *
   * @throws Problem 400 when both ways to say what was known are used, or when the answer is to be
   *     pinned to a publication that is still to come: it would change when that comes
   */
  void check(KnownAt known) {
    if (known.dataset == null) {
      return;
    }
    if (known.knownAt != null) {
      throw ProblemType.INVALID_PARAMETER.because(
          Text.of(
              "'dataset' and 'knownAt' both say what was known; give one of them.",
              "« dataset » et « knownAt » disent tous deux ce qui était connu ; n’en donnez qu’un."),
          List.of(
              Fault.parameter(
                  "dataset", Text.of("Not together with 'knownAt'.", "Pas avec « knownAt »."))));
    }
    if (known.dataset > changes.newest() && known.dataset > revisions.dataset()) {
      throw Problem.refused(
          "dataset",
          Text.of(
              "There is no publication %1$d yet; the newest is %2$d.",
              "Il n’y a pas encore de publication %1$d ; la plus récente est la %2$d.",
              known.dataset,
              revisions.dataset()));
    }
  }
}

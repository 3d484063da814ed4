package org.clausebook.source;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.revision.Edition;

/**
 * The facts of an edition that a client's evidence policy admits. A fact is admitted when one of
 * its statements is; what is not is counted, and nothing older takes its place.
 */
public final class Facts {

  private final Edition edition;
  private final EvidencePolicy policy;
  private int hidden;

  public Facts(Edition edition, EvidencePolicy policy) {
    this.edition = edition;
    this.policy = policy == null ? EvidencePolicy.any : policy;
  }

  public Edition edition() {
    return edition;
  }

  /** The admitted statements behind a fact; empty, and counted as hidden, when there is none. */
  public Optional<List<Citation>> admit(List<String> cites) {
    List<Citation> admitted = cite(cites);
    if (admitted.isEmpty() && policy != EvidencePolicy.any) {
      hidden++;
      return Optional.empty();
    }
    return Optional.of(admitted);
  }

  /** The admitted statements, for what is served whether or not there are any. */
  public List<Citation> cite(List<String> cites) {
    return cites.stream()
        .map(edition::statement)
        .filter(cited -> policy.admits(cited.statement().evidence()))
        .map(Citation::of)
        .toList();
  }

  /** The strongest evidence among citations; null for none. */
  public static Evidence strongest(List<Citation> citations) {
    return citations.stream().map(Citation::evidence).min(Evidence::compareTo).orElse(null);
  }

  /**
   * The admitted statements that a discrepancy sets against an admitted one of those that bear out
   * a fact, whichever of the two it finds contradicted. Nothing is chosen silently between them and
   * what is served.
   */
  public List<Citation> contradicting(List<String> cites) {
    List<String> remaining =
        cites.stream()
            .filter(each -> policy.admits(edition.statement(each).statement().evidence()))
            .toList();
    return cite(
        edition.dossier().discrepancies().stream()
            .filter(each -> each.verdict() == Dossier.Verdict.contradicted)
            .flatMap(
                each ->
                    Stream.concat(
                        meet(each.cites(), remaining) ? each.statements().stream() : Stream.of(),
                        meet(each.statements(), remaining) ? each.cites().stream() : Stream.of()))
            .distinct()
            .toList());
  }

  private static boolean meet(List<String> some, List<String> others) {
    return !Collections.disjoint(some, others);
  }

  /** How many facts were hidden so far. */
  public int hidden() {
    return hidden;
  }
}

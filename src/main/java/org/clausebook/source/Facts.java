package org.clausebook.source;

import java.util.List;
import java.util.Optional;
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
   * The admitted statements that say otherwise of a clause: those that a discrepancy found
   * contradicted. Nothing is chosen silently between them and what is served.
   */
  public List<Citation> disputing(String clause) {
    return cite(
        edition.dossier().discrepancies().stream()
            .filter(each -> each.verdict() == Dossier.Verdict.contradicted)
            .filter(each -> each.clauses().contains(clause))
            .flatMap(each -> each.statements().stream())
            .toList());
  }

  /**
   * The admitted statements that contradict one of those that bear out a fact, where the latter is
   * admitted too: what remains disagrees.
   */
  public List<Citation> contradicting(List<String> cites) {
    List<String> remaining =
        cites.stream()
            .filter(each -> policy.admits(edition.statement(each).statement().evidence()))
            .toList();
    return cite(
        edition.dossier().discrepancies().stream()
            .filter(each -> each.verdict() == Dossier.Verdict.contradicted)
            .filter(each -> each.statements().stream().anyMatch(remaining::contains))
            .flatMap(each -> each.cites().stream())
            .distinct()
            .toList());
  }

  /**
   * The admitted statements that say otherwise of what a stakeholder holds: those found
   * contradicted by statements that its holdings rest on.
   */
  public List<Citation> disputingHoldingsOf(String stakeholder) {
    List<String> grounds =
        edition.dossier().stakeholders().stream()
            .filter(each -> each.stakeholder().equals(stakeholder))
            .flatMap(each -> each.holdings().stream())
            .flatMap(holding -> holding.cites().stream())
            .toList();
    return cite(
        edition.dossier().discrepancies().stream()
            .filter(each -> each.verdict() == Dossier.Verdict.contradicted)
            .filter(each -> each.cites().stream().anyMatch(grounds::contains))
            .flatMap(each -> each.statements().stream())
            .toList());
  }

  /** How many facts were hidden so far. */
  public int hidden() {
    return hidden;
  }
}

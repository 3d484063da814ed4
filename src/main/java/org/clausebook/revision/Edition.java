package org.clausebook.revision;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;

/**
 * A deal as it is read: one revision of its dossier with one of the reference, seen from one day.
 *
 * @param asOf the day asked about
 * @param latest what stands today of the deal; null when the answer is pinned, since a pinned
 *     answer knows nothing of what came later and nothing of today
 */
public record Edition(
    Revision revision,
    Dossier dossier,
    Revision referenceRevision,
    Reference reference,
    LocalDate asOf,
    Latest latest) {

  /**
   * What stands today of a deal.
   *
   * @param number number of its newest revision
   * @param isWithdrawn true when readers see none any more
   */
  record Latest(LocalDate today, int number, boolean isWithdrawn) {}

  /** Number of the later of the two publications: pinned to it, the answer never changes. */
  public long dataset() {
    return Math.max(revision.dataset(), referenceRevision.dataset());
  }

  /** True when the answer is the same for ever. */
  public boolean isPinned() {
    return latest == null;
  }

  public Instant knownAt() {
    return revision.publishedAt().isAfter(referenceRevision.publishedAt())
        ? revision.publishedAt()
        : referenceRevision.publishedAt();
  }

  /** The instruments that had taken effect, oldest first. */
  public List<Dossier.Instrument> instrumentsInEffect() {
    return dossier.instruments().stream().filter(each -> !each.date().isAfter(asOf)).toList();
  }

  /**
   * What the answer must say of the clocks. An instrument overtakes it once it has taken place: one
   * that is foreseen may yet not come.
   */
  public Reading reading() {
    List<Dossier.Instrument> effective = instrumentsInEffect();
    LocalDate today = isPinned() ? LocalDate.ofInstant(knownAt(), UTC) : latest.today();
    Optional<Dossier.Instrument> next =
        dossier.instruments().stream()
            .filter(each -> each.date().isAfter(asOf) && !each.date().isAfter(today))
            .findFirst();
    boolean isRevised = !isPinned() && latest.number() > revision.number();
    boolean isWithdrawn = !isPinned() && latest.isWithdrawn();
    boolean isCurrent = next.isEmpty() && !isRevised && !isWithdrawn;
    return new Reading(
        asOf,
        knownAt(),
        revision.number(),
        dataset(),
        effective.isEmpty() ? null : effective.get(effective.size() - 1).id(),
        isCurrent,
        isCurrent
            ? null
            : new Reading.SupersededBy(
                next.map(Dossier.Instrument::id).orElse(null),
                isRevised ? latest.number() : null,
                isWithdrawn ? true : null));
  }

  /** Links that every answer about a deal carries. */
  public Map<String, Link> links() {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", Link.selfWith(pins()));
    links.put("deal", Link.to("/v1/deals/" + dossier.deal()));
    return links;
  }

  /** The parameters that pin an answer to this edition for ever. */
  public Map<String, String> pins() {
    return Clocks.pins(asOf, dataset());
  }

  /** A statement by its reference {@code source/statement}, in the dossier or the reference. */
  public Cited statement(String reference) {
    return Cited.find(reference, dossier.sources(), this.reference.sources());
  }
}

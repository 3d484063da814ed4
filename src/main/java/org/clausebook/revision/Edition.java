package org.clausebook.revision;

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
 * @param latestNumber number of the newest revision of the dossier; null when the answer is pinned,
 *     since a pinned answer knows nothing of what came later and nothing of today
 */
public record Edition(
    Revision revision,
    Dossier dossier,
    Revision referenceRevision,
    Reference reference,
    LocalDate asOf,
    Integer latestNumber) {

  /** Number of the later of the two publications: pinned to it, the answer never changes. */
  public long dataset() {
    return Math.max(revision.dataset(), referenceRevision.dataset());
  }

  /** True when the answer is the same for ever. */
  public boolean isPinned() {
    return latestNumber == null;
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

  /** What the answer must say of the clocks. */
  public Reading reading() {
    List<Dossier.Instrument> effective = instrumentsInEffect();
    Optional<Dossier.Instrument> next =
        dossier.instruments().stream().filter(each -> each.date().isAfter(asOf)).findFirst();
    boolean superseded = !isPinned() && latestNumber > revision.number();
    return new Reading(
        asOf,
        knownAt(),
        revision.number(),
        dataset(),
        effective.isEmpty() ? null : effective.get(effective.size() - 1).id(),
        next.isEmpty() && !superseded,
        next.isEmpty() && !superseded
            ? null
            : new Reading.SupersededBy(
                next.map(Dossier.Instrument::id).orElse(null), superseded ? latestNumber : null));
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

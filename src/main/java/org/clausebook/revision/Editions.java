package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Names;
import org.clausebook.http.Link;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** Finds the revision that answers a question and reads it. */
@ApplicationScoped
public class Editions {

  /** Dossier of what all deals share. */
  public static final String REFERENCE = "reference";

  private final RevisionRepository revisions;
  private final Pointers pointers;
  private final StoredDocuments documents;
  private final RecordClock clock;

  Editions(
      RevisionRepository revisions,
      Pointers pointers,
      StoredDocuments documents,
      RecordClock clock) {
    this.revisions = revisions;
    this.pointers = pointers;
    this.documents = documents;
    this.clock = clock;
  }

  /** Below which path a dossier is served. */
  public static String path(String dossier) {
    return dossier.equals(REFERENCE) ? "/v1/reference" : "/v1/deals/" + dossier;
  }

  /**
   * A deal by its clocks.
   *
   * @throws Problem 404 when there is no such deal or nothing was known of it yet, 410 when it was
   *     withdrawn
   */
  public Edition deal(String id, Clocks clocks) {
    if (id.equals(REFERENCE)) {
      throw noDeal(id);
    }
    RevisionRepository.Known deal = known(id, clocks).orElseThrow(() -> noDeal(id));
    if (deal.action() == Action.withdrawn) {
      throw withdrawn(deal);
    }
    ReferenceEdition reference = reference(clocks);
    return new Edition(
        deal.revision(),
        documents.dossier(deal.revision()),
        reference.revision(),
        reference.reference(),
        clock.day(clocks),
        clocks.dataset == null
            ? new Edition.Latest(
                clock.today(), deal.latestNumber(), deal.latestAction() == Action.withdrawn)
            : null);
  }

  /**
   * Holds a parameter against the deals that readers see.
   *
   * @param id null where the parameter is absent
   * @throws Problem 400 when none of them goes by that name
   */
  public void requireDeal(String parameter, String id) {
    if (id != null && !isSeen(id)) {
      Names.deals(revisions.similar(id)).require(parameter, id);
    }
  }

  private boolean isSeen(String deal) {
    return !deal.equals(REFERENCE)
        && pointers.now(deal).filter(known -> known.action() == Action.published).isPresent();
  }

  /** The reference by its clocks. */
  public ReferenceEdition reference(KnownAt known) {
    Revision revision =
        known(REFERENCE, known)
            .orElseThrow(
                () ->
                    ProblemType.NOT_FOUND.because(
                        "Nothing was known at that point.", "Rien n’était connu à ce moment."))
            .revision();
    return new ReferenceEdition(revision, documents.reference(revision));
  }

  /**
   * Several deals at once, as they stand in given revisions: two statements at most, however many.
   *
   * @param datasets dataset numbers of the revisions
   */
  public Map<Long, Edition> deals(
      Collection<Long> datasets, LocalDate asOf, ReferenceEdition reference) {
    Map<Long, Edition> deals = new HashMap<>();
    List<Revision> found = datasets.isEmpty() ? List.of() : revisions.revisions(datasets);
    Map<Long, Record> read = documents.documents(found);
    for (Revision revision : found) {
      deals.put(
          revision.dataset(),
          new Edition(
              revision,
              (Dossier) read.get(revision.dataset()),
              reference.revision(),
              reference.reference(),
              asOf,
              null));
    }
    return deals;
  }

  /** The sources of several revisions at once, by their dataset numbers. */
  public Map<Long, SourcePlace> sources(Collection<Long> datasets) {
    Map<Long, SourcePlace> places = new HashMap<>();
    List<Revision> found = datasets.isEmpty() ? List.of() : revisions.revisions(datasets);
    Map<Long, Record> read = documents.documents(found);
    for (Revision revision : found) {
      places.put(revision.dataset(), SourcePlace.of(revision, read.get(revision.dataset())));
    }
    return places;
  }

  private Optional<RevisionRepository.Known> known(String dossier, KnownAt asked) {
    if (asked.isNow()) {
      return pointers.now(dossier);
    }
    clock.check(asked);
    return pointers.at(dossier, asked);
  }

  private Problem withdrawn(RevisionRepository.Known deal) {
    Revision last = deal.revision();
    return ProblemType.GONE
        .because("This deal was withdrawn: %s", "Cet accord a été retiré : %s", deal.note())
        .withExtension(
            "lastRevision",
            Link.to(
                "/v1/deals/%s?asOf=%s&dataset=%d"
                    .formatted(last.dossier(), clock.today(), last.dataset())));
  }

  private Problem noDeal(String id) {
    if (!id.equals(REFERENCE) && pointers.now(id).isPresent()) {
      return ProblemType.NOT_FOUND.because(
          "Nothing was known of this deal at that point.",
          "Rien n’était connu de cet accord à ce moment.");
    }
    return Names.deals(revisions.similar(id)).missing(id);
  }
}

package org.clausebook.revision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.cache.Changes;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;

/**
 * Finds the revision that answers and reads it. A revision never changes, so what was read of one
 * may be kept without doubt; which revision answers is asked of the database each time.
 */
@ApplicationScoped
@ActivateRequestContext
public class Editions {

  /** Dossier of what all deals share. */
  public static final String REFERENCE = "reference";

  private static final long NEWEST = Long.MAX_VALUE;

  private final RevisionRepository revisions;
  private final Changes changes;
  private final Clock clock = Clock.systemUTC();
  private final Cache<Long, Record> documents =
      Caffeine.newBuilder()
          .maximumWeight(RevisionConfig.DOCUMENTS_BYTES)
          .weigher((Long dataset, Record document) -> RevisionConfig.weight(document))
          .build();

  Editions(RevisionRepository revisions, Changes changes) {
    this.changes = changes;
    this.revisions = revisions;
  }

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.now(clock);
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
    if (deal.action().equals("withdrawn")) {
      throw ProblemType.GONE
          .because("This deal was withdrawn: %s", "Cet accord a été retiré : %s", deal.note())
          .withExtension(
              "lastRevision",
              Link.to(
                  "/v1/deals/"
                      + id
                      + "?asOf="
                      + today()
                      + "&dataset="
                      + deal.revision().dataset()));
    }
    RevisionRepository.Known reference =
        known(REFERENCE, clocks)
            .orElseThrow(() -> new IllegalStateException("There is no reference dossier"));
    boolean pinned = clocks.dataset != null;
    return new Edition(
        deal.revision(),
        document(deal.revision(), Dossier.class),
        reference.revision(),
        document(reference.revision(), Reference.class),
        clocks.asOf == null ? today() : clocks.asOf,
        pinned ? deal.revision().number() : deal.latestNumber());
  }

  /** The reference by its clocks. */
  public ReferenceEdition reference(Clocks clocks) {
    Revision revision =
        known(REFERENCE, clocks)
            .orElseThrow(
                () ->
                    ProblemType.NOT_FOUND.because(
                        "Nothing was known at that point.", "Rien n’était connu à ce moment."))
            .revision();
    return new ReferenceEdition(revision, document(revision, Reference.class));
  }

  /** Number of the newest publication of the whole record; 0 when nothing was published. */
  public long dataset() {
    return revisions.dataset();
  }

  /** Number of the publication that the clocks resolve to. */
  public long dataset(Clocks clocks) {
    if (clocks.knownAt != null) {
      return revisions.datasetAt(clocks.knownAt.toInstant());
    }
    return clocks.dataset == null ? revisions.dataset() : clocks.dataset;
  }

  /** The newest revision of a dossier, withdrawn or not. */
  Optional<RevisionRepository.Known> newest(String dossier) {
    return revisions.knownAfter(dossier, NEWEST);
  }

  /** The document of a revision. */
  public <T extends Record> T document(Revision revision, Class<T> type) {
    return type.cast(documents.get(revision.dataset(), dataset -> read(dataset, type)));
  }

  /**
   * Several deals at once, as they stand in given revisions: two statements at most, however many.
   *
   * @param datasets dataset numbers of the revisions
   */
  public Map<Long, Edition> deals(Collection<Long> datasets, LocalDate asOf) {
    return deals(datasets, asOf, reference(new Clocks()));
  }

  /** The same, read with a given state of the reference. */
  public Map<Long, Edition> deals(
      Collection<Long> datasets, LocalDate asOf, ReferenceEdition reference) {
    if (datasets.isEmpty()) {
      return Map.of();
    }
    Map<Long, Record> read =
        documents.getAll(
            datasets, missing -> parse(revisions.documents(List.copyOf(missing)), Dossier.class));
    Map<Long, Edition> deals = new HashMap<>();
    for (Revision revision : revisions.revisions(datasets)) {
      deals.put(
          revision.dataset(),
          new Edition(
              revision,
              (Dossier) read.get(revision.dataset()),
              reference.revision(),
              reference.reference(),
              asOf,
              revision.number()));
    }
    return deals;
  }

  /** The sources of several revisions at once, by their dataset numbers. */
  public Map<Long, SourcePlace> sources(Collection<Long> datasets) {
    Map<Long, SourcePlace> places = new HashMap<>();
    if (!datasets.isEmpty()) {
      List<Revision> found = revisions.revisions(datasets);
      Map<Long, Record> read = documents.getAllPresent(datasets);
      Map<Long, String> stored =
          read.size() == datasets.size()
              ? Map.of()
              : revisions.documents(
                  datasets.stream().filter(each -> !read.containsKey(each)).toList());
      for (Revision revision : found) {
        Record document = read.get(revision.dataset());
        if (document == null) {
          document =
              documents.get(
                  revision.dataset(),
                  dataset ->
                      parse(
                              Map.of(dataset, stored.get(dataset)),
                              revision.dossier().equals(REFERENCE)
                                  ? Reference.class
                                  : Dossier.class)
                          .get(dataset));
        }
        places.put(revision.dataset(), SourcePlace.of(revision, document));
      }
    }
    return places;
  }

  /** The dossier that holds a source, by its clocks; empty when it did not hold it then. */
  public Optional<SourcePlace> source(String dossier, String source, Clocks clocks) {
    SourcePlace place;
    if (dossier.equals(REFERENCE)) {
      ReferenceEdition reference = reference(clocks);
      place = SourcePlace.of(reference.revision(), reference.reference());
    } else {
      Edition deal = deal(dossier, clocks);
      place = SourcePlace.of(deal.revision(), deal.dossier());
    }
    return Optional.of(place).filter(each -> each.holds(source));
  }

  private <T extends Record> T read(long dataset, Class<T> type) {
    return type.cast(parse(revisions.documents(List.of(dataset)), type).get(dataset));
  }

  private static Map<Long, Record> parse(Map<Long, String> stored, Class<? extends Record> type) {
    Map<Long, Record> parsed = new HashMap<>();
    stored.forEach(
        (dataset, json) ->
            parsed.put(dataset, DossierParser.stored(json.getBytes(StandardCharsets.UTF_8), type)));
    return parsed;
  }

  private Optional<RevisionRepository.Known> known(String dossier, Clocks clocks) {
    if (clocks.dataset != null && clocks.knownAt != null) {
      throw ProblemType.INVALID_PARAMETER.because(
          Text.of(
              "'dataset' and 'knownAt' both say what was known; give one of them.",
              "« dataset » et « knownAt » disent tous deux ce qui était connu ; n’en donnez qu’un."),
          List.of(
              Fault.parameter(
                  "dataset", Text.of("Not together with 'knownAt'.", "Pas avec « knownAt »."))));
    }
    Optional<RevisionRepository.Known> known =
        clocks.knownAt == null
            ? revisions.knownAfter(dossier, clocks.dataset == null ? NEWEST : clocks.dataset)
            : revisions.knownAt(dossier, clocks.knownAt.toInstant());
    known.ifPresent(each -> heard(dossier, each.latest()));
    return known;
  }

  /** What is read here may be newer than what was announced: no older answer may follow it. */
  private void heard(String dossier, long latest) {
    if (latest > changes.newest()) {
      changes.changed(dossier, latest, dossier.equals(REFERENCE));
    }
  }

  private Problem noDeal(String id) {
    if (newest(id).isPresent() && !id.equals(REFERENCE)) {
      return ProblemType.NOT_FOUND.because(
          "Nothing was known of this deal at that point.",
          "Rien n’était connu de cet accord à ce moment.");
    }
    return missing("deal", "accord", id, revisions.similar("deal", id));
  }

  /** Something that is not there, with what may have been meant. */
  public static Problem missing(String en, String fr, String id, List<String> similar) {
    return similar.isEmpty()
        ? ProblemType.NOT_FOUND.because(
            "There is no %2$s '%1$s'.", "Il n’existe pas %3$s « %1$s ».", id, en, elided(fr))
        : ProblemType.NOT_FOUND.because(
            "There is no %2$s '%1$s'; did you mean '%4$s'?",
            "Il n’existe pas %3$s « %1$s » ; vouliez-vous dire « %4$s » ?",
            id,
            en,
            elided(fr),
            similar.get(0));
  }

  private static String elided(String noun) {
    return ("aeiouyéèh".indexOf(noun.charAt(0)) < 0 ? "de " : "d’") + noun;
  }
}

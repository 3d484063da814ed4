package org.clausebook.revision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
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
  private final Clock clock = Clock.systemUTC();
  private final Cache<Long, Record> documents =
      Caffeine.newBuilder()
          .maximumWeight(RevisionConfig.DOCUMENTS_BYTES)
          .weigher((Long dataset, Record document) -> RevisionConfig.weight(document))
          .build();

  Editions(RevisionRepository revisions) {
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

  /** The newest revision of a dossier, withdrawn or not. */
  Optional<RevisionRepository.Known> newest(String dossier) {
    return revisions.knownAfter(dossier, NEWEST);
  }

  /** The document of a revision. */
  public <T extends Record> T document(Revision revision, Class<T> type) {
    return type.cast(documents.get(revision.dataset(), dataset -> read(dataset, type)));
  }

  private <T extends Record> T read(long dataset, Class<T> type) {
    List<String> found = revisions.document(dataset);
    return DossierParser.stored(found.get(0).getBytes(StandardCharsets.UTF_8), type);
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
    if (clocks.knownAt != null) {
      Instant instant = clocks.knownAt.toInstant();
      return revisions.knownAt(dossier, instant);
    }
    return revisions.knownAfter(dossier, clocks.dataset == null ? NEWEST : clocks.dataset);
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

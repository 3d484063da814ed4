package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clausebook.dossier.DossierParser;

/**
 * Makes a checked document the current revision of its dossier. Everything happens in one
 * transaction: the log, the revision, its rows and the pointer; readers see all of it or nothing.
 */
@ApplicationScoped
public class Publisher {

  /** Held until the end of the transaction, so that publications become visible in their order. */
  private static final long LOCK = 0x436c617573656231L;

  private final EntityManager entities;
  private final RevisionRepository revisions;

  Publisher(EntityManager entities, RevisionRepository revisions) {
    this.entities = entities;
    this.revisions = revisions;
  }

  /**
   * Who publishes and why.
   *
   * @param issuer who vouches for the subject: an OpenID Connect issuer, or {@code clausebook} for
   *     the service itself
   * @param kind what sort of change: {@code worldChanged}, {@code correction} or {@code editorial}
   */
  public record Authorship(
      String issuer, String subject, String requestId, String note, String kind) {}

  /** Takes the lock that orders publications; what is read after it cannot be overtaken. */
  public void enterInOrder() {
    entities
        .createNativeQuery("select pg_advisory_xact_lock(:key)")
        .setParameter("key", LOCK)
        .getSingleResult();
  }

  /**
   * Publishes a document that the parser accepted.
   *
   * @param dossier slug of the deal, or {@code reference}
   * @return the new revision; the present one when the document says nothing new
   */
  @Transactional
  @ActivateRequestContext
  public Revision publish(String dossier, Record document, Authorship authorship) {
    enterInOrder();
    byte[] json = DossierParser.json(document);
    String contentHash = AuditChain.sha256(json);
    Optional<RevisionRepository.Known> present = revisions.knownAfter(dossier, Long.MAX_VALUE);
    if (present.isPresent()
        && present.get().action().equals("published")
        && present.get().revision().contentHash().equals(contentHash)) {
      return present.get().revision();
    }
    boolean isReference = dossier.equals(Editions.REFERENCE);
    int number = present.map(known -> known.latestNumber() + 1).orElse(1);
    Long reference =
        isReference
            ? null
            : revisions
                .knownAfter(Editions.REFERENCE, Long.MAX_VALUE)
                .orElseThrow(() -> new IllegalStateException("There is no reference dossier"))
                .revision()
                .dataset();
    PublicationEntity publication =
        log(dossier, "published", number, authorship, contentHash, reference);

    RevisionEntity revision = new RevisionEntity();
    revision.dataset = publication.dataset;
    revision.dossier = dossier;
    revision.number = number;
    revision.reference = reference;
    revision.contentHash = contentHash;
    revision.document = new String(json, StandardCharsets.UTF_8);
    entities.persist(revision);
    entities.flush();
    entities
        .createNativeQuery("select cast(project_revision(:dataset) as text)")
        .setParameter("dataset", publication.dataset)
        .getSingleResult();

    DossierEntity pointer = entities.find(DossierEntity.class, dossier);
    if (pointer == null) {
      pointer = new DossierEntity(dossier, isReference ? "reference" : "deal");
      entities.persist(pointer);
    }
    pointer.current = publication.dataset;
    entities.flush();
    return new Revision(
        dossier, number, publication.dataset, reference, publication.publishedAt, contentHash);
  }

  /**
   * Hides a deal from readers. Its revisions stay, and are found by pinned links.
   *
   * @param standing what stands, read after {@link #enterInOrder}
   * @return dataset number of the withdrawal
   */
  @Transactional
  @ActivateRequestContext
  public long withdraw(Standing standing, Authorship authorship) {
    Revision current = standing.current();
    PublicationEntity publication =
        log(
            standing.dossier(),
            "withdrawn",
            current.number(),
            authorship,
            current.contentHash(),
            current.reference());
    entities.find(DossierEntity.class, standing.dossier()).current = null;
    entities.flush();
    return publication.dataset;
  }

  private PublicationEntity log(
      String dossier,
      String action,
      int number,
      Authorship authorship,
      String contentHash,
      Long reference) {
    PublicationEntity last =
        entities
            .createQuery(
                "/* language=HQL */ select p from PublicationEntity p order by p.dataset desc",
                PublicationEntity.class)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElse(null);
    PublicationEntity publication = new PublicationEntity();
    publication.dataset = last == null ? 1 : last.dataset + 1;
    publication.dossier = dossier;
    publication.action = action;
    publication.kind = authorship.kind();
    publication.number = number;
    publication.publishedAt = after(last == null ? Instant.MIN : last.publishedAt);
    publication.issuer = authorship.issuer();
    publication.subject = authorship.subject();
    publication.requestId = authorship.requestId();
    publication.note = authorship.note();
    publication.previousHash = last == null ? AuditChain.GENESIS : last.hash;
    publication.hash = AuditChain.hash(publication, contentHash, reference);
    entities.persist(publication);
    entities.flush();
    return publication;
  }

  /** Now, but later than the last publication: the log is a clock. */
  private static Instant after(Instant last) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
  }
}

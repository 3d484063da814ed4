package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebook.dossier.DossierParser;
import org.clausebook.http.Sha256;

/**
 * Makes a checked document the current revision of its dossier. Everything happens in one
 * transaction: the log, the revision, its rows and the pointer; readers see all of it or nothing.
 */
@ApplicationScoped
public class Publisher {

  /** Held until the end of the transaction, so that publications become visible in their order. */
  private static final long LOCK = 0x436c617573656231L;

  private static final String PATIENCE = "10s";

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
   */
  public record Authorship(
      String issuer, String subject, String requestId, String note, ChangeKind kind) {

    /** Vouches for whoever acts by commands on the server itself, and for the service. */
    static final String OURSELVES = "clausebook";

    static final String OPERATOR = "operator";

    /** By the hand of an operator, with a command. */
    public static Authorship ofOperator(String requestId, String note, ChangeKind kind) {
      return new Authorship(OURSELVES, OPERATOR, requestId, note, kind);
    }
  }

  /**
   * Takes the lock that orders publications; what is read after it cannot be overtaken. Others may
   * be publishing, so this waits longer for it than a reader does for anything.
   */
  public void enterInOrder() {
    entities
        .createNativeQuery(
            "select set_config('lock_timeout', :patience, true), pg_advisory_xact_lock(:key)")
        .setParameter("patience", PATIENCE)
        .setParameter("key", LOCK)
        .getSingleResult();
  }

  /**
   * A document that the parser accepted, in its canonical form.
   *
   * @param dossier slug of the deal, or {@code reference}
   */
  public record Submission(String dossier, String json, String contentHash, Authorship authorship) {

    public static Submission of(String dossier, Record document, Authorship authorship) {
      byte[] json = DossierParser.json(document);
      return new Submission(
          dossier, new String(json, StandardCharsets.UTF_8), Sha256.of(json), authorship);
    }

    private boolean isReference() {
      return dossier.equals(Editions.REFERENCE);
    }
  }

  /**
   * Publishes a document.
   *
   * @return the new revision; the present one when the document says nothing new
   */
  @Transactional
  @ActivateRequestContext
  public Revision publish(String dossier, Record document, Authorship authorship) {
    return publish(List.of(Submission.of(dossier, document, authorship))).get(0);
  }

  /**
   * Publishes documents of as many dossiers, in their order; quicker than one by one.
   *
   * @return their new revisions, or the present ones where a document says nothing new
   */
  @Transactional
  @ActivateRequestContext
  public List<Revision> publish(List<Submission> submissions) {
    enterInOrder();
    Map<String, RevisionRepository.Known> present =
        revisions.newest(submissions.stream().map(Submission::dossier).toList());
    List<Revision> published = new ArrayList<>();
    List<RevisionEntity> made = new ArrayList<>();
    PublicationEntity last = lastLine();
    Long reference = submissions.stream().allMatch(Submission::isReference) ? null : reference();
    for (Submission each : submissions) {
      RevisionRepository.Known known = present.get(each.dossier());
      if (known != null
          && known.action() == Action.published
          && known.revision().contentHash().equals(each.contentHash())) {
        published.add(known.revision());
        continue;
      }
      int number = known == null ? 1 : known.latestNumber() + 1;
      last =
          log(
              last,
              each.dossier(),
              Action.published,
              number,
              each.authorship(),
              each.contentHash(),
              each.isReference() ? null : reference);
      RevisionEntity revision = new RevisionEntity();
      revision.dataset = last.dataset;
      revision.dossier = each.dossier();
      revision.number = number;
      revision.reference = each.isReference() ? null : reference;
      revision.contentHash = each.contentHash();
      revision.document = each.json();
      made.add(revision);
      published.add(
          new Revision(
              each.dossier(),
              number,
              last.dataset,
              revision.reference,
              last.publishedAt,
              each.contentHash()));
    }
    made.forEach(entities::persist);
    entities.flush();
    if (!made.isEmpty()) {
      show(made);
    }
    return published;
  }

  /** Writes the parts of revisions into rows and points their dossiers at them. */
  private void show(List<RevisionEntity> made) {
    String datasets =
        made.stream()
            .map(each -> Long.toString(each.dataset))
            .collect(Collectors.joining(",", "{", "}"));
    entities
        .createNativeQuery("select cast(project_revisions(cast(:datasets as bigint[])) as text)")
        .setParameter("datasets", datasets)
        .getSingleResult();
    entities
        .createNativeQuery(
            """
            insert into dossier (id, kind, current)
            select r.dossier, case when r.reference is null then 'reference' else 'deal' end, r.dataset
            from revision r where r.dataset = any (cast(:datasets as bigint[]))
            on conflict (id) do update set current = excluded.current, version = dossier.version + 1
            """)
        .setParameter("datasets", datasets)
        .executeUpdate();
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
            lastLine(),
            standing.dossier(),
            Action.withdrawn,
            current.number(),
            authorship,
            current.contentHash(),
            current.reference());
    entities.find(DossierEntity.class, standing.dossier()).current = null;
    entities.flush();
    return publication.dataset;
  }

  private PublicationEntity lastLine() {
    return entities
        .createQuery(
            "/* language=HQL */ select p from PublicationEntity p order by p.dataset desc",
            PublicationEntity.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Dataset number of the reference that stands. */
  private long reference() {
    return revisions
        .knownAfter(Editions.REFERENCE, Long.MAX_VALUE)
        .orElseThrow(() -> new IllegalStateException("There is no reference dossier"))
        .revision()
        .dataset();
  }

  private PublicationEntity log(
      PublicationEntity last,
      String dossier,
      Action action,
      int number,
      Authorship authorship,
      String contentHash,
      Long reference) {
    PublicationEntity publication = new PublicationEntity();
    publication.dataset = last == null ? 1 : last.dataset + 1;
    publication.dossier = dossier;
    publication.action = action.name();
    publication.kind = authorship.kind().name();
    publication.number = number;
    publication.publishedAt = after(last == null ? Instant.MIN : last.publishedAt);
    publication.issuer = authorship.issuer();
    publication.subject = authorship.subject();
    publication.requestId = authorship.requestId();
    publication.note = authorship.note();
    publication.previousHash = last == null ? AuditChain.GENESIS : last.hash;
    publication.hash = AuditChain.hash(publication, contentHash, reference);
    entities.persist(publication);
    return publication;
  }

  /** Now, but later than the last publication: the log is a clock. */
  private static Instant after(Instant last) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
  }
}

package org.clausebook.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which revision answers, and what it says. */
@ApplicationScoped
@ActivateRequestContext
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, Long> {

  /**
   * What the log says of a dossier at a point of its clock.
   *
   * @param action {@code published} or {@code withdrawn}
   * @param latest dataset number of the newest publication of the dossier, whatever was asked
   */
  record Known(Revision revision, String action, String note, long latest, int latestNumber) {}

  private static final String KNOWN =
      """
      /* language=HQL */
      select new org.clausebook.revision.RevisionRepository$Known(
        new org.clausebook.revision.Revision(
          r.dossier, r.number, r.dataset, r.reference, made.publishedAt, r.contentHash),
        p.action, p.note,
        (select max(l.dataset) from PublicationEntity l where l.dossier = :dossier),
        (select max(l.number) from RevisionEntity l where l.dossier = :dossier))
      from PublicationEntity p
      join RevisionEntity r on r.dossier = p.dossier and r.number = p.number
      join PublicationEntity made on made.dataset = r.dataset
      where p.dossier = :dossier and
      """;

  /** As known after a publication of the record, counting all dossiers. */
  Optional<Known> knownAfter(String dossier, long dataset) {
    return getEntityManager()
        .createQuery(KNOWN + "p.dataset <= :dataset order by p.dataset desc", Known.class)
        .setParameter("dossier", dossier)
        .setParameter("dataset", dataset)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** What the log says last of each of these dossiers that it knows. */
  Map<String, Known> newest(Collection<String> dossiers) {
    return getEntityManager()
        .createQuery(
            """
            /* language=HQL */
            select distinct p.dossier from PublicationEntity p where p.dossier in :dossiers
            """,
            String.class)
        .setParameter("dossiers", dossiers)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                Function.identity(), each -> knownAfter(each, Long.MAX_VALUE).orElseThrow()));
  }

  /** As known at an instant. */
  Optional<Known> knownAt(String dossier, Instant instant) {
    return getEntityManager()
        .createQuery(KNOWN + "p.publishedAt <= :instant order by p.dataset desc", Known.class)
        .setParameter("dossier", dossier)
        .setParameter("instant", instant)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The documents of revisions, by their dataset numbers. */
  Map<Long, String> documents(Collection<Long> datasets) {
    return getEntityManager()
        .createQuery(
            """
            /* language=HQL */
            select r.dataset, r.document from RevisionEntity r where r.dataset in :datasets
            """,
            Object[].class)
        .setParameter("datasets", datasets)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  List<Revision> revisions(Collection<Long> datasets) {
    return getEntityManager()
        .createQuery(
            """
            /* language=HQL */
            select new org.clausebook.revision.Revision(
              r.dossier, r.number, r.dataset, r.reference, p.publishedAt, r.contentHash)
            from RevisionEntity r join PublicationEntity p on p.dataset = r.dataset
            where r.dataset in :datasets
            """,
            Revision.class)
        .setParameter("datasets", datasets)
        .getResultList();
  }

  /** Number of the last publication of the whole record; 0 before the first. */
  long dataset() {
    return getEntityManager()
        .createQuery(
            "/* language=HQL */ select coalesce(max(p.dataset), 0) from PublicationEntity p",
            Long.class)
        .getSingleResult();
  }

  /** When a publication became visible. */
  Instant publishedAt(long dataset) {
    return getEntityManager()
        .createQuery(
            """
            /* language=HQL */
            select p.publishedAt from PublicationEntity p where p.dataset = :dataset
            """,
            Instant.class)
        .setParameter("dataset", dataset)
        .getSingleResult();
  }

  long datasetAt(Instant instant) {
    return getEntityManager()
        .createQuery(
            """
            /* language=HQL */
            select coalesce(max(p.dataset), 0) from PublicationEntity p
            where p.publishedAt <= :instant
            """,
            Long.class)
        .setParameter("instant", instant)
        .getSingleResult();
  }

  List<String> similar(String kind, String id) {
    @SuppressWarnings("unchecked")
    List<String> found =
        getEntityManager()
            .createNativeQuery(
                """
                select cast(d.id as text) from dossier d
                where d.id % :id and similarity(d.id, :id) > 0.4
                  and d.kind = :kind and d.current is not null
                order by similarity(d.id, :id) desc, d.id limit 1
                """)
            .setParameter("kind", kind)
            .setParameter("id", id)
            .getResultList();
    return found;
  }
}

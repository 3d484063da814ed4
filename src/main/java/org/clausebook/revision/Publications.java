package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebook.revision.Publisher.Authorship;

/**
 * Reads the log. Its numbers are given under a lock that is held until they are visible, so whoever
 * has read up to a number has missed nothing before it.
 */
@ApplicationScoped
@ActivateRequestContext
public class Publications {

  private static final String SELECTED =
      """
      /* language=HQL */
      select p from PublicationEntity p
      where p.dossier = coalesce(:dossier, p.dossier) and p.kind = coalesce(:kind, p.kind)
      """;

  private final EntityManager entities;
  private final RevisionRepository revisions;

  Publications(EntityManager entities, RevisionRepository revisions) {
    this.entities = entities;
    this.revisions = revisions;
  }

  /**
   * Which lines to read.
   *
   * @param dossier null for all
   * @param kind null for all
   */
  public record Selection(String dossier, ChangeKind kind) {

    public static final Selection ALL = new Selection(null, null);
  }

  /** The lines after a number, oldest first; one more than the limit, if there are more. */
  public List<Publication> after(long dataset, Selection selection, int limit) {
    return read("and p.dataset > :dataset order by p.dataset", dataset, selection, limit);
  }

  /** The lines before a number, newest first; one more than the limit, if there are more. */
  public List<Publication> before(long dataset, Selection selection, int limit) {
    return read("and p.dataset < :dataset order by p.dataset desc", dataset, selection, limit);
  }

  /** Number of the last line made by an instant; 0 when there was none. */
  public long at(Instant instant) {
    return revisions.datasetAt(instant);
  }

  /** True when a dossier was ever published, whatever became of it. */
  public boolean know(String dossier) {
    return !before(Long.MAX_VALUE, new Selection(dossier, null), 1).isEmpty();
  }

  /** The line that published a revision. */
  public Optional<Publication> of(String dossier, int number) {
    return entities
        .createQuery(
            """
            /* language=HQL */
            select p from PublicationEntity p join RevisionEntity r on r.dataset = p.dataset
            where r.dossier = :dossier and r.number = :number
            """,
            PublicationEntity.class)
        .setParameter("dossier", dossier)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .map(Publications::line);
  }

  /** The newest request of an operator whose name begins so, of those that published something. */
  public Optional<String> lastRequest(String prefix) {
    return entities
        .createQuery(
            """
            /* language=HQL */
            select p.requestId from PublicationEntity p
            where p.requestId like concat(:prefix, '%')
              and p.issuer = :issuer and p.subject = :subject
            order by p.dataset desc
            """,
            String.class)
        .setParameter("prefix", prefix)
        .setParameter("issuer", Authorship.OURSELVES)
        .setParameter("subject", Authorship.OPERATOR)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private List<Publication> read(String part, long dataset, Selection selection, int limit) {
    return entities
        .createQuery(SELECTED + part, PublicationEntity.class)
        .setParameter("dossier", selection.dossier())
        .setParameter("kind", selection.kind() == null ? null : selection.kind().name())
        .setParameter("dataset", dataset)
        .setMaxResults(limit == Integer.MAX_VALUE ? limit : limit + 1)
        .getResultStream()
        .map(Publications::line)
        .toList();
  }

  private static Publication line(PublicationEntity p) {
    return new Publication(
        p.dataset,
        p.dossier,
        Action.valueOf(p.action),
        ChangeKind.valueOf(p.kind),
        p.number,
        p.publishedAt,
        p.issuer,
        p.subject,
        p.note,
        p.hash);
  }
}

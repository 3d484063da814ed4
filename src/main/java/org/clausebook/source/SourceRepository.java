package org.clausebook.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** Where sources stand, and who refers to their statements. */
@ApplicationScoped
class SourceRepository {

  private final EntityManager entities;

  SourceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** A source and the revision that holds it. */
  record Place(String source, String dossier, long dataset) {}

  /** What refers to a statement. */
  record Reference(String statement, String kind, String id, String dossier) {}

  List<Place> current(String after, int limit) {
    return places(
        """
        select s.id, r.dossier, r.dataset
        from source s
        join dossier d on d.current = s.revision
        join revision r on r.dataset = s.revision
        where s.id > :id
        order by s.id
        limit :limit
        """,
        after,
        limit);
  }

  /** The newest dossier that held the source, whether or not its newest revision still does. */
  Optional<Place> find(String id) {
    return places(
            """
            select s.id, r.dossier, r.dataset
            from source s
            join revision r on r.dataset = s.revision
            where s.id = :id
            order by r.dataset desc
            limit :limit
            """,
            id,
            1)
        .stream()
        .findFirst();
  }

  List<String> similar(String id) {
    @SuppressWarnings("unchecked")
    List<String> found =
        entities
            .createNativeQuery(
                """
                select cast(s.id as text) from source s join dossier d on d.current = s.revision
                where similarity(s.id, :id) > 0.4
                order by similarity(s.id, :id) desc, s.id
                limit 1
                """)
            .setParameter("id", id)
            .getResultList();
    return found;
  }

  /**
   * Everything that refers to a source's statements: in the revision itself and, for a source of
   * the reference, in the deals that readers see.
   */
  List<Reference> references(String source, long dataset) {
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        entities
            .createNativeQuery(
                """
                select cast(c.statement as text) as statement, c.fact_kind as kind, c.fact_id as id,
                       cast(r.dossier as text) as dossier, 0 as rank
                from citation c
                join revision r on r.dataset = c.revision
                where c.statement_revision = :dataset and c.source = :source
                  and (c.revision = :dataset or c.revision in (select d.current from dossier d))
                union all
                select cast(s.statement as text), 'contested', cast(s.discrepancy as text),
                       cast(r.dossier as text), 1
                from discrepancy_statement s
                join revision r on r.dataset = s.revision
                where s.statement_revision = :dataset and s.source = :source
                  and (s.revision = :dataset or s.revision in (select d.current from dossier d))
                order by rank, dossier, kind, id
                """,
                Tuple.class)
            .setParameter("dataset", dataset)
            .setParameter("source", source)
            .getResultList();
    return found.stream()
        .map(
            row ->
                new Reference(
                    row.get("statement", String.class),
                    row.get("kind", String.class),
                    row.get("id", String.class),
                    row.get("dossier", String.class)))
        .toList();
  }

  private List<Place> places(String sql, String id, int limit) {
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        entities
            .createNativeQuery(sql, Tuple.class)
            .setParameter("id", id)
            .setParameter("limit", limit)
            .getResultList();
    return found.stream()
        .map(
            row ->
                new Place(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, Number.class).longValue()))
        .toList();
  }
}

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
  record Place(String source, long dataset) {}

  /** What refers to a statement. */
  record Reference(String statement, String kind, String id, String dossier) {}

  /** The sources that readers see now, by identifier. */
  List<Place> current(String after, int limit) {
    return places(
        """
        select s.id, r.dataset
        from source s
        join dossier d on d.current = s.revision
        join revision r on r.dataset = s.revision
        where s.id > :id
        order by s.id
        limit :number
        """,
        after,
        limit);
  }

  /** Where readers saw a source after a publication. */
  Optional<Place> find(String id, long dataset) {
    return places(
            """
            select s.id, r.dataset
            from source s
            join revision r on r.dataset = s.revision
            where s.id = :id and r.dataset = revision_after(r.dossier, :number)
            """,
            id,
            dataset)
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
                where s.id % :id and similarity(s.id, :id) > 0.4
                order by similarity(s.id, :id) desc, s.id
                limit 1
                """)
            .setParameter("id", id)
            .getResultList();
    return found;
  }

  /**
   * Everything that refers to a source's statements in what readers saw after a publication. A deal
   * may have cited the source as it stood in an earlier revision of the reference.
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
                where c.source = :source and c.revision = revision_after(r.dossier, :dataset)
                union all
                select cast(s.statement as text), 'contested', cast(s.discrepancy as text),
                       cast(r.dossier as text), 1
                from discrepancy_statement s
                join revision r on r.dataset = s.revision
                where s.source = :source and s.revision = revision_after(r.dossier, :dataset)
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

  private List<Place> places(String sql, String id, long number) {
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        entities
            .createNativeQuery(sql, Tuple.class)
            .setParameter("id", id)
            .setParameter("number", number)
            .getResultList();
    return found.stream()
        .map(row -> new Place(row.get(0, String.class), row.get(1, Number.class).longValue()))
        .toList();
  }
}

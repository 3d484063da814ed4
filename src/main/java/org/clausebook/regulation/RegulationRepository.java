package org.clausebook.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;

/** Which implications touch a regulation, asked of the rows of the revisions that count. */
@ApplicationScoped
class RegulationRepository {

  private static final int FEW = 1000;

  private final EntityManager entities;

  RegulationRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Implications by deal and in the order of their dossiers, a hundred at most, as they stood after
   * a publication. Those of a regulation that many touch are looked for along the list of deals,
   * which ends with the hundredth; those of a rare one by the regulation.
   *
   * @param dataset number of the publication; of the newest for the present
   */
  List<Regulation.Touch> implications(String regulation, long dataset) {
    return implications(regulation, dataset, FEW);
  }

  List<Regulation.Touch> implications(String regulation, long dataset, int few) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                with few as materialized (
                  select revision, implication, basis from implication_regulation
                  where regulation = :regulation limit :few + 1
                ),
                found as (
                  (select d.id as deal, few.revision, few.implication, few.basis
                   from few join deal d using (revision)
                   where (select count(*) from few) <= :few
                     and few.revision = revision_after(d.id, :dataset))
                  union all
                  (select o.id, l.revision, l.implication, l.basis
                   from dossier o
                   join implication_regulation l on l.revision = revision_after(o.id, :dataset)
                   join implication i on i.revision = l.revision and i.id = l.implication
                   where (select count(*) from few) > :few and l.regulation = :regulation
                   order by o.id, i.position limit 100)
                )
                select cast(f.deal as text), cast(i.id as text), cast(i.title_fr as text),
                       cast(i.title_en as text), cast(i.region as text), f.basis
                from found f
                join implication i on i.revision = f.revision and i.id = f.implication
                order by f.deal, i.position
                limit 100
                """,
                Tuple.class)
            .setParameter("regulation", regulation)
            .setParameter("dataset", dataset)
            .setParameter("few", few)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Regulation.Touch(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    new Text(row.get(2, String.class), row.get(3, String.class)),
                    row.get(4, String.class),
                    Dossier.Basis.valueOf(row.get(5, String.class)),
                    Link.to(
                        "/v1/deals/%s/implications/%s"
                            .formatted(row.get(0, String.class), row.get(1, String.class)))))
        .toList();
  }
}

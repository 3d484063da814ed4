package org.clausebook.stakeholder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;

/** Which deals concern a stakeholder, asked of the rows of the revisions that count. */
@ApplicationScoped
class StakeholderRepository {

  private static final int FEW = 1000;

  private final EntityManager entities;

  StakeholderRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Deals by identifier, a hundred at most, as they stood after a publication. Those of a name that
   * many have are looked for along the list of deals, which ends with the hundredth; those of a
   * rare one by the name.
   *
   * @param dataset number of the publication; of the newest for the present
   */
  List<Stakeholder.Part> deals(String stakeholder, long dataset) {
    return deals(stakeholder, dataset, FEW);
  }

  List<Stakeholder.Part> deals(String stakeholder, long dataset, int few) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                with few as materialized (
                  select revision, role from deal_stakeholder
                  where stakeholder = :stakeholder limit :few + 1
                ),
                found as (
                  (select d.id, d.title_fr, d.title_en, few.role
                   from few join deal d using (revision)
                   where (select count(*) from few) <= :few
                     and few.revision = revision_after(d.id, :dataset))
                  union all
                  (select d.id, d.title_fr, d.title_en, s.role
                   from dossier o
                   join deal_stakeholder s on s.revision = revision_after(o.id, :dataset)
                   join deal d using (revision)
                   where (select count(*) from few) > :few and s.stakeholder = :stakeholder
                   order by o.id limit 100)
                )
                select cast(id as text), cast(title_fr as text), cast(title_en as text), role
                from found order by id limit 100
                """,
                Tuple.class)
            .setParameter("stakeholder", stakeholder)
            .setParameter("dataset", dataset)
            .setParameter("few", few)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Stakeholder.Part(
                    row.get(0, String.class),
                    new Text(row.get(1, String.class), row.get(2, String.class)),
                    Dossier.Role.valueOf(row.get(3, String.class)),
                    Link.to("/v1/deals/" + row.get(0, String.class) + "/stakeholders")))
        .toList();
  }
}

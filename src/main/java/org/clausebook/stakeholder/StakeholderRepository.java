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

  private final EntityManager entities;

  StakeholderRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Deals by identifier, a hundred at most, as they stood after a publication.
   *
   * @param dataset number of the publication; of the newest for the present
   */
  List<Stakeholder.Part> deals(String stakeholder, long dataset) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                select cast(d.id as text), cast(d.title_fr as text), cast(d.title_en as text), s.role
                from deal_stakeholder s
                join deal d on d.revision = s.revision
                where s.stakeholder = :stakeholder
                  and s.revision = revision_after(d.id, :dataset)
                order by d.id
                limit 100
                """,
                Tuple.class)
            .setParameter("stakeholder", stakeholder)
            .setParameter("dataset", dataset)
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

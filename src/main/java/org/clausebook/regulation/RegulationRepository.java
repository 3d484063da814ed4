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

  private final EntityManager entities;

  RegulationRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Implications by deal and in the order of their dossiers, a hundred at most, as they stood after
   * a publication.
   *
   * @param dataset number of the publication; of the newest for the present
   */
  List<Regulation.Touch> implications(String regulation, long dataset) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                select cast(d.id as text), cast(i.id as text), cast(i.title_fr as text),
                       cast(i.title_en as text), cast(i.region as text), l.basis
                from implication_regulation l
                join implication i on i.revision = l.revision and i.id = l.implication
                join deal d on d.revision = l.revision
                where l.regulation = :regulation
                  and l.revision = revision_after(d.id, :dataset)
                order by d.id, i.position
                limit 100
                """,
                Tuple.class)
            .setParameter("regulation", regulation)
            .setParameter("dataset", dataset)
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
                        "/v1/deals/"
                            + row.get(0, String.class)
                            + "/implications?regulation="
                            + regulation)))
        .toList();
  }
}

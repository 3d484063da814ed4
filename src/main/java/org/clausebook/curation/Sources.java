package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Violation;
import org.clausebook.http.language.Text;

/** The slugs of sources are of one space for the whole record: each belongs to one dossier. */
@ApplicationScoped
class Sources {

  private final EntityManager entities;

  Sources(EntityManager entities) {
    this.entities = entities;
  }

  /** Refuses a dossier with a source whose slug belongs to another. */
  @Transactional
  void belongTo(Dossier dossier) {
    List<String> slugs = dossier.sources().stream().map(each -> each.id()).toList();
    if (slugs.isEmpty()) {
      return;
    }
    @SuppressWarnings("unchecked")
    List<Object[]> taken =
        entities
            .createNativeQuery(
                """
                select distinct cast(s.id as text), cast(d.id as text)
                from source s join dossier d on d.current = s.revision
                where cast(s.id as text) in (:slugs) and d.id <> :deal
                """)
            .setParameter("slugs", slugs)
            .setParameter("deal", dossier.deal())
            .getResultList();
    List<Violation> violations = new ArrayList<>();
    for (Object[] each : taken) {
      violations.add(
          new Violation(
              "/sources/" + slugs.indexOf((String) each[0]) + "/id",
              0,
              Text.of(
                  "The source '%s' belongs to the dossier '%s'; give this one another slug.",
                  "La source « %s » appartient au dossier « %s » ; donnez à celle-ci un autre identifiant.",
                  each[0],
                  each[1])));
    }
    if (!violations.isEmpty()) {
      throw InvalidDocument.invalid(violations);
    }
  }
}

package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Source;
import org.clausebook.dossier.Violation;
import org.clausebook.http.language.Text;

/**
 * The slugs of sources are of one space for the whole record: each belongs to one dossier. No other
 * deal may take one, even when its own was withdrawn or has it no more: past answers name it, and
 * it may come back. The reference may, where no deal has it now.
 */
@ApplicationScoped
class Sources {

  private final EntityManager entities;

  Sources(EntityManager entities) {
    this.entities = entities;
  }

  /** Refuses a dossier with a source whose slug belongs to another. */
  void belongTo(Dossier dossier) {
    belongTo(dossier, owners(List.of(dossier)));
  }

  /**
   * The dossiers that the sources of some dossiers belong to, by the slug of the source: those that
   * had them last, in whichever revision.
   */
  @Transactional
  Map<String, String> owners(List<Dossier> dossiers) {
    List<String> slugs =
        dossiers.stream().flatMap(each -> each.sources().stream()).map(Source::id).toList();
    if (slugs.isEmpty()) {
      return new HashMap<>();
    }
    @SuppressWarnings("unchecked")
    List<Object[]> taken =
        entities
            .createNativeQuery(
                """
                select cast(asked.id as text), cast(r.dossier as text)
                from unnest(string_to_array(:slugs, ' ')) asked (id)
                cross join lateral (
                  select s.revision from source s where s.id = asked.id
                  order by s.revision desc
                  limit 1) newest
                join revision r on r.dataset = newest.revision
                """)
            .setParameter("slugs", String.join(" ", slugs))
            .getResultList();
    Map<String, String> owners = new HashMap<>();
    taken.forEach(each -> owners.put((String) each[0], (String) each[1]));
    return owners;
  }

  /** Refuses it likewise, by what was read of the owners. */
  static void belongTo(Dossier dossier, Map<String, String> owners) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < dossier.sources().size(); i++) {
      String slug = dossier.sources().get(i).id();
      String owner = owners.getOrDefault(slug, dossier.deal());
      if (!owner.equals(dossier.deal())) {
        violations.add(
            new Violation(
                "/sources/" + i + "/id",
                0,
                Text.of(
                    "The source '%s' belongs to the dossier '%s'; give this one another slug.",
                    "La source « %s » appartient au dossier « %s » ; donnez à celle-ci un autre identifiant.",
                    slug,
                    owner)));
      }
    }
    if (!violations.isEmpty()) {
      throw InvalidDocument.invalid(violations);
    }
  }
}

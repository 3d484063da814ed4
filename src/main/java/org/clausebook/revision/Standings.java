package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands now, for whoever looks back on it or is about to change it. */
@ApplicationScoped
@ActivateRequestContext
public class Standings {

  private final EntityManager entities;
  private final Pointers pointers;
  private final StoredDocuments documents;

  Standings(EntityManager entities, Pointers pointers, StoredDocuments documents) {
    this.entities = entities;
    this.pointers = pointers;
    this.documents = documents;
  }

  public Standing of(String dossier) {
    Optional<RevisionRepository.Known> newest = pointers.read(dossier);
    return newest
        .map(
            known ->
                new Standing(
                    dossier,
                    known.action() == Action.published ? known.revision() : null,
                    known.latestNumber()))
        .orElseGet(() -> new Standing(dossier, null, 0));
  }

  /** The dossiers of deals that readers see, in the order of their slugs. */
  public List<String> deals() {
    return entities
        .createQuery(
            "/* language=HQL */ select d.id from DossierEntity d where d.kind = 'deal' and d.current is not null order by d.id",
            String.class)
        .getResultList();
  }

  /** The deals that readers see and whose dossiers name one of these identifiers. */
  public List<String> dealsNaming(Set<String> identifiers) {
    if (identifiers.isEmpty()) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    List<String> deals =
        entities
            .createNativeQuery(
                """
                select cast(d.id as text) from dossier d join revision r on r.dataset = d.current
                where d.kind = 'deal'
                  and cast(r.document as text) like any (string_to_array(:patterns, ' '))
                order by d.id
                """)
            .setParameter(
                "patterns",
                identifiers.stream()
                    .map(each -> "%\"" + each + "\"%")
                    .collect(Collectors.joining(" ")))
            .getResultList();
    return deals;
  }

  /** The document that a publication made visible. */
  public Record document(long dataset) {
    RevisionEntity found = entities.find(RevisionEntity.class, dataset);
    Revision revision =
        new Revision(
            found.dossier, found.number, dataset, found.reference, null, found.contentHash);
    return documents.document(revision);
  }

  public String contentHash(long dataset) {
    return entities.find(RevisionEntity.class, dataset).contentHash;
  }
}

package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;

/** What stands now, for whoever looks back on it or is about to change it. */
@ApplicationScoped
@ActivateRequestContext
public class Standings {

  private final EntityManager entities;
  private final RevisionRepository revisions;
  private final Editions editions;

  Standings(EntityManager entities, RevisionRepository revisions, Editions editions) {
    this.entities = entities;
    this.revisions = revisions;
    this.editions = editions;
  }

  public Standing of(String dossier) {
    Optional<RevisionRepository.Known> newest = revisions.knownAfter(dossier, Long.MAX_VALUE);
    return newest
        .map(
            known ->
                new Standing(
                    dossier,
                    known.action().equals("published") ? known.revision() : null,
                    known.latest(),
                    known.latestNumber()))
        .orElseGet(() -> new Standing(dossier, null, 0, 0));
  }

  /** The dossiers of deals that readers see, in the order of their slugs. */
  public List<String> deals() {
    return entities
        .createQuery(
            "/* language=HQL */ select d.id from DossierEntity d where d.kind = 'deal' and d.current is not null order by d.id",
            String.class)
        .getResultList();
  }

  /** The document that a publication made visible. */
  public Record document(long dataset) {
    RevisionEntity found = entities.find(RevisionEntity.class, dataset);
    Revision revision =
        new Revision(
            found.dossier, found.number, dataset, found.reference, null, found.contentHash);
    return found.dossier.equals(Editions.REFERENCE)
        ? editions.document(revision, Reference.class)
        : editions.document(revision, Dossier.class);
  }

  public String contentHash(long dataset) {
    return entities.find(RevisionEntity.class, dataset).contentHash;
  }
}

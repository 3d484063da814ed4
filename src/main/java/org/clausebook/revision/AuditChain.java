package org.clausebook.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that nobody tampered with the past: every line of the log hangs on the one before it and
 * on the content of the revision it published, and every revision is what its hash says.
 */
@ApplicationScoped
public class AuditChain {

  private final EntityManager entities;

  AuditChain(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What was found.
   *
   * @param lines how many lines the log has
   * @param head hash of the last; who keeps it elsewhere can tell whether the end was cut off
   * @param faults what does not hold, in the order of the log; empty when all does
   */
  public record Finding(long lines, String head, List<String> faults) {}

  @Transactional
  public Finding verify() {
    List<String> faults = new ArrayList<>();
    String previous = Publisher.GENESIS;
    long expected = 1;
    for (PublicationEntity line : lines()) {
      if (line.dataset != expected) {
        faults.add("before line " + line.dataset + ": line " + expected + " is missing");
      }
      if (!line.previousHash.equals(previous)) {
        faults.add("line " + line.dataset + ": does not hang on the line before it");
      }
      RevisionEntity revision = revision(line);
      if (revision == null) {
        faults.add("line " + line.dataset + ": its revision is missing");
      } else {
        String content = Publisher.sha256(revision.document.getBytes(StandardCharsets.UTF_8));
        if (!content.equals(revision.contentHash)) {
          faults.add(
              "revision " + line.number + " of " + line.dossier + ": the document was changed");
        }
        String hash =
            Publisher.sha256(
                Publisher.chained(line, revision.contentHash).getBytes(StandardCharsets.UTF_8));
        if (!hash.equals(line.hash)) {
          faults.add("line " + line.dataset + ": it or its revision was changed");
        }
        entities.detach(revision);
      }
      entities.detach(line);
      previous = line.hash;
      expected = line.dataset + 1;
    }
    return new Finding(expected - 1, previous, faults);
  }

  private List<PublicationEntity> lines() {
    return entities
        .createQuery(
            "/* language=HQL */ select p from PublicationEntity p order by p.dataset",
            PublicationEntity.class)
        .getResultList();
  }

  private RevisionEntity revision(PublicationEntity line) {
    return entities
        .createQuery(
            "/* language=HQL */ select r from RevisionEntity r where r.dossier = :dossier and r.number = :number",
            RevisionEntity.class)
        .setParameter("dossier", line.dossier)
        .setParameter("number", line.number)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }
}

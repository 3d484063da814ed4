package org.clausebook.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clausebook.http.Sha256;

/**
 * Chains the lines of the log, and checks that nobody tampered with the past: every line hangs on
 * the one before it and on the content of the revision it published, every revision is what its
 * hash says, and readers are shown what the log says last.
 */
@ApplicationScoped
public class AuditChain {

  /** What the first line hangs on. */
  static final String GENESIS = "0".repeat(64);

  private static final int LINES_AT_ONCE = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /**
   * The hash of a line: SHA-256 of a JSON array of strings, without white space, which holds the
   * hash of the line before and everything this one says. No text in it can pass for another.
   *
   * @param reference dataset number of the reference that the revision was checked against
   */
  static String hash(PublicationEntity line, String contentHash, Long reference) {
    try {
      return Sha256.of(
          JSON.writeValueAsBytes(
              Arrays.asList(
                  line.previousHash,
                  Long.toString(line.dataset),
                  line.dossier,
                  line.action,
                  line.kind,
                  Integer.toString(line.number),
                  line.publishedAt.toString(),
                  line.issuer,
                  line.subject,
                  line.requestId,
                  line.note,
                  contentHash,
                  reference == null ? null : reference.toString())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings can always be written", e);
    }
  }

  /** Reads the whole record, however long it takes, and holds nothing up meanwhile. */
  public Finding verify() {
    List<String> faults = new ArrayList<>();
    String previous = GENESIS;
    long last = 0;
    List<Object[]> lines = after(last);
    while (!lines.isEmpty()) {
      for (Object[] each : lines) {
        PublicationEntity line = (PublicationEntity) each[0];
        if (line.dataset != last + 1) {
          faults.add(missing(last + 1, line.dataset - 1));
        }
        check(line, (RevisionEntity) each[1], previous, faults);
        previous = line.hash;
        last = line.dataset;
      }
      lines = after(last);
    }
    faults.addAll(astray());
    return new Finding(last, previous, faults);
  }

  private static void check(
      PublicationEntity line, RevisionEntity revision, String previous, List<String> faults) {
    String place = "line " + line.dataset + " (" + line.dossier + ", revision " + line.number + ")";
    if (!line.previousHash.equals(previous)) {
      faults.add(place + ": does not hang on the line before it");
    }
    if (revision == null) {
      faults.add(place + ": its revision is missing");
      return;
    }
    if (!Sha256.of(revision.document.getBytes(StandardCharsets.UTF_8))
        .equals(revision.contentHash)) {
      faults.add(place + ": the document of the revision was changed");
    }
    if (!hash(line, revision.contentHash, revision.reference).equals(line.hash)) {
      faults.add(
          place
              + ": its hash is not that of what it says; who, when, why, what was done, or the hash of the revision was changed");
    }
  }

  private static String missing(long first, long until) {
    return first == until
        ? "line " + first + " is missing"
        : "lines " + first + " to " + until + " are missing";
  }

  private List<Object[]> after(long dataset) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery(
                        """
                        /* language=HQL */
                        select p, r from PublicationEntity p
                        left join RevisionEntity r on r.dossier = p.dossier and r.number = p.number
                        where p.dataset > :dataset order by p.dataset
                        """,
                        Object[].class)
                    .setParameter("dataset", dataset)
                    .setMaxResults(LINES_AT_ONCE)
                    .getResultList());
  }

  /** Dossiers of which readers are shown something else than the log says last. */
  private List<String> astray() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              @SuppressWarnings("unchecked")
              List<String> dossiers =
                  entities
                      .createNativeQuery(
                          """
                          select cast(coalesce(d.id, l.dossier) as text)
                          from dossier d
                          full join (
                            select distinct on (dossier) dossier, action, dataset
                            from publication order by dossier, dataset desc) l on l.dossier = d.id
                          where d.current is distinct from
                            case when l.action = 'published' then l.dataset end
                          order by 1
                          """)
                      .getResultList();
              return dossiers.stream()
                  .map(
                      each -> "dossier " + each + ": readers see another state than the log's last")
                  .toList();
            });
  }
}

package org.clausebook.revision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which revision answers, and what it says. */
@ApplicationScoped
@ActivateRequestContext
class RevisionRepository implements PanacheRepositoryBase<RevisionEntity, Long> {

  /**
   * What the log says of a dossier at a point of its clock.
   *
   * @param latest dataset number of the newest line of the dossier, whatever was asked
   * @param latestAction what that line did
   */
  record Known(
      Revision revision,
      Action action,
      String note,
      long latest,
      Action latestAction,
      int latestNumber) {}

  private static final String REVISION =
      """
      cast(r.dossier as text), r.number, r.dataset, r.reference, made.published_at,
      cast(r.content_hash as text)
      """;

  private static final String KNOWN =
      "select "
          + REVISION
          + """
          , cast(p.action as text), cast(p.note as text),
            last.dataset, cast(last.action as text),
            (select max(l.number) from revision l where l.dossier = :dossier)
          from publication p
          join revision r on r.dossier = p.dossier and r.number = p.number
          join publication made on made.dataset = r.dataset
          join publication last
            on last.dataset =
              (select max(l.dataset) from publication l where l.dossier = :dossier)
          where p.dossier = :dossier and
          """;

  /** As known after a publication of the record, counting all dossiers. */
  Optional<Known> knownAfter(String dossier, long dataset) {
    return known(
        rows(
            KNOWN + "p.dataset <= :dataset order by p.dataset desc limit 1",
            Map.of("dossier", dossier, "dataset", dataset)));
  }

  /** What the log says last of each of these dossiers that it knows. */
  Map<String, Known> newest(Collection<String> dossiers) {
    return rows(
            "select distinct cast(p.dossier as text) from publication p where p.dossier in :dossiers",
            Map.of("dossiers", dossiers))
        .stream()
        .map(row -> row.get(0, String.class))
        .collect(
            Collectors.toMap(
                Function.identity(), each -> knownAfter(each, Long.MAX_VALUE).orElseThrow()));
  }

  /** As known at an instant. */
  Optional<Known> knownAt(String dossier, Instant instant) {
    return known(
        rows(
            KNOWN + "p.published_at <= :instant order by p.dataset desc limit 1",
            Map.of("dossier", dossier, "instant", instant)));
  }

  /** The documents of revisions, by their dataset numbers. */
  Map<Long, String> documents(Collection<Long> datasets) {
    return rows(
            "select r.dataset, cast(r.document as text) from revision r where r.dataset in :datasets",
            Map.of("datasets", datasets))
        .stream()
        .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> row.get(1, String.class)));
  }

  List<Revision> revisions(Collection<Long> datasets) {
    return rows(
            "select "
                + REVISION
                + """
                from revision r join publication made on made.dataset = r.dataset
                where r.dataset in :datasets
                """,
            Map.of("datasets", datasets))
        .stream()
        .map(RevisionRepository::revision)
        .toList();
  }

  /** Number of the last publication of the whole record; 0 before the first. */
  long dataset() {
    return rows("select coalesce(max(p.dataset), 0) from publication p", Map.of())
        .get(0)
        .get(0, Long.class);
  }

  /** Whether nothing can be published through here: on a standby, or where somebody has said so. */
  boolean isReadOnly() {
    return rows("select current_setting('transaction_read_only')", Map.of())
        .get(0)
        .get(0, String.class)
        .equals("on");
  }

  /** When a publication became visible. */
  Instant publishedAt(long dataset) {
    return rows(
            "select p.published_at from publication p where p.dataset = :dataset",
            Map.of("dataset", dataset))
        .get(0)
        .get(0, Instant.class);
  }

  /** Number of the last publication made by an instant; 0 when there was none. */
  long datasetAt(Instant instant) {
    return rows(
            "select coalesce(max(p.dataset), 0) from publication p where p.published_at <= :instant",
            Map.of("instant", instant))
        .get(0)
        .get(0, Long.class);
  }

  /** The deal that readers see whose slug is nearest, if one is near. */
  List<String> similar(String id) {
    return rows(
            """
            select cast(d.id as text) from dossier d
            where d.id % :id and similarity(d.id, :id) > 0.4
              and d.kind = 'deal' and d.current is not null
            order by similarity(d.id, :id) desc, d.id limit 1
            """,
            Map.of("id", id))
        .stream()
        .map(row -> row.get(0, String.class))
        .toList();
  }

  /**
   * SQL: the parser of HQL costs a start a tenth of its time, and these are what is asked first.
   */
  @SuppressWarnings("unchecked")
  private List<Tuple> rows(String sql, Map<String, ?> parameters) {
    Query query = getEntityManager().createNativeQuery(sql, Tuple.class);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  private static Optional<Known> known(List<Tuple> rows) {
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new Known(
                    revision(row),
                    Action.valueOf(row.get(6, String.class)),
                    row.get(7, String.class),
                    row.get(8, Long.class),
                    Action.valueOf(row.get(9, String.class)),
                    row.get(10, Integer.class)));
  }

  private static Revision revision(Tuple row) {
    return new Revision(
        row.get(0, String.class),
        row.get(1, Integer.class),
        row.get(2, Long.class),
        row.get(3, Long.class),
        row.get(4, Instant.class),
        row.get(5, String.class));
  }
}

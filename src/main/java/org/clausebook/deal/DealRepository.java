package org.clausebook.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;

/** Questions across deals, asked of the rows of the revisions that readers see. */
@ApplicationScoped
class DealRepository {

  private final EntityManager entities;

  DealRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Deals by identifier, in one statement.
   *
   * @param after identifier to go on from
   * @param regions codes of the regions whose implications count; null for any deal
   */
  List<DealSummary> list(DealQuery query, List<String> regions, String after, int limit) {
    StringBuilder sql =
        new StringBuilder(
            """
            select cast(d.id as text), cast(d.title_fr as text), cast(d.title_en as text),
                   cast(d.summary_fr as text), cast(d.summary_en as text), d.status,
                   (select string_agg(cast(p.stakeholder as text), ' ' order by p.stakeholder)
                    from deal_party p where p.revision = d.revision),
                   d.first_signed, d.reviewed, r.number
            from deal d
            join dossier o on o.current = d.revision
            join revision r on r.dataset = d.revision
            where d.id > :after
            """);
    if (query.party != null) {
      sql.append(
          """
          and exists (select from deal_party p where p.revision = d.revision and p.stakeholder = :party)
          """);
    }
    if (query.status != null) {
      sql.append("and d.status = :status\n");
    }
    if (regions != null) {
      sql.append(
          """
          and exists (select from implication i where i.revision = d.revision and i.region in :regions)
          """);
    }
    if (query.signedFrom != null || query.signedUntil != null) {
      sql.append(
          """
          and exists (select from instrument i where i.revision = d.revision
                      and i.date >= :signedFrom and i.date < :signedUntil)
          """);
    }
    sql.append("order by d.id\nlimit :limit");
    Query question =
        entities
            .createNativeQuery(sql.toString(), Tuple.class)
            .setParameter("after", after)
            .setParameter("limit", limit);
    if (query.party != null) {
      question.setParameter("party", query.party);
    }
    if (query.status != null) {
      question.setParameter("status", query.status.name());
    }
    if (regions != null) {
      question.setParameter("regions", regions);
    }
    if (query.signedFrom != null || query.signedUntil != null) {
      question
          .setParameter(
              "signedFrom", query.signedFrom == null ? LocalDate.of(1, 1, 1) : query.signedFrom)
          .setParameter(
              "signedUntil",
              query.signedUntil == null ? LocalDate.of(9999, 12, 31) : query.signedUntil);
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows = question.getResultList();
    return rows.stream().map(DealRepository::summary).toList();
  }

  private static DealSummary summary(Tuple row) {
    String id = row.get(0, String.class);
    String parties = row.get(6, String.class);
    return new DealSummary(
        id,
        new Text(row.get(1, String.class), row.get(2, String.class)),
        new Text(row.get(3, String.class), row.get(4, String.class)),
        Dossier.DealStatus.valueOf(row.get(5, String.class)),
        parties == null ? List.of() : List.of(parties.split(" ")),
        day(row.get(7)),
        day(row.get(8)),
        row.get(9, Number.class).intValue(),
        Map.of("self", Link.to("/v1/deals/" + id)));
  }

  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }
}

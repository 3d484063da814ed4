package org.clausebook.implication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import org.clausebook.dossier.Evidence;
import org.clausebook.source.EvidencePolicy;

/** Which implications reach a region, across deals, asked of the rows of their revisions. */
@ApplicationScoped
class ImplicationRepository {

  /**
   * An implication by the revision it stands in.
   *
   * @param revision dataset number of the revision
   */
  record Found(long revision, String implication) {}

  private static final String REACHING =
      """
      from implication i
      join deal d on d.revision = i.revision
      where i.region in :regions
        and i.revision = revision_after(d.id, :dataset)
      """;

  private static final String ADMITTED =
      """
      exists (
        select from citation c
        join statement s on s.revision = c.statement_revision and s.source = c.source
          and s.id = c.statement
        where c.revision = i.revision and c.fact_kind = 'implication' and c.fact_id = i.id
          and s.evidence in :evidence)
      """;

  private final EntityManager entities;

  ImplicationRepository(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Implications, nearest region first, then by deal and in the order of their dossiers.
   *
   * @param regions codes, nearest first
   * @param dataset number of the publication after which to ask
   */
  List<Found> list(
      List<String> regions, ImplicationFilter filter, long dataset, int offset, int limit) {
    // The place of a code in the list is its distance: codes hold no comma.
    Query question =
        ask(
                "select i.revision, cast(i.id as text) ",
                regions,
                filter,
                dataset,
                " and "
                    + ADMITTED
                    + " order by strpos(:lineage, ',' || cast(i.region as text) || ','),"
                    + " d.id, i.position offset :offset limit :limit")
            .setParameter("lineage", "," + String.join(",", regions) + ",")
            .setParameter("evidence", admitted(filter.evidence))
            .setParameter("offset", offset)
            .setParameter("limit", limit);
    @SuppressWarnings("unchecked")
    List<Tuple> rows = question.getResultList();
    return rows.stream()
        .map(row -> new Found(row.get(0, Number.class).longValue(), row.get(1, String.class)))
        .toList();
  }

  /** How many more there would be if any evidence were accepted. */
  int hidden(List<String> regions, ImplicationFilter filter, long dataset) {
    if (filter.evidence == null || filter.evidence == EvidencePolicy.any) {
      return 0;
    }
    Query question =
        ask("select count(*) ", regions, filter, dataset, " and not " + ADMITTED)
            .setParameter("evidence", admitted(filter.evidence));
    return ((Tuple) question.getSingleResult()).get(0, Number.class).intValue();
  }

  private Query ask(
      String select, List<String> regions, ImplicationFilter filter, long dataset, String rest) {
    StringBuilder sql = new StringBuilder(select).append(REACHING);
    if (filter.nature != null) {
      sql.append(" and i.nature = :nature");
    }
    if (filter.theme != null) {
      sql.append(" and i.theme = :theme");
    }
    if (filter.certainty != null) {
      sql.append(" and i.certainty = :certainty");
    }
    if (filter.stakeholder != null) {
      sql.append(
          " and exists (select from implication_stakeholder s where s.revision = i.revision"
              + " and s.implication = i.id and s.stakeholder = :stakeholder)");
    }
    if (filter.regulation != null) {
      sql.append(
          " and exists (select from implication_regulation l where l.revision = i.revision"
              + " and l.implication = i.id and l.regulation = :regulation)");
    }
    Query question =
        entities
            .createNativeQuery(sql.append(rest).toString(), Tuple.class)
            .setParameter("regions", regions)
            .setParameter("dataset", dataset);
    if (filter.nature != null) {
      question.setParameter("nature", filter.nature.name());
    }
    if (filter.theme != null) {
      question.setParameter("theme", filter.theme.name());
    }
    if (filter.certainty != null) {
      question.setParameter("certainty", filter.certainty.name());
    }
    if (filter.stakeholder != null) {
      question.setParameter("stakeholder", filter.stakeholder);
    }
    if (filter.regulation != null) {
      question.setParameter("regulation", filter.regulation);
    }
    return question;
  }

  private static List<String> admitted(EvidencePolicy policy) {
    EvidencePolicy asked = policy == null ? EvidencePolicy.any : policy;
    return Arrays.stream(Evidence.values()).filter(asked::admits).map(Evidence::name).toList();
  }
}

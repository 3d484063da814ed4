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
   * @param place where it stands among all that reach the region
   */
  record Found(long revision, String implication, Place place) {}

  /**
   * A place in the order of what reaches a region.
   *
   * @param distance of the region that is spoken of, the nearest being 1
   * @param position in the dossier of the deal
   */
  record Place(int distance, String deal, int position) {

    static final Place BEFORE_ALL = new Place(0, "", 0);

    static Place of(List<String> values) {
      return new Place(
          Integer.parseInt(values.get(0)), values.get(1), Integer.parseInt(values.get(2)));
    }

    List<String> values() {
      return List.of(Integer.toString(distance), deal, Integer.toString(position));
    }
  }

  /** Region by region and deal by deal, so that reading ends with the page. */
  private static final String REACHING =
      """
      from unnest(string_to_array(:regions, ',')) with ordinality as near (region, distance)
      cross join lateral (
        select i.revision, i.id, o.id as deal, i.position
        from dossier o
        cross join lateral (
          select case p.action when 'published' then p.dataset end as revision
          from publication p
          where p.dossier = o.id and p.dataset <= :dataset
          order by p.dataset desc limit 1) seen
        join implication i on i.revision = seen.revision and i.region = near.region
        where true
      """;

  private static final String AFTER =
      """
          and o.id >= case near.distance when :distance then :deal else '' end
          and (near.distance > :distance or (o.id, i.position) > (:deal, :position))
        order by o.id, i.position
        limit %1$d) found
      where near.distance >= :distance
      order by near.distance, found.deal, found.position
      limit %1$d
      """;

  /**
   * What reaches a region by evidence that is not accepted, as far as it is current: it may be
   * little of all, or nothing. Where it is much, {@code revision_after} for each would take four
   * times as long.
   */
  private static final String HIDDEN =
      """
      from implication i
      join publication p on p.dataset = i.revision
      where i.region = any (string_to_array(:regions, ',')) and i.evidence not in :evidence
        and p.dataset <= :dataset
        and not exists (
          select from publication later
          where later.dossier = p.dossier and later.dataset > p.dataset
            and later.dataset <= :dataset)
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
   * @param after place to go on from
   */
  List<Found> list(
      List<String> regions, ImplicationFilter filter, long dataset, Place after, int limit) {
    // Not a parameter: for a limit it does not know PostgreSQL would plan each time anew.
    Query question =
        ask(
                "select found.revision, cast(found.id as text), near.distance,"
                    + " cast(found.deal as text), found.position "
                    + REACHING
                    + (isSelective(filter) ? " and i.evidence in :evidence" : ""),
                regions,
                filter,
                dataset,
                AFTER.formatted(limit))
            .setParameter("distance", after.distance())
            .setParameter("deal", after.deal())
            .setParameter("position", after.position());
    if (isSelective(filter)) {
      question.setParameter("evidence", admitted(filter.evidence));
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows = question.getResultList();
    return rows.stream()
        .map(
            row ->
                new Found(
                    row.get(0, Number.class).longValue(),
                    row.get(1, String.class),
                    new Place(
                        row.get(2, Number.class).intValue(),
                        row.get(3, String.class),
                        row.get(4, Number.class).intValue())))
        .toList();
  }

  /** How many more there would be if any evidence were accepted. */
  int hidden(List<String> regions, ImplicationFilter filter, long dataset) {
    if (!isSelective(filter)) {
      return 0;
    }
    Query question =
        ask("select count(*) " + HIDDEN, regions, filter, dataset, "")
            .setParameter("evidence", admitted(filter.evidence));
    return ((Tuple) question.getSingleResult()).get(0, Number.class).intValue();
  }

  private Query ask(
      String opening, List<String> regions, ImplicationFilter filter, long dataset, String rest) {
    StringBuilder sql = new StringBuilder(opening);
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
            .setParameter("regions", String.join(",", regions))
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

  private static boolean isSelective(ImplicationFilter filter) {
    return filter.evidence != null && filter.evidence != EvidencePolicy.any;
  }

  private static List<String> admitted(EvidencePolicy policy) {
    return Arrays.stream(Evidence.values()).filter(policy::admits).map(Evidence::name).toList();
  }
}

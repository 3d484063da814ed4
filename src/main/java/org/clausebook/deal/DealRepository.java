package org.clausebook.deal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;

/**
 * Questions across deals, asked of the rows of the revisions that readers see. The list is read so
 * often that it is asked of PostgreSQL directly, without Hibernate in between.
 */
@ApplicationScoped
class DealRepository {

  private static final LocalDate EVER = LocalDate.of(1, 1, 1);
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final DataSource database;

  DealRepository(DataSource database) {
    this.database = database;
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
            select d.id, d.title_fr, d.title_en, d.summary_fr, d.summary_en, d.status,
                   (select string_agg(p.stakeholder, ' ' order by p.stakeholder)
                    from deal_party p where p.revision = d.revision),
                   d.first_signed, d.reviewed, r.number
            from dossier o
            join deal d on d.revision = o.current
            join revision r on r.dataset = o.current
            where o.id > ?
            """);
    List<Object> values = new ArrayList<>(List.of(after));
    if (query.party != null) {
      sql.append(
          "and exists (select from deal_party p where p.revision = d.revision and p.stakeholder = ?)\n");
      values.add(query.party);
    }
    if (query.status != null) {
      sql.append("and d.status = ?\n");
      values.add(query.status.name());
    }
    if (regions != null) {
      sql.append(
          """
          and exists (select from implication i where i.revision = d.revision
                      and i.region = any (string_to_array(?, ' ')))
          """);
      values.add(String.join(" ", regions));
    }
    if (query.signedFrom != null || query.signedUntil != null) {
      sql.append(
          """
          and exists (select from instrument i where i.revision = d.revision
                      and i.date >= ? and i.date < ?)
          """);
      values.add(query.signedFrom == null ? EVER : query.signedFrom);
      values.add(query.signedUntil == null ? NEVER : query.signedUntil);
    }
    // Not a parameter: for a limit it does not know PostgreSQL would plan each time anew.
    sql.append("order by o.id limit ").append(limit);
    return read(sql.toString(), values);
  }

  private List<DealSummary> read(String sql, List<Object> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<DealSummary> deals = new ArrayList<>();
        while (rows.next()) {
          deals.add(summary(rows));
        }
        return deals;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The deals cannot be listed", e);
    }
  }

  private static DealSummary summary(ResultSet row) throws SQLException {
    String id = row.getString(1);
    String parties = row.getString(7);
    return new DealSummary(
        id,
        new Text(row.getString(2), row.getString(3)),
        new Text(row.getString(4), row.getString(5)),
        Dossier.DealStatus.valueOf(row.getString(6)),
        parties == null ? List.of() : List.of(parties.split(" ")),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        row.getInt(10),
        Map.of("self", Link.to("/v1/deals/" + id)));
  }
}

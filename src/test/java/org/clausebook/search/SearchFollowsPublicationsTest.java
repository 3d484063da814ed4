package org.clausebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** In the database itself, in transactions that are rolled back: nothing is left behind. */
@ClausebookTest
class SearchFollowsPublicationsTest {

  private static final String BUNDLED = "microsoft-openai";

  @Inject DataSource database;

  private interface Check {
    void in(Connection connection) throws SQLException;
  }

  @Test
  void entriesAreThoseOfTheCurrentRevisionOnly() throws SQLException {
    rolledBack(
        connection -> {
          long before = entries(connection);
          publishChanged(connection);
          assertEquals(before, entries(connection));
          assertEquals(
              1,
              number(
                  connection,
                  "select count(distinct revision) from search_entry where dossier = ?"));
          assertTrue(
              number(
                      connection,
                      "select count(*) from search_entry where dossier = ? and words @@ to_tsquery('english', 'quixotic')")
                  > 0);
          assertTrue(
              number(
                      connection,
                      "select count(*) from search_word where word = 'quixotic' and ? <> ''")
                  > 0);
        });
  }

  @Test
  void withdrawnDossierLeavesNoEntryAndTakesItsWordsAway() throws SQLException {
    rolledBack(
        connection -> {
          String words =
              "select coalesce(sum(entries), 0) from search_word where plain = 'stargate' and ? <> ''";
          long before = number(connection, words);
          run(connection, "update dossier set current = null where id = ?");
          assertEquals(0, entries(connection));
          assertTrue(number(connection, words) < before);
        });
  }

  @Test
  void rebuildingChangesNothing() throws SQLException {
    rolledBack(
        connection -> {
          String digest =
              "select hashtext(string_agg(concat_ws('|', dossier, type, id, words::text), ',' order by dossier, type, id, words::text)) + 0 * length(?) from search_entry";
          String words =
              "select sum(hashtext(word) * entries::bigint) + 0 * length(?) from search_word";
          long entriesBefore = number(connection, digest);
          long wordsBefore = number(connection, words);
          number(connection, "select rebuild_search() + 0 * length(?)");
          assertEquals(entriesBefore, number(connection, digest));
          assertEquals(wordsBefore, number(connection, words));
        });
  }

  /** Whatever comes of a check, nothing of it is kept. */
  private void rolledBack(Check check) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        check.in(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** The bundled deal with other words, as its next revision. */
  private static void publishChanged(Connection connection) throws SQLException {
    run(
        connection,
        """
        with last as (select max(dataset) + 1 as dataset, max(published_at) + interval '1 second' as at from publication),
        made as (
          insert into publication (dataset, dossier, action, kind, number, published_at, issuer, subject,
                                   request_id, note, previous_hash, hash)
          select l.dataset, ?, 'published', 'editorial', 9999, l.at, 't', 't', 't', 't',
                 repeat('0', 64), repeat('e', 64) from last l returning dataset, dossier)
        insert into revision (dossier, number, dataset, reference, content_hash, document)
        select m.dossier, 9999, m.dataset, r.reference, r.content_hash,
               replace(cast(r.document as text), 'turning point', 'quixotic turn')::json
        from made m join dossier d on d.id = m.dossier join revision r on r.dataset = d.current
        """);
    run(
        connection,
        "update dossier set current = (select max(dataset) from revision) where id = ?");
  }

  private static long entries(Connection connection) throws SQLException {
    return number(connection, "select count(*) from search_entry where dossier = ?");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, BUNDLED);
      statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, BUNDLED);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

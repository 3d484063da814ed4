package org.clausebook.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.clausebook.dossier.Dossier;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be, the database itself refuses, whoever asks for it. */
@ClausebookTest
class DatabaseGuardsTest {

  private static final String NOT_NULL = "23502";
  private static final String FOREIGN_KEY = "23503";
  private static final String CHECK = "23514";
  private static final String EXCLUSION = "23P01";
  private static final String RESTRICT = "23001";

  @Inject DataSource database;
  @Inject Publisher publisher;

  @Test
  void termsOfOneClauseNeverOverlap() {
    SQLException refusal =
        refused(
            EXCLUSION,
            """
            insert into term (revision, clause, valid_from, valid_until, introduced_by, text_fr, text_en)
            select revision, clause, valid_from + 1, null, introduced_by, text_fr, text_en
            from term where valid_until is null limit 1
            """);
    assertTrue(refusal.getMessage().contains("terms_never_overlap"), refusal::getMessage);
  }

  @Test
  void holdingsNeverOverlap() {
    refused(
        EXCLUSION,
        """
        insert into holding (revision, stakeholder, reference, held, valid_from, text_fr, text_en)
        select revision, stakeholder, reference, held, valid_from + 1, text_fr, text_en
        from holding where valid_until is null limit 1
        """);
  }

  @Test
  void nothingCitesNothing() {
    refused(
        FOREIGN_KEY,
        """
        insert into citation (revision, fact_kind, fact_id, statement_revision, source, statement)
        select revision, fact_kind, fact_id, statement_revision, source, 'nothing'
        from citation limit 1
        """);
  }

  @Test
  void nothingIsCitedByNothing() {
    refused(
        FOREIGN_KEY,
        """
        insert into citation (revision, fact_kind, fact_id, statement_revision, source, statement)
        select revision, 'term', 'nothing/2020-01-01', statement_revision, source, statement
        from citation limit 1
        """);
  }

  @Test
  void textStandsInBothLanguages() {
    String insert =
        """
        insert into clause (revision, id, position, theme, title_fr, title_en, subject_fr, subject_en)
        select revision, 'new-clause', 99, theme, title_fr, %s, subject_fr, subject_en
        from clause limit 1
        """;
    refused(NOT_NULL, insert.formatted("null"));
    refused(CHECK, insert.formatted("' '"));
    refused(CHECK, insert.formatted("E'\\n\\t'"));
  }

  @Test
  void amountHasItsCurrency() {
    String insert =
        """
        insert into figure (revision, fact_kind, fact_id, id, disclosed, amount, currency, qualifier, label_fr, label_en)
        select revision, kind, id, 'new-figure', true, 5, %s, 'exact', 'a', 'a'
        from fact where kind = 'term' limit 1
        """;
    refused(CHECK, insert.formatted("null"));
    refused(CHECK, insert.formatted("'usd'"));
    refused(
        CHECK,
        """
        insert into holding (revision, stakeholder, reference, held, valid_from, valid_until, value, text_fr, text_en)
        select revision, stakeholder, reference, held, '1900-01-01', '1900-01-02', 5, text_fr, text_en
        from holding limit 1
        """);
  }

  @Test
  void undisclosedFigureHasNoValue() {
    refused(
        CHECK,
        """
        insert into figure (revision, fact_kind, fact_id, id, disclosed, percent, qualifier, label_fr, label_en)
        select revision, kind, id, 'new-figure', false, 5, 'exact', 'a', 'a'
        from fact where kind = 'term' limit 1
        """);
  }

  @Test
  void unknownHasItsReason() {
    String insert =
        """
        insert into unknown (revision, id, position, missing, reason, title_fr, title_en, text_fr, text_en)
        select revision, 'new-unknown', 99, missing, %s, title_fr, title_en, text_fr, text_en
        from unknown limit 1
        """;
    refused(NOT_NULL, insert.formatted("null"));
    refused(CHECK, insert.formatted("'forgotten'"));
  }

  @Test
  void foreseenEndSaysWhatDecides() {
    refused(
        CHECK,
        """
        insert into term (revision, clause, valid_from, valid_until, introduced_by, end_rule, text_fr, text_en)
        select revision, clause, '1900-01-01', '1900-01-02', introduced_by, 'date', 'a', 'a'
        from term limit 1
        """);
  }

  @ParameterizedTest
  @CsvSource({"publication", "revision"})
  void whatWasPublishedStays(String table) {
    refused(RESTRICT, "update " + table + " set number = number");
    refused(RESTRICT, "delete from " + table);
    refused(RESTRICT, "truncate " + table + " cascade");
  }

  /**
   * Had the parser a hole, the transaction that publishes would still leave everything as it was.
   */
  @Test
  void publicationThatTheDatabaseRefusesLeavesNothingBehind() throws SQLException {
    Dossier valid = Dossiers.lighthouse();
    Dossier.Clause clause = valid.clauses().get(0);
    Dossier.Term first = clause.terms().get(0);
    Dossier.Term open =
        new Dossier.Term(
            first.from(),
            null,
            first.introducedBy(),
            first.text(),
            first.exclusive(),
            first.covers(),
            first.excludes(),
            first.figures(),
            first.end(),
            first.cites());
    Dossier overlapping =
        new Dossier(
            "overlapping-lighthouse",
            valid.reviewed(),
            valid.status(),
            valid.title(),
            valid.summary(),
            valid.parties(),
            valid.cites(),
            valid.sources(),
            valid.instruments(),
            valid.events(),
            List.of(
                new Dossier.Clause(
                    clause.id(),
                    clause.theme(),
                    clause.title(),
                    clause.subject(),
                    clause.binds(),
                    clause.benefits(),
                    List.of(open, clause.terms().get(1)),
                    clause.effects()),
                valid.clauses().get(1)),
            valid.stakeholders(),
            valid.implications(),
            valid.discrepancies(),
            valid.unknowns(),
            valid.timeline());
    List<Long> before = rows();
    RuntimeException refusal =
        assertThrows(
            RuntimeException.class,
            () ->
                publisher.publish(
                    overlapping.deal(),
                    overlapping,
                    new Publisher.Authorship(
                        "test", "test", "test", "A test", ChangeKind.editorial)));
    assertEquals(EXCLUSION, sqlState(refusal));
    assertEquals(before, rows());
  }

  /** Nor may the role that the application itself connects with, whoever gets hold of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update publication set note = 'another'",
        "delete from publication",
        "truncate publication cascade",
        "update revision set content_hash = repeat('0', 64)",
        "delete from revision",
        "alter table publication disable trigger publication_is_final",
        "drop trigger revision_is_final on revision",
        "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
        "drop table publication cascade",
        "create table more (id int)",
        "set session_replication_role = replica",
        "set role postgres"
      })
  void applicationItselfMayNotTouchThePast(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      SQLException refusal = assertThrows(SQLException.class, () -> sql.execute(statement));
      assertEquals("42501", refusal.getSQLState(), refusal::getMessage);
    }
  }

  private SQLException refused(String state, String statement) {
    try (Connection connection = TestDatabase.owner()) {
      connection.setAutoCommit(false);
      try (Statement sql = connection.createStatement()) {
        SQLException refusal = assertThrows(SQLException.class, () -> sql.execute(statement));
        assertEquals(state, refusal.getSQLState(), refusal::getMessage);
        return refusal;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows each of our tables has. */
  private List<Long> rows() throws SQLException {
    List<Long> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet counted =
            sql.executeQuery(
                """
                select (xpath('/row/c/text()', query_to_xml(
                  format('select count(*) as c from %I', table_name), false, true, '')))[1]::text::bigint
                from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                """)) {
      while (counted.next()) {
        rows.add(counted.getLong(1));
      }
    }
    return rows;
  }

  private static String sqlState(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql.getSQLState();
      }
    }
    return null;
  }
}

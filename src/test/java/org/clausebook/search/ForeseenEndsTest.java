package org.clausebook.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.clausebook.clause.Happenings;
import org.clausebook.clause.TermPeriod;
import org.clausebook.dossier.Dossier.End;
import org.clausebook.dossier.Dossier.EndRule;
import org.clausebook.dossier.Dossier.Term;
import org.clausebook.http.language.Text;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search says of a term that it holds when the clause says so, foreseen ends and all. */
@ClausebookTest
class ForeseenEndsTest {

  private static final LocalDate FROM = LocalDate.of(2025, 10, 28);
  private static final LocalDate BEFORE = FROM.minusYears(1);
  private static final LocalDate SOON = LocalDate.of(2029, 6, 30);
  private static final LocalDate LATER = LocalDate.of(2031, 1, 1);

  @Inject DataSource database;
  @Inject ObjectMapper json;

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-01", "2026-11-23", "2030-12-31", "2033-01-01", "2040-01-01"})
  void searchAndClauseAgree(String day) {
    Map<String, Boolean> clauses = new HashMap<>();
    given()
        .get("/v1/deals/microsoft-openai/clauses?limit=100&asOf=" + day)
        .jsonPath()
        .<Map<String, Object>>getList("items")
        .forEach(
            each ->
                clauses.put(
                    (String) each.get("id"),
                    List.of("inForce", "notRestated").contains(each.get("status"))));
    List<Map<String, Object>> found =
        given()
            .queryParam("q", "microsoft OR openai OR AGI OR azure OR revenue OR API")
            .queryParam("type", "clause")
            .queryParam("deal", "microsoft-openai")
            .queryParam("includeHistory", true)
            .queryParam("limit", 100)
            .queryParam("asOf", day)
            .get("/v1/search")
            .jsonPath()
            .getList("items");
    assertTrue(found.size() > 5, () -> "found too little to compare: " + found.size());
    for (Map<String, Object> each : found) {
      assertEquals(
          clauses.get((String) each.get("id")), each.get("isInForce"), () -> day + ": " + each);
    }
  }

  @Test
  void periodInTheDatabaseIsThatOfTheClause() throws SQLException {
    int compared = 0;
    for (EndRule rule : orNull(List.of(EndRule.values()))) {
      for (LocalDate foreseen : orNull(List.of(SOON, LATER))) {
        for (LocalDate happened : orNull(List.of(BEFORE, FROM, SOON, LATER))) {
          for (LocalDate until : orNull(List.of(SOON, LATER))) {
            End end =
                rule == null ? null : new End(rule, foreseen, "launched", Text.same("The end"));
            Term term =
                new Term(
                    FROM, until, "act", Text.same("A term"), null, null, null, null, end, null);
            TermPeriod expected =
                TermPeriod.of(
                    term,
                    new Happenings(happened == null ? Map.of() : Map.of("launched", happened)));
            assertEquals(
                expected.isEmpty()
                    ? "never"
                    : expected.until().map(LocalDate::toString).orElse("open"),
                period(term, happened),
                () -> rule + " on " + foreseen + ", happened " + happened + ", until " + until);
            compared++;
          }
        }
      }
    }
    assertEquals(5 * 3 * 5 * 3, compared);
  }

  /** When a term that begins on {@link #FROM} ends; {@code open} or {@code never} else. */
  private String period(Term term, LocalDate happened) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select case when isempty(of) then 'never' else coalesce(cast(upper(of) as text), 'open') end
                from term_period(cast(? as jsonb), jsonb_build_array(jsonb_build_object('id', 'launched', 'date', cast(? as date)))) of
                """)) {
      statement.setString(1, json.valueToTree(term).toString());
      statement.setObject(2, happened);
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getString(1);
    }
  }

  private static <T> List<T> orNull(List<T> values) {
    List<T> all = new ArrayList<>(values);
    all.add(null);
    return all;
  }
}

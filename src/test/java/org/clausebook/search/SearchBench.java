package org.clausebook.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Measures the search on a large made-up record, through HTTP. Not part of a normal run:
 *
 * <pre>./mvnw test -Dtest=SearchBench -Dclausebook.bench.deals=100000</pre>
 *
 * It makes the record in the database of the test run ({@code search/corpus.sql}; some ten minutes
 * and 6 GB for 100,000 deals), asks every question of the relevance table and some for words that
 * are nearly everywhere, and prints times and query plans.
 */
@ClausebookTest
class SearchBench {

  private static final int ROUNDS = 3;
  private static final long MEDIAN = 50;
  private static final long WORST = 500;

  private record Timing(String question, double milliseconds) {}

  @Test
  void largeRecordIsSearchedInTime() throws SQLException, IOException {
    int deals = Integer.getInteger("clausebook.bench.deals", 100_000);
    make(deals);
    List<String> questions = new ArrayList<>();
    RelevanceTable.read().forEach(row -> questions.add("q=" + row.question()));
    for (String common : List.of("openai", "microsoft", "cloud", "api", "modèles", "2030")) {
      questions.add("q=" + common);
      questions.add("q=" + common + "&type=term");
      questions.add("q=" + common + "&region=FR");
      questions.add("q=" + common + "&theme=economics&type=implication");
    }
    questions.forEach(question -> ask(question, 9));
    List<Timing> timings = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      // Another page size each time, so that no cache answers.
      for (String question : questions) {
        timings.add(new Timing(question, ask(question, 10 + round)));
      }
    }
    timings.sort(Comparator.comparingDouble(Timing::milliseconds));
    double median = timings.get(timings.size() / 2).milliseconds();
    System.out.printf("Search on %d deals: median %.1f ms, the slowest:%n", deals, median);
    timings.subList(timings.size() - 10, timings.size()).forEach(System.out::println);
    explain("'cloud' & '@head'");
    explain("'cloud'");
    explain("'hardwar'");
    explain("'revenu' & ('shar' | 'share') & 'cap'");
    assertTrue(median < MEDIAN, "median " + median);
    assertTrue(timings.get(timings.size() - 1).milliseconds() < WORST, "worst");
  }

  private static double ask(String question, int limit) {
    var request = given().queryParam("limit", limit);
    for (String parameter : question.split("&")) {
      String[] pair = parameter.split("=", 2);
      request.queryParam(pair[0], pair[1]);
    }
    long start = System.nanoTime();
    int status = request.get("/v1/search").statusCode();
    double took = (System.nanoTime() - start) / 1e6;
    assertTrue(status == 200, question + ": " + status);
    return took;
  }

  private void make(int deals) throws SQLException, IOException {
    long start = System.nanoTime();
    try (InputStream in = SearchBench.class.getResourceAsStream("/search/corpus.sql");
        Connection connection = TestDatabase.owner();
        Statement statement = connection.createStatement()) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      statement.execute(script.replace(":deals", Integer.toString(deals)));
      statement.execute("vacuum analyze search_entry");
      statement.execute("analyze search_word");
      try (ResultSet row =
          statement.executeQuery(
              "select count(*), pg_size_pretty(pg_total_relation_size('search_entry')) from search_entry")) {
        row.next();
        System.out.printf(
            "Made %d entries, %s, in %d s%n",
            row.getLong(1), row.getString(2), (System.nanoTime() - start) / 1_000_000_000);
      }
    }
  }

  private void explain(String query) throws SQLException {
    System.out.printf("Plan for %s:%n", query);
    try (Connection connection = TestDatabase.owner();
        Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      try (ResultSet rows =
          statement.executeQuery(
              "explain (analyze, costs off, timing off) select number from search_entry where words @@ cast('"
                  + query.replace("'", "''")
                  + "' as tsquery) limit 2000")) {
        while (rows.next()) {
          System.out.println("  " + rows.getString(1));
        }
      }
    }
  }
}

package org.clausebook.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** Measures the search by the table of questions; the table says how to read it. */
@ClausebookTest
class RelevanceTest {

  private static final double LEAST_MRR = 0.95;

  @Test
  void whatPeopleAskForComesFirst() {
    List<RelevanceTable.Row> table = RelevanceTable.read();
    double reciprocals = 0;
    int amongFive = 0;
    List<String> misses = new ArrayList<>();
    for (RelevanceTable.Row row : table) {
      List<String> found = found(row);
      int rank =
          IntStream.range(0, found.size())
              .filter(i -> row.expected().contains(found.get(i)))
              .findFirst()
              .orElse(-1);
      reciprocals += rank < 0 ? 0 : 1.0 / (rank + 1);
      amongFive += rank >= 0 && rank < 5 ? 1 : 0;
      if (rank != 0) {
        misses.add("%s [%s]: at %d of %s".formatted(row.language(), row.question(), rank, found));
      }
    }
    double mrr = reciprocals / table.size();
    System.out.printf(
        "Search: %d questions, recall@5 %.3f, mean reciprocal rank %.3f%n",
        table.size(), (double) amongFive / table.size(), mrr);
    assertTrue(table.size() >= 60, "The table has at least sixty questions");
    assertTrue(mrr >= LEAST_MRR, () -> "Not first:\n" + String.join("\n", misses));
  }

  @Test
  void tableIsHalfFrenchHalfEnglishAndAThirdHard() {
    List<RelevanceTable.Row> table = RelevanceTable.read();
    long french = table.stream().filter(row -> row.language().equals("fr")).count();
    long hard = table.stream().filter(row -> !row.kind().equals("plain")).count();
    assertTrue(Math.abs(2 * french - table.size()) <= table.size() / 10, "French: " + french);
    assertTrue(hard * 3 >= table.size(), "Hard: " + hard);
  }

  private static List<String> found(RelevanceTable.Row row) {
    JsonPath answer =
        given()
            .queryParam("q", row.question())
            .queryParam("lang", row.language())
            .queryParam("limit", 10)
            .get("/v1/search")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<String> types = answer.getList("items.type");
    List<String> ids = answer.getList("items.id");
    return IntStream.range(0, ids.size()).mapToObj(i -> types.get(i) + ":" + ids.get(i)).toList();
  }
}

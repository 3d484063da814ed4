package org.clausebook.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clausebook.http.contract.Contract;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Statements;
import org.junit.jupiter.api.Test;

/** However many items a page holds, it takes the same number of SQL statements. */
@ClausebookTest
class StatementCountTest {

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "{deal}", "microsoft-openai",
          "{clause}", "ip-exclusivity",
          "{source}", "article",
          "{region}", "FR",
          "{regulation}", "gdpr",
          "{stakeholder}", "microsoft");

  @Inject Contract contract;

  @Test
  void pageTakesTheSameStatementsWhateverItsSize() {
    Map<String, Long> small = new TreeMap<>();
    Map<String, Long> large = new TreeMap<>();
    for (String path : collections()) {
      // What is read once and kept is read here.
      statements(path, 100);
      small.put(path, statements(path, 1));
      large.put(path, statements(path, 100));
    }
    assertTrue(small.size() >= 10, small::toString);
    assertEquals(small, large);
    assertTrue(small.get("/v1/deals") > 0, "a page of deals is read from the database");
    small.forEach((path, count) -> assertTrue(count <= 8, () -> path + " takes " + count));
  }

  private long statements(String path, int limit) {
    return Statements.behind(path + "?limit=" + limit);
  }

  /** Every path of the contract that is read in pages, with names that exist. */
  private List<String> collections() {
    return contract.document().get("paths").properties().stream()
        .filter(path -> isPaged(path.getValue().path("get")))
        .map(Map.Entry::getKey)
        // Search has its own measure: its work is that of the words, not of the page.
        .filter(path -> !path.equals("/v1/search"))
        .map(StatementCountTest::withExamples)
        .toList();
  }

  private static boolean isPaged(JsonNode operation) {
    return operation.path("parameters").findValuesAsText("name").contains("limit");
  }

  private static String withExamples(String path) {
    String address = path;
    for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
      address = address.replace(example.getKey(), example.getValue());
    }
    return address;
  }
}

package org.clausebook.clause;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How every clause stands on the eve of the definitive agreement, on its day, on that of the joint
 * statement and on that of the amendment: the instrument whose term holds, and the status where it
 * is not plainly in force ({@code notYet}, {@code ended}, {@code silent} for not restated).
 */
@ClausebookTest
class AcceptanceTableTest {

  private static final String CLAUSES = "/v1/deals/microsoft-openai/clauses";
  private static final List<String> DAYS =
      List.of("2025-10-27", "2025-10-28", "2026-02-27", "2026-04-27");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // clause,                   2025-10-27, 2025-10-28, 2026-02-27, 2026-04-27
    "corporate-structure,        2019-07-22, 2025-10-28, 2025-10-28, 2025-10-28",
    "agi-verification,           notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "ip-rights-models-products,  2025-01-21, 2025-10-28, 2025-10-28, 2025-10-28",
    "ip-exclusivity,             notYet,     2025-10-28, 2025-10-28, ended",
    "ip-rights-research,         notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "ip-consumer-hardware,       notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "compute-sourcing,           2025-01-21, 2025-10-28, 2025-10-28, 2026-04-27",
    "api-distribution,           2025-01-21, 2025-10-28, 2025-10-28, 2026-04-27",
    "azure-commitment,           2025-01-21, 2025-10-28, 2025-10-28, 2025-10-28 silent",
    "national-security-api,      notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "third-party-products,       notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "independent-agi,            notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "compute-thresholds,         notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "open-weight-models,         notYet,     2025-10-28, 2025-10-28, 2025-10-28 silent",
    "equity-stake,               2023-01-23, 2025-10-28, 2025-10-28, 2025-10-28",
    "revenue-share-to-microsoft, 2025-01-21, 2025-10-28, 2025-10-28, 2026-04-27",
    "revenue-share-to-openai,    2025-01-21, 2025-01-21, 2025-01-21, ended"
  })
  void clauseStandsAsTheFactBaseSays(
      String clause, String eve, String agreement, String statement, String amendment) {
    List<String> stands = new ArrayList<>();
    for (String day : DAYS) {
      stands.add(standing(clause, day));
    }
    assertEquals(List.of(eve, agreement, statement, amendment), stands);
  }

  /** What the joint statement says of each clause: nothing changed, and two points made plainer. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "corporate-structure,        reaffirmed",
    "agi-verification,           reaffirmed",
    "ip-rights-models-products,  reaffirmed",
    "ip-exclusivity,             reaffirmed",
    "ip-rights-research,         reaffirmed",
    "ip-consumer-hardware,       reaffirmed",
    "compute-sourcing,           reaffirmed",
    "api-distribution,           clarified",
    "azure-commitment,           reaffirmed",
    "national-security-api,      reaffirmed",
    "third-party-products,       clarified",
    "independent-agi,            reaffirmed",
    "compute-thresholds,         reaffirmed",
    "open-weight-models,         reaffirmed",
    "equity-stake,               reaffirmed",
    "revenue-share-to-microsoft, reaffirmed clarified",
    "revenue-share-to-openai,    ''"
  })
  void jointStatementReaffirmsOrClarifies(String clause, String kinds) {
    List<Map<String, Object>> effects =
        given().get(CLAUSES + "/" + clause).then().extract().path("effects");
    assertEquals(
        kinds,
        effects.stream()
            .filter(effect -> effect.get("instrument").equals("2026-02-27"))
            .map(effect -> (String) effect.get("kind"))
            .collect(Collectors.joining(" ")));
  }

  private static String standing(String clause, String day) {
    Map<String, Object> answer =
        given()
            .queryParam("asOf", day)
            .get(CLAUSES + "/" + clause)
            .then()
            .statusCode(200)
            .extract()
            .path("");
    String status = (String) answer.get("status");
    return switch (status) {
      case "inForce" -> introducedBy(answer);
      case "notRestated" -> introducedBy(answer) + " silent";
      default -> status;
    };
  }

  private static String introducedBy(Map<String, Object> answer) {
    return (String) ((Map<?, ?>) answer.get("term")).get("introducedBy");
  }
}

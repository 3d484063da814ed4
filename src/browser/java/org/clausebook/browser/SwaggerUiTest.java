package org.clausebook.browser;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Swagger UI as somebody meets it: in a real browser that may reach nothing but this machine. */
@ClausebookTest
class SwaggerUiTest {

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  @BeforeEach
  void open() {
    page = Chromium.browser().newPage();
    page.setDefaultTimeout(60_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address()) && !request.url().startsWith("data:")) {
            complaints.add("left the machine: " + request.url());
          }
        });
    page.navigate(address() + "/swagger-ui");
    page.waitForSelector(".opblock");
  }

  @AfterEach
  void nothingWasComplainedOf() {
    page.close();
    assertEquals(List.of(), complaints);
  }

  @Test
  void listsEveryOperationByTag() {
    List<String> paths =
        page.locator(".opblock-summary-path").all().stream()
            .map(each -> each.getAttribute("data-path"))
            .sorted()
            .toList();
    assertEquals(
        PublishedContract.committed().operations().stream()
            .map(PublishedContract.Operation::template)
            .sorted()
            .toList(),
        paths);
    assertEquals(
        PublishedContract.committed().document().path("tags").size(),
        page.locator(".opblock-tag").count());
  }

  @Test
  void triesAnOperationWithPathParametersInFrench() {
    String answer = execute("getClause", Map.of("lang", "fr"));
    assertTrue(answer.contains("Microsoft est-elle seule"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getDeal",
        "listClauses",
        "getClause",
        "compareDates",
        "getScenario",
        "searchRecord",
        "getTimeline",
        "listStatements"
      })
  void triesAnOperationAsItStands(String operation) {
    assertFalse(execute(operation, Map.of()).isEmpty());
  }

  @Test
  void triesAnOperationWithFiltersInEnglish() {
    String answer = execute("listClauses", Map.of("lang", "en", "asOf", "2025-10-28", "limit", "3"));
    assertTrue(answer.contains("\"limit\": 3"), answer);
    assertTrue(answer.contains("\"asOf\": \"2025-10-28\""), answer);
  }

  @Test
  void asksTheServerThatIsLookedAt() {
    assertEquals(List.of(address()), page.locator(".servers option").allInnerTexts());
    execute("getRegion", Map.of());
    assertEquals(address() + "/v1/regions/FR", page.locator(".request-url pre").innerText().strip());
  }

  @Test
  void curatorAuthorizesAndTriesAChangeDry() {
    String clause = "/v1/deals/microsoft-openai/clauses/ip-exclusivity";
    String tag = given().get(clause).header("ETag");
    ObjectNode part =
        (ObjectNode)
            given()
                .get("/v1/deals/microsoft-openai/dossier")
                .as(JsonNode.class)
                .path("clauses")
                .findParents("terms")
                .stream()
                .filter(each -> each.path("id").asText().equals("ip-exclusivity"))
                .findFirst()
                .orElseThrow();
    ((ObjectNode) part.path("title")).put("en", "Tried in a browser");
    page.locator(".auth-wrapper .authorize").first().click();
    page.locator(".dialog-ux input").fill(TestIssuer.token("curator"));
    page.locator(".dialog-ux .auth-btn-wrapper .authorize").click();
    page.locator(".dialog-ux .btn-done").click();
    String report =
        execute(
            "publishClause",
            Map.of(
                "clause", "ip-exclusivity",
                "dryRun", "true",
                "If-Match", tag,
                "Clausebook-Note", "Tried in a browser"),
            part.toString());
    assertTrue(report.contains("\"dryRun\": true"), report);
    assertTrue(report.contains("Tried in a browser"), report);
    assertEquals(tag, given().get(clause).header("ETag"));
  }

  private String execute(String operation, Map<String, String> parameters) {
    return execute(operation, parameters, null);
  }

  /** Gives parameters, and leaves the others as they are offered. */
  private String execute(String operation, Map<String, String> parameters, String content) {
    Locator block = page.locator(".opblock[id$='-" + operation + "']");
    block.locator(".opblock-summary-control").click();
    block.locator(".try-out__btn").click();
    for (Locator row : block.locator("tr[data-param-in]").all()) {
      String given = parameters.get(row.getAttribute("data-param-name"));
      if (given == null) {
        continue;
      }
      if (row.locator("input[type=text]").count() > 0) {
        row.locator("input[type=text]").fill(given);
      } else {
        row.locator("select").selectOption(given);
      }
    }
    if (content != null) {
      block.locator("textarea").fill(content);
    }
    block.locator("button.execute").click();
    Locator answer =
        block.locator(".live-responses-table .response-col_description .microlight").first();
    answer.waitFor();
    assertEquals(
        "200",
        block
            .locator(".live-responses-table tbody td.response-col_status")
            .first()
            .innerText()
            .strip(),
        answer::innerText);
    return answer.innerText();
  }

  private static String address() {
    return "http://localhost:" + RestAssured.port;
  }
}

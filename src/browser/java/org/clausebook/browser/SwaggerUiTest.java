package org.clausebook.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.PublishedContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Swagger UI as somebody meets it: in a real browser that may reach nothing but this machine. */
@ClausebookTest
class SwaggerUiTest {

  private static Chromium chromium;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.browser().newPage();
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

  @Test
  void triesAnOperationWithFiltersInEnglish() {
    String answer = execute("listClauses", Map.of("lang", "en", "asOf", "2025-10-28", "limit", "3"));
    assertTrue(answer.contains("\"limit\": 3"), answer);
    assertTrue(answer.contains("\"asOf\": \"2025-10-28\""), answer);
  }

  /** Clears the examples of all other query parameters, so that only those given count. */
  private String execute(String operation, Map<String, String> parameters) {
    Locator block = page.locator(".opblock[id$='-" + operation + "']");
    block.locator(".opblock-summary-control").click();
    block.locator(".try-out__btn").click();
    for (Locator row : block.locator("tr[data-param-in='query'], tr[data-param-in='header']").all()) {
      String value = parameters.getOrDefault(row.getAttribute("data-param-name"), "");
      if (row.locator("input[type=text]").count() > 0) {
        row.locator("input[type=text]").fill(value);
      }
    }
    block.locator("button.execute").click();
    Locator answer = block.locator(".live-responses-table .response-col_description .microlight").first();
    answer.waitFor();
    assertEquals(
        "200", block.locator(".live-responses-table tbody td.response-col_status").first().innerText().strip());
    return answer.innerText();
  }

  private static String address() {
    return "http://localhost:" + RestAssured.port;
  }
}

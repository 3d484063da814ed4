package org.clausebook.entry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever starts at /v1 and follows what is served meets no error and finds everything. */
@ClausebookTest
class EveryLinkTest {

  private static final Pattern OTHER_DEAL =
      Pattern.compile("/v1/deals/(?!microsoft-openai(?![a-z0-9-]))[a-z]");
  private static final Pattern LINK = Pattern.compile("<([^>]+)>");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every address served here that stands in a body or a header, from /v1 on. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyLinkServedLeadsSomewhere(String language) throws IOException {
    String entry = given().get("/v1").then().extract().path("links.self");
    String base = entry.substring(0, entry.length() - "/v1".length());
    Deque<String> ahead = new ArrayDeque<>(List.of(entry));
    Set<String> seen = new HashSet<>(ahead);
    Map<String, String> failures = new TreeMap<>();
    Set<String> paths = new HashSet<>();
    while (!ahead.isEmpty()) {
      String url = ahead.remove();
      paths.add(url.replaceFirst("\\?.*", ""));
      Response response =
          given()
              .header("Accept-Language", language)
              .urlEncodingEnabled(false)
              .get(url.substring(base.length()));
      if (response.statusCode() != 200) {
        failures.put(url, response.statusCode() + " " + response.asString());
        continue;
      }
      for (String found : links(response)) {
        // Copies of the deal that other tests publish would only repeat its links.
        boolean ofACopy = OTHER_DEAL.matcher(found).find();
        if (found.startsWith(base + "/") && !ofACopy && seen.add(found)) {
          ahead.add(found);
        }
      }
    }
    assertEquals(Map.of(), failures);
    assertTrue(paths.size() > 150, () -> "only " + paths.size() + " addresses were reached");
    for (String path :
        List.of(
            "/changes",
            "/search",
            "/reference/dossier",
            "/reference/revisions/1",
            "/deals/microsoft-openai/comparison",
            "/deals/microsoft-openai/dossier",
            "/deals/microsoft-openai/revisions/1",
            "/deals/microsoft-openai/scenario")) {
      assertTrue(paths.contains(entry + path), path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/deals/microsoft-openai",
        "/v1/deals/microsoft-openai/clauses/corporate-structure",
        "/v1/deals/microsoft-openai/clauses/equity-stake",
        "/v1/deals/microsoft-openai/clauses/ip-rights-models-products",
        "/v1/deals/microsoft-openai/clauses/ip-rights-research",
        "/v1/deals/microsoft-openai/clauses/ip-exclusivity",
        "/v1/deals/microsoft-openai/clauses/ip-consumer-hardware",
        "/v1/deals/microsoft-openai/clauses/api-distribution",
        "/v1/deals/microsoft-openai/clauses/agi-verification",
        "/v1/deals/microsoft-openai/clauses/revenue-share-to-microsoft",
        "/v1/deals/microsoft-openai/clauses/revenue-share-to-openai",
        "/v1/deals/microsoft-openai/clauses/azure-commitment",
        "/v1/deals/microsoft-openai/clauses/compute-sourcing",
        "/v1/deals/microsoft-openai/clauses/third-party-products",
        "/v1/deals/microsoft-openai/clauses/independent-agi",
        "/v1/deals/microsoft-openai/clauses/compute-thresholds",
        "/v1/deals/microsoft-openai/clauses/national-security-api",
        "/v1/deals/microsoft-openai/clauses/open-weight-models",
        "/v1/stakeholders/microsoft",
        "/v1/stakeholders/openai-group-pbc",
        "/v1/stakeholders/openai-foundation",
        "/v1/stakeholders/agi-expert-panel",
        "/v1/stakeholders/european-commission",
        "/v1/stakeholders/cnil",
        "/v1/stakeholders/autorite-de-la-concurrence",
        "/v1/stakeholders/french-startups",
        "/v1/stakeholders/french-companies",
        "/v1/stakeholders/french-public-sector",
        "/v1/stakeholders/european-cloud-providers",
        "/v1/regulations/gdpr",
        "/v1/regulations/ai-act",
        "/v1/regulations/dma",
        "/v1/regulations/dsa",
        "/v1/regulations/data-act",
        "/v1/regulations/eu-merger-regulation",
        "/v1/regulations/eu-us-data-privacy-framework",
        "/v1/regulations/loi-informatique-et-libertes",
        "/v1/regulations/loi-sren",
        "/v1/regulations/secnumcloud",
        "/v1/regulations/avis-24-a-05",
        "/v1/sources/article",
        "/v1/sources/openai-2025-10-28",
        "/v1/regions/FR",
        "/v1/regions/EU",
        "/v1/regions/WORLD"
      })
  void everyNameOfTheSpecificationAnswersInBothLanguages(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    for (String language : List.of("fr", "en")) {
      given()
          .header("Accept-Language", language)
          .get(path)
          .then()
          .statusCode(200)
          .header("Content-Language", equalTo(language))
          .body("id", equalTo(id));
    }
  }

  @Test
  void everyInstrumentOfTheChainIsThere() {
    assertEquals(
        List.of(
            "2019-07-22",
            "2023-01-23",
            "2025-01-21",
            "2025-09-11",
            "2025-10-28",
            "2026-02-27",
            "2026-04-27"),
        given().get("/v1/deals/microsoft-openai/instruments").then().extract().path("items.id"));
  }

  /** S01 to S38, none left hanging. */
  @Test
  void articleHas38StatementsEachWithWhatItSupportsOrContradicts() {
    List<Map<String, Object>> statements =
        given().get("/v1/sources/article/statements?limit=100").then().extract().path("items");
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 38; i++) {
      expected.add("s%02d".formatted(i));
    }
    assertEquals(expected, statements.stream().map(each -> each.get("id")).toList());
    List<Object> hanging =
        statements.stream()
            .filter(each -> isEmpty(each.get("supports")) && isEmpty(each.get("discrepancies")))
            .map(each -> each.get("id"))
            .toList();
    assertEquals(List.of(), hanging);
  }

  private static boolean isEmpty(Object list) {
    return list == null || ((List<?>) list).isEmpty();
  }

  private static List<String> links(Response response) throws IOException {
    List<String> links = new ArrayList<>();
    for (String header : response.headers().getValues("Link")) {
      Matcher matcher = LINK.matcher(header);
      while (matcher.find()) {
        links.add(matcher.group(1));
      }
    }
    if (response.contentType().contains("json") && !response.contentType().contains("openapi")) {
      collect(JSON.readTree(response.asByteArray()), links);
    }
    return links;
  }

  private static void collect(JsonNode node, List<String> links) {
    if (node.isTextual() && node.textValue().startsWith("http")) {
      links.add(node.textValue());
    }
    node.forEach(each -> collect(each, links));
  }
}

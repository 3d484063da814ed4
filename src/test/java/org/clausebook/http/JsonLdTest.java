package org.clausebook.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linked data, as a real processor reads it, without asking anybody else. */
@ClausebookTest
class JsonLdTest {

  private static final DocumentLoader NOTHING_FROM_ELSEWHERE =
      (URI url, com.apicatalog.jsonld.loader.DocumentLoaderOptions options) -> {
        throw new AssertionError("The document needs " + url);
      };

  @ParameterizedTest
  @CsvSource({
    "/v1/deals/microsoft-openai, https://schema.org/Dataset, https://schema.org/about",
    "/v1/sources/article, https://schema.org/NewsArticle, https://schema.org/subjectOf",
    "/v1/regulations/gdpr, http://data.europa.eu/eli/ontology#LegalResource, https://schema.org/legislationJurisdiction"
  })
  void isReadByAProcessor(String path, String type, String property) throws JsonLdError {
    JsonObject expanded = expanded(path);
    assertTrue(expanded.getString("@id").endsWith(path), expanded.toString());
    assertTrue(expanded.getJsonArray("@type").toString().contains(type), expanded.toString());
    assertTrue(expanded.containsKey(property), expanded.toString());
    for (String code : List.of("https://schema.org/identifier", "https://schema.org/version")) {
      assertFalse(
          expanded.containsKey(code) && expanded.get(code).toString().contains("@language"),
          expanded.toString());
    }
    assertTrue(
        expanded
            .getJsonArray("https://schema.org/name")
            .toString()
            .contains("\"@language\":\"fr\""),
        expanded.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/deals/microsoft-openai, https://schema.org/dateModified, http://www.w3.org/2001/XMLSchema#dateTime",
    "/v1/sources/openai-2019-07-22, https://schema.org/datePublished, http://www.w3.org/2001/XMLSchema#date",
    "/v1/sources/openai-charter, https://schema.org/datePublished, http://www.w3.org/2001/XMLSchema#gYearMonth"
  })
  void datesAreDatesInNoLanguage(String path, String property, String type) throws JsonLdError {
    String date = expanded(path).getJsonArray(property).getJsonObject(0).toString();
    assertTrue(date.contains("\"@type\":\"" + type + "\""), date);
    assertFalse(date.contains("@language"), date);
  }

  private static JsonObject expanded(String path) throws JsonLdError {
    byte[] body =
        given()
            .accept("application/ld+json")
            .header("Accept-Language", "fr")
            .get(path)
            .then()
            .statusCode(200)
            .contentType("application/ld+json")
            .extract()
            .asByteArray();
    return JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(body)))
        .options(new JsonLdOptions(NOTHING_FROM_ELSEWHERE))
        .get()
        .getJsonObject(0);
  }
}

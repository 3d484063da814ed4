package org.clausebook.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
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
    JsonLdOptions options = new JsonLdOptions(NOTHING_FROM_ELSEWHERE);
    JsonObject expanded =
        JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(body)))
            .options(options)
            .get()
            .getJsonObject(0);
    assertTrue(expanded.getString("@id").endsWith(path), expanded.toString());
    assertTrue(expanded.getJsonArray("@type").toString().contains(type), expanded.toString());
    assertTrue(expanded.containsKey(property), expanded.toString());
    assertTrue(
        expanded
            .getJsonArray("https://schema.org/name")
            .toString()
            .contains("\"@language\":\"fr\""),
        expanded.toString());
  }
}

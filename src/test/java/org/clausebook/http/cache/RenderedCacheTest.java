package org.clausebook.http.cache;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ClausebookTest
class RenderedCacheTest {

  @Inject MeterRegistry metrics;

  @TestHTTPResource("/")
  URI base;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/deals",
        "/v1/deals/microsoft-openai?lang=fr",
        "/v1/deals/microsoft-openai/clauses?limit=3",
        "/v1/deals/microsoft-openai/dossier",
        "/v1/sources/article/statements",
        "/v1/regulations/ai-act?lang=fr"
      })
  void keptAnswerIsTheRenderedOne(String path) {
    // An unusual spelling of the same preference is a question of its own, so it is rendered anew.
    Response kept = null;
    for (int i = 0; i < 3; i++) {
      kept = given().header("Accept-Language", "en").get(path);
    }
    Response fresh =
        given().header("Accept-Language", "en;q=0.9" + System.nanoTime() % 10).get(path);
    assertEquals(200, kept.statusCode());
    assertArrayEquals(fresh.asByteArray(), kept.asByteArray());
    for (String header :
        List.of("ETag", "Vary", "Link", "Content-Type", "Content-Language", "Cache-Control")) {
      assertEquals(fresh.header(header), kept.header(header), header);
    }
  }

  @Test
  void keptAnswerHonoursConditions() {
    String path = "/v1/deals/microsoft-openai/instruments";
    String tag = given().get(path).header("ETag");
    for (int i = 0; i < 3; i++) {
      given().header("If-None-Match", tag).get(path).then().statusCode(304);
      given().header("If-Match", "\"other\"").get(path).then().statusCode(412);
      given().get(path).then().statusCode(200).header("ETag", tag);
    }
  }

  @Test
  void headIsAnsweredFromWhatGetLeft() {
    String path = "/v1/deals/microsoft-openai/unknowns?limit=7";
    Response get = given().get(path);
    Response head = given().head(path);
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals(0, head.asByteArray().length);
  }

  @Test
  @DisabledIfSystemProperty(
      named = "clausebook.http.cache-size",
      matches = "0",
      disabledReason = "Without kept answers everybody is rendered for")
  void thousandWhoAskForOneColdAnswerGetTheSameFromOneRendering() {
    double before = renderings();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(
                base.resolve("/v1/deals/microsoft-openai/clauses?limit=9&asOf=2025-10-29"))
            .build();
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, 1000)
            .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .toList();
    Set<String> answers =
        asked.stream()
            .map(CompletableFuture::join)
            .map(HttpResponse::body)
            .collect(Collectors.toSet());
    assertEquals(1, answers.size());
    assertEquals(1, renderings() - before);
  }

  private double renderings() {
    return metrics.get("clausebook.renderings").counter().count();
  }
}

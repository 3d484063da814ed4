package org.clausebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** The page asks the API of its own process: that must neither starve it nor be held against it. */
@ClausebookTest
@TestProfile(PageUnderLoadTest.NothingKeptAndCounted.class)
class PageUnderLoadTest {

  private static final int AT_ONCE = 200;

  public static class NothingKeptAndCounted implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "clausebook.http.cache-size", "0",
          "clausebook.traffic.requests-per-minute", "1000",
          "clausebook.traffic.max-concurrent-requests", Integer.toString(AT_ONCE),
          "clausebook.traffic.read-timeout", "90s");
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  URI root;

  @Test
  void rushForPagesIsAnsweredWhollyWithNothingKept() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                turn ->
                    HttpRequest.newBuilder(
                            root.resolve("/?lang=fr&view=deal&asOf=" + day.plusDays(turn)))
                        .timeout(Duration.ofSeconds(90))
                        .build())
            .map(
                request ->
                    client
                        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
            .toList();
    assertEquals(
        Map.of(200, (long) AT_ONCE),
        answers.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
  }

  /** The quota fills again by some 17 a second, so that it can only be counted from below. */
  @Test
  void pageCountsOnceHoweverMuchItAsks() throws Exception {
    int before = left("/v1");
    assertTrue(left("/?lang=en") >= before - 1);
    assertTrue(left("/v1") >= before - 2);
  }

  private int left(String address) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(root.resolve(address)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    return Integer.parseInt(
        answer.headers().firstValue("RateLimit").orElseThrow().replaceAll(".*;r=(\\d+);.*", "$1"));
  }
}

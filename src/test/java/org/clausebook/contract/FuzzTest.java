package org.clausebook.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.clausebook.contract.FuzzedRequests.Documents;
import org.clausebook.contract.FuzzedRequests.Request;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.ContractCheck;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;

/**
 * Requests that nobody thought of, made from the contract: none may lead to a server error, to an
 * answer that the contract does not know, or to a wait. A short run is part of every build; the
 * long one is {@code ./mvnw test -Dtest=FuzzTest -Dfuzz.requests=20000 [-Dfuzz.seed=…]}.
 */
@ClausebookTest
class FuzzTest {

  private static final ContractCheck CHECK = new ContractCheck(PublishedContract.committed());
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 400);
  private static final long SEED = Long.getLong("fuzz.seed", 20261123);
  private static final long SLOWEST_MILLIS = Long.getLong("fuzz.slowest", 1000);
  private static final String DOSSIER = "/v1/deals/microsoft-openai/dossier";

  private long slowest;

  @Test
  void nothingThatCanBeSentBreaksTheContract() {
    FuzzedRequests requests =
        new FuzzedRequests(PublishedContract.committed(), SEED, whatThereIs());
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
      Request request = requests.next();
      List<String> found = tried(request);
      if (!found.isEmpty()) {
        faults.add("request %d: %s -> %s".formatted(i, shortened(request.toString()), found));
      }
    }
    System.out.printf(
        "%d made-up requests (seed %d), the slowest answered in %d ms%n", REQUESTS, SEED, slowest);
    assertEquals(List.of(), faults, "seed " + SEED);
    given()
        .get("/v1/deals/microsoft-openai/revisions")
        .then()
        .body("items[0].revision", equalTo(1));
  }

  private static Documents whatThereIs() {
    Response json = given().get(DOSSIER);
    Response yaml = given().accept("application/yaml").get(DOSSIER);
    return new Documents(
        json.asByteArray(),
        yaml.asByteArray(),
        List.of(json.header("ETag"), yaml.header("ETag"), given().get("/v1").header("ETag")),
        List.of(
            "Bearer " + TestIssuer.token("curator"),
            "Bearer " + TestIssuer.token("admin", "curator"),
            "Bearer " + TestIssuer.token("reader")));
  }

  /**
   * Whatever took too long is tried once more: the machine may have been busy with something else.
   */
  private List<String> tried(Request request) {
    long start = System.nanoTime();
    List<String> found = new ArrayList<>(answered(request));
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis > SLOWEST_MILLIS) {
      start = System.nanoTime();
      answered(request);
      millis = Math.min(millis, (System.nanoTime() - start) / 1_000_000);
    }
    slowest = Math.max(slowest, millis);
    if (millis > SLOWEST_MILLIS) {
      found.add("took " + millis + " ms");
    }
    return found;
  }

  private static List<String> answered(Request request) {
    RawHttp.Answer answer;
    try {
      answer = RawHttp.send(request.bytes());
    } catch (UncheckedIOException e) {
      return List.of("no answer: " + e.getCause().getMessage());
    }
    if (answer.status() >= 500 && answer.status() != 501) {
      return List.of("status " + answer.status());
    }
    if (answer.text().contains("org.clausebook") || answer.text().contains("\tat ")) {
      return List.of("tells of the inside");
    }
    // With a dot segment it is the address of no operation, whatever the method.
    if (request.path().contains("/.") && answer.status() == 404) {
      return List.of();
    }
    return CHECK
        .faults(request.method(), request.path(), answer.status(), answer.headers(), answer.body())
        .stream()
        .map(fault -> answer.status() + " " + fault)
        .toList();
  }

  private static String shortened(String text) {
    return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
  }
}

package org.clausebook.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.PublishedContract.Operation;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status that the contract documents is one that happens. Those that need a service at its
 * end are in {@link StrainedTest}. A status that cannot be brought about has no place in the
 * contract.
 */
@ClausebookTest
class EveryStatusTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> STRAINED = Set.of("429", "500", "503");
  private static final String JSON = "application/json";

  private final String deal = "status-" + UUID.randomUUID().toString().substring(0, 8);

  static Stream<Operation> operations() {
    return CONTRACT.operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyDocumentedStatusHappens(Operation operation) throws Exception {
    TreeSet<String> documented = new TreeSet<>();
    operation.node().path("responses").fieldNames().forEachRemaining(documented::add);
    documented.removeAll(STRAINED);
    if (operation.method().equals("GET")) {
      assertEquals(documented, reading(operation, documented));
    } else {
      assertEquals(documented, writing(operation, documented));
    }
  }

  private Set<String> reading(Operation operation, Set<String> documented) {
    TreeSet<String> seen = new TreeSet<>();
    String path = path(operation, Map.of());
    String query = query(operation);
    RawHttp.Answer ok = RawHttp.send("GET", path + query);
    seen.add(Integer.toString(ok.status()));
    see(seen, "GET", path + query, "If-None-Match: *");
    see(seen, "GET", path + query, "Accept: application/xml");
    see(seen, "GET", path + query, "If-Match: \"x\"");
    see(seen, "GET", path + query, "X-Long: " + "x".repeat(20_000));
    see(seen, "GET", path + "?x=" + "x".repeat(5000));
    see(seen, "GET", path + "?nothing-of-this-name=1");
    if (documented.contains("404")) {
      see(seen, "GET", path(operation, Map.of("*", "no-such-thing")) + query);
      String separator = query.isEmpty() ? "?" : query + '&';
      see(seen, "GET", path + separator + "knownAt=0001-01-01T00:00:00Z");
      if (operation.template().equals("/")) {
        see(seen, "GET", "/?deal=no-such-thing");
      }
    }
    if (documented.contains("410")) {
      publish();
      withdraw();
      see(seen, "GET", path(operation, Map.of("deal", deal)) + query);
      if (operation.template().equals("/")) {
        see(seen, "GET", "/?deal=" + deal);
      }
    }
    seen.retainAll(documented);
    return seen;
  }

  private Set<String> writing(Operation operation, Set<String> documented) throws Exception {
    TreeSet<String> seen = new TreeSet<>();
    boolean puts = operation.method().equals("PUT");
    boolean reference = operation.template().startsWith("/v1/reference");
    String tag = reference ? tag("/v1/reference/dossier") : publish();
    String path = path(operation, Map.of("deal", deal));
    JsonNode document = reference ? null : part(operation);
    String id = document == null ? "" : document.path(key(document)).asText();
    path = path.replaceAll("/(clauses|implications|stakeholders)/.*", "/$1/" + id);
    byte[] body =
        document != null
            ? MAPPER.writeValueAsBytes(document)
            : given().accept(JSON).get(path).asByteArray();

    see(seen, given().contentType(JSON).body(body), operation, path);
    see(seen, as("reader").body(body), operation, path);
    see(seen, as("curator").queryParam("nothing", 1).body(body), operation, path);
    see(seen, as("curator").body(body), operation, path);
    see(seen, as("admin").body(body), operation, path);
    see(seen, as("admin").header("If-Match", "\"stale\"").body(body), operation, path);
    see(seen, as("admin").header("If-Match", tag).body("{}"), operation, path);
    see(seen, as("admin").contentType("text/plain").body("x"), operation, path);
    see(seen, operation.method(), path + "?x=" + "x".repeat(5000));
    see(seen, operation.method(), path, "X-Long: " + "x".repeat(20_000));
    see(
        seen,
        operation.method(),
        path,
        "Content-Type: application/json",
        "Content-Length: 99999999");
    if (documented.contains("404")) {
      String absent = path.replace(deal, "no-such-deal").replaceAll("/[^/]+$", "/no-such-part");
      see(seen, as("admin").header("If-Match", tag).body(body), operation, absent);
      see(
          seen,
          as("admin").header("If-Match", tag).body(body),
          operation,
          path.replace(deal, "no-such-deal"));
    }
    if (documented.contains("409")) {
      atOnce(seen, operation, path, body);
    }
    if (puts) {
      see(
          seen,
          as("curator").header("If-Match", tag).queryParam("dryRun", true).body(body),
          operation,
          path);
    }
    if (documented.contains("201")) {
      create(seen, operation, path, document, body);
    }
    if (!puts) {
      seen.addAll(removed(operation, path, document, tag));
    }
    if (documented.contains("410")) {
      withdraw();
      see(seen, as("admin").header("If-Match", tag).body(body), operation, path);
    }
    seen.retainAll(documented);
    return seen;
  }

  /** Many with the same key: whoever comes while the first is being answered is told to wait. */
  private static void atOnce(Set<String> seen, Operation operation, String path, byte[] body)
      throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      for (int i = 0; i < 20 && !seen.contains("409"); i++) {
        String key = UUID.randomUUID().toString();
        Callable<Integer> write =
            () ->
                as("admin")
                    .header("If-Match", "\"stale\"")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .request(operation.method(), path)
                    .statusCode();
        for (Future<Integer> written : writers.invokeAll(Collections.nCopies(8, write))) {
          seen.add(Integer.toString(written.get()));
        }
      }
    } finally {
      writers.shutdownNow();
    }
  }

  private void create(
      Set<String> seen, Operation operation, String path, JsonNode document, byte[] body) {
    if (document == null) {
      withdraw();
      see(seen, as("curator").header("If-None-Match", "*").body(body), operation, path);
      return;
    }
    ObjectNode another = document.deepCopy();
    String id = operation.template().contains("stakeholders") ? "cnil" : "another-part";
    another.put(key(document), id);
    see(
        seen,
        as("curator").header("If-None-Match", "*").body(another.toString()),
        operation,
        path.replaceAll("/[^/]+$", "/" + id));
  }

  /** A part that nothing refers to, put there to be removed. */
  private List<String> removed(Operation operation, String path, JsonNode document, String tag) {
    List<String> seen = new ArrayList<>();
    if (document == null) {
      see(seen, as("admin").header("If-Match", tag), operation, path);
      publish();
      return seen;
    }
    ObjectNode another = document.deepCopy();
    String id = operation.template().contains("stakeholders") ? "cnil" : "another-part";
    another.put(key(document), id);
    String address = path.replaceAll("/[^/]+$", "/" + id);
    as("curator").header("If-None-Match", "*").body(another.toString()).put(address);
    see(
        seen,
        as("curator").header("If-Match", tag("/v1/deals/" + deal + "/dossier")),
        operation,
        address);
    return seen;
  }

  private static void see(
      Collection<String> seen, String method, String target, String... headers) {
    seen.add(Integer.toString(RawHttp.send(method, target, headers).status()));
  }

  private static void see(
      Collection<String> seen, RequestSpecification request, Operation operation, String path) {
    seen.add(Integer.toString(request.request(operation.method(), path).statusCode()));
  }

  private String publish() {
    String dossier = "/v1/deals/" + deal + "/dossier";
    Response created =
        as("curator")
            .contentType("application/yaml")
            .header("If-None-Match", "*")
            .body(
                Dossiers.bytes(
                    Dossiers.LIGHTHOUSE
                        .replace("lighthouse", deal)
                        .replaceAll("\\b(notice|gazette)\\b", deal + "-$1")))
            .put(dossier);
    assertEquals(201, created.statusCode(), created::asString);
    return created.header("ETag");
  }

  private void withdraw() {
    String dossier = "/v1/deals/" + deal + "/dossier";
    as("admin").header("If-Match", tag(dossier)).delete(dossier).then().statusCode(204);
  }

  private static String tag(String path) {
    return given().accept(JSON).get(path).header("ETag");
  }

  /** The first part of the kind that the operation is about; null for a whole dossier. */
  private JsonNode part(Operation operation) throws Exception {
    for (String section : List.of("clauses", "implications", "stakeholders")) {
      if (operation.template().contains('/' + section + '/')) {
        return MAPPER
            .readTree(given().accept(JSON).get("/v1/deals/" + deal + "/dossier").asByteArray())
            .path(section)
            .get(0);
      }
    }
    return null;
  }

  /** What names a part: a stakeholder is named by whom it is. */
  private static String key(JsonNode document) {
    return document.has("id") ? "id" : "stakeholder";
  }

  private static RequestSpecification as(String role) {
    return given()
        .header("Authorization", "Bearer " + TestIssuer.token(role))
        .header("Clausebook-Note", "A test")
        .accept(JSON)
        .contentType(JSON);
  }

  private static String path(Operation operation, Map<String, String> values) {
    String path = operation.template();
    for (JsonNode parameter : CONTRACT.parameters(operation, "path")) {
      String name = parameter.path("name").asText();
      boolean number =
          CONTRACT.resolve(parameter.path("schema")).path("type").asText().equals("integer");
      Map<String, String> others = new HashMap<>(values);
      if (number && others.containsKey("*")) {
        others.put("*", "999999");
      }
      String example = parameter.path("example").asText();
      path =
          path.replace(
              '{' + name + '}', others.getOrDefault(name, others.getOrDefault("*", example)));
    }
    return path;
  }

  private static String query(Operation operation) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : CONTRACT.parameters(operation, "query")) {
      if (parameter.path("required").asBoolean()) {
        query.append(query.isEmpty() ? '?' : '&').append(parameter.path("name").asText());
        query.append('=').append(parameter.path("example").asText().replace(' ', '+'));
      }
    }
    return query.toString();
  }
}

package org.clausebook.kubernetes;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/** The running application answers at the addresses that the manifests ask. */
@ClausebookTest
class ProbesTest {

  @Test
  void probesAnswer() {
    Set<String> paths =
        Manifests.of("production")
            .workloads()
            .flatMap(workload -> workload.findValues("httpGet").stream())
            .map(probe -> probe.path("path").asText())
            .collect(Collectors.toSet());
    assertEquals(Set.of("/q/health/started", "/q/health/live", "/q/health/ready"), paths);
    paths.forEach(path -> get(path).then().statusCode(200));
  }

  @Test
  void rulesAndDashboardAskForMetricsThatAreServed() {
    get("/v1/deals/microsoft-openai/clauses").then().statusCode(200);
    String served = get("/q/metrics").then().statusCode(200).extract().asString();
    Set<String> missing = new TreeSet<>();
    Pattern.compile(
            "\\b(clausebook_[a-z_]+|http_server_[a-z_]+|agroal_[a-z_]+|jvm_[a-z_]+)(?=[{\\[)])")
        .matcher(Manifests.of("production").objects().toString())
        .results()
        .map(found -> found.group(1))
        .filter(name -> !served.contains(name.replaceFirst("_(count|sum|bucket)$", "")))
        .forEach(missing::add);
    assertEquals(Set.of(), missing);
  }
}

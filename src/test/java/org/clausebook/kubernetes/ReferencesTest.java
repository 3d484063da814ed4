package org.clausebook.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one object says of another is true. No schema sees that. */
class ReferencesTest {

  private static final String POOLER = "components:\n  - pooler\n";

  /** Brought by the operator or by whoever installs; k8s/README.md says how. */
  private static final Set<String> FROM_OUTSIDE =
      Set.of("clausebook-database", "clausebook-database-owner");

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void selectorsFindPods(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    List<Map<String, String>> pods = pods(manifests);
    List<ObjectNode> selecting = new ArrayList<>();
    Stream.of("Service", "PodDisruptionBudget", "NetworkPolicy", "Deployment", "StatefulSet")
        .forEach(kind -> manifests.all(kind).forEach(selecting::add));
    for (ObjectNode object : selecting) {
      JsonNode spec = object.path("spec");
      List<JsonNode> selectors = new ArrayList<>();
      for (String field : List.of("selector", "podSelector")) {
        JsonNode selector = spec.path(field);
        selectors.add(selector.has("matchLabels") ? selector.path("matchLabels") : selector);
      }
      spec.findValues("podSelector").stream()
          .map(selector -> selector.path("matchLabels"))
          .filter(labels -> !labels.has("k8s-app"))
          .forEach(selectors::add);
      for (JsonNode selector : selectors) {
        if (selector.has("matchExpressions")) {
          continue;
        }
        Map<String, String> wanted = Manifests.strings(selector);
        assertTrue(
            pods.stream().anyMatch(pod -> pod.entrySet().containsAll(wanted.entrySet())),
            () -> Manifests.name(object) + " selects no pod by " + wanted);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void servicesAndProbesNamePortsThatPodsHave(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    manifests
        .all("Service")
        .forEach(
            service ->
                manifests
                    .workloads()
                    .filter(workload -> selects(service, workload))
                    .forEach(
                        workload ->
                            service
                                .at("/spec/ports")
                                .forEach(
                                    port ->
                                        assertTrue(
                                            ports(workload)
                                                .contains(port.path("targetPort").asText()),
                                            Manifests.name(service)))));
    manifests
        .workloads()
        .forEach(
            workload ->
                workload
                    .findValues("httpGet")
                    .forEach(
                        probe ->
                            assertTrue(
                                ports(workload).contains(probe.path("port").asText()),
                                Manifests.name(workload))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void podsMountWhatIsThere(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    manifests
        .workloads()
        .forEach(
            workload -> {
              JsonNode pod = workload.at("/spec/template/spec");
              Set<String> volumes =
                  Manifests.each(pod.path("volumes"))
                      .map(volume -> volume.path("name").asText())
                      .collect(Collectors.toSet());
              Manifests.each(workload.at("/spec/volumeClaimTemplates"))
                  .forEach(claim -> volumes.add(Manifests.name(claim)));
              pod.at("/containers/0/volumeMounts")
                  .forEach(mount -> assertTrue(volumes.contains(mount.path("name").asText())));
              pod.findValues("configMap")
                  .forEach(
                      volume ->
                          assertTrue(
                              manifests.find("ConfigMap", volume.path("name").asText()).isPresent(),
                              volume::toString));
              pod.findValues("secret")
                  .forEach(
                      volume -> {
                        String name = volume.path("secretName").asText();
                        assertTrue(
                            manifests.find("Secret", name).isPresent()
                                || (overlay.equals("production") && FROM_OUTSIDE.contains(name)),
                            name);
                      });
              String account = pod.path("serviceAccountName").asText("");
              assertTrue(
                  account.isEmpty() || manifests.find("ServiceAccount", account).isPresent(),
                  account);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void scalersAndRoutesNameWhatTheyMean(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    manifests
        .all("HorizontalPodAutoscaler")
        .forEach(
            scaler -> {
              ObjectNode target =
                  manifests
                      .find("Deployment", scaler.at("/spec/scaleTargetRef/name").asText())
                      .orElseThrow();
              assertTrue(target.at("/spec/replicas").isMissingNode());
            });
    manifests
        .all("HTTPRoute")
        .flatMap(route -> route.findValues("backendRefs").stream())
        .flatMap(Manifests::each)
        .forEach(
            backend -> {
              ObjectNode service =
                  manifests.find("Service", backend.path("name").asText()).orElseThrow();
              assertEquals(service.at("/spec/ports/0/port").asInt(), backend.path("port").asInt());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void migrationRunsAsAnotherRoleThanTheApplication(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    ObjectNode job = manifests.all("Job").findFirst().orElseThrow();
    ObjectNode deployment = manifests.find("Deployment", "clausebook").orElseThrow();
    assertNotEquals(secret(job), secret(deployment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void databaseUrlsNameAServiceThatIsThere(String overlay) {
    databaseUrlsNameAServiceThatIsThere(Manifests.of(overlay));
  }

  /** As k8s/README.md says to add it. */
  @Test
  void poolerStandsBeforeThePodsThatWriteAndNoOther(@TempDir Path pooled) throws IOException {
    Manifests manifests =
        Manifests.of(
            "production",
            file ->
                file.replace(
                    "resources:\n  - ../../base\n", POOLER + "resources:\n  - ../../base\n"),
            pooled);
    ObjectNode pooler = manifests.all("Pooler").findFirst().orElseThrow();
    assertTrue(manifests.find("Cluster", pooler.at("/spec/cluster/name").asText()).isPresent());
    assertEquals(
        cluster("production").at("/spec/inheritedMetadata/labels"),
        pooler.at("/spec/template/metadata/labels"),
        "network policies take it for the database");
    assertEquals(
        List.of("clausebook"),
        manifests
            .workloads()
            .filter(workload -> workload.toString().contains("//" + Manifests.name(pooler) + ":"))
            .map(Manifests::name)
            .toList());
    databaseUrlsNameAServiceThatIsThere(manifests);
  }

  /** As k8s/README.md says to do it. */
  @Test
  void applicationIsPointedAtTheRestoredCluster(@TempDir Path switched) throws IOException {
    Manifests manifests =
        Manifests.of(
            "production",
            file ->
                file.replace("  - database\n", "  - restored\n")
                    .replaceAll(
                        "//clausebook-database-(rw|ro):", "//clausebook-database-restored-$1:"),
            switched);
    assertEquals(
        "clausebook-database-restored",
        manifests.all("Cluster").map(Manifests::name).collect(Collectors.joining()));
    databaseUrlsNameAServiceThatIsThere(manifests);
    backupsNameWhatIsThere(manifests);
  }

  @Test
  void restoredClusterDiffersInItsNameAndItsBeginningOnly() {
    ObjectNode original = cluster("production");
    ObjectNode restored = cluster("production/restored");
    assertEquals(
        Manifests.name(original),
        restored.at("/spec/externalClusters/0/plugin/parameters/serverName").asText());
    assertNotEquals(Manifests.name(original), Manifests.name(restored));
    for (String field : List.of("database", "owner", "secret")) {
      assertEquals(
          original.at("/spec/bootstrap/initdb").get(field),
          restored.at("/spec/bootstrap/recovery").get(field));
    }
    for (ObjectNode cluster : List.of(original, restored)) {
      ((ObjectNode) cluster.path("metadata")).remove("name");
      ((ObjectNode) cluster.path("spec")).remove(List.of("bootstrap", "externalClusters"));
    }
    assertEquals(original, restored);
  }

  @Test
  void backupsNameWhatIsThere() {
    backupsNameWhatIsThere(Manifests.of("production"));
  }

  @Test
  void runbookCountsWithWhatTheClusterHas() throws IOException {
    String runbook = Files.readString(Path.of("k8s/README.md"));
    JsonNode spec = cluster("production").path("spec");
    for (String size :
        List.of(
            "`storage.size` (" + spec.at("/storage/size").asText() + ")",
            "`max_connections` (" + spec.at("/postgresql/parameters/max_connections").asText())) {
      assertTrue(runbook.contains(size), size);
    }
  }

  @Test
  void alertsNameASectionOfTheRunbook() throws IOException {
    Set<String> sections =
        Files.readAllLines(Path.of("k8s/README.md")).stream()
            .filter(line -> line.startsWith("##"))
            .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
            .map("k8s/README.md#"::concat)
            .collect(Collectors.toSet());
    List<String> named =
        Manifests.of("production")
            .all("PrometheusRule")
            .flatMap(rule -> rule.findValuesAsText("runbook").stream())
            .toList();
    assertTrue(!named.isEmpty() && sections.containsAll(named), named::toString);
  }

  @Test
  void everyServiceHasAnAlertForWhenAllOfItIsDown() {
    Manifests manifests = Manifests.of("production");
    Set<String> watched =
        manifests
            .all("PrometheusRule")
            .flatMap(rule -> rule.findValuesAsText("expr").stream())
            .flatMap(
                expression ->
                    Pattern.compile("absent\\(up\\{.*service=\"([^\"]+)\"\\} == 1\\)")
                        .matcher(expression)
                        .results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertEquals(
        manifests.all("Service").map(Manifests::name).collect(Collectors.toSet()), watched);
  }

  private static void backupsNameWhatIsThere(Manifests manifests) {
    String backedUp =
        manifests
            .all("ScheduledBackup")
            .map(backup -> backup.at("/spec/cluster/name").asText())
            .collect(Collectors.joining());
    assertTrue(manifests.find("Cluster", backedUp).isPresent(), backedUp);
    Set<String> stores =
        manifests.all("ObjectStore").map(Manifests::name).collect(Collectors.toSet());
    List<String> named =
        manifests
            .all("Cluster")
            .flatMap(cluster -> cluster.findValuesAsText("barmanObjectName").stream())
            .toList();
    assertTrue(!named.isEmpty() && stores.containsAll(named), named::toString);
  }

  private static ObjectNode cluster(String overlay) {
    return Manifests.of(overlay).all("Cluster").findFirst().orElseThrow();
  }

  private static void databaseUrlsNameAServiceThatIsThere(Manifests manifests) {
    Set<String> services =
        manifests.all("Service").map(Manifests::name).collect(Collectors.toSet());
    manifests
        .all("Cluster")
        .map(Manifests::name)
        .forEach(cluster -> Stream.of("-rw", "-ro", "-r").forEach(s -> services.add(cluster + s)));
    manifests.all("Pooler").map(Manifests::name).forEach(services::add);
    String rendered = manifests.objects().toString();
    List<String> hosts =
        Pattern.compile("jdbc:postgresql://([^:/]+):5432/clausebook")
            .matcher(rendered)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertTrue(!hosts.isEmpty() && services.containsAll(hosts), hosts::toString);
  }

  private static String secret(ObjectNode workload) {
    return workload.at("/spec/template/spec").findValue("secretName").asText();
  }

  private static List<Map<String, String>> pods(Manifests manifests) {
    List<Map<String, String>> pods =
        new ArrayList<>(
            manifests
                .workloads()
                .map(workload -> Manifests.strings(workload.at("/spec/template/metadata/labels")))
                .toList());
    manifests
        .all("Cluster")
        .forEach(
            cluster -> pods.add(Manifests.strings(cluster.at("/spec/inheritedMetadata/labels"))));
    return pods;
  }

  private static boolean selects(ObjectNode service, ObjectNode workload) {
    return Manifests.strings(workload.at("/spec/template/metadata/labels"))
        .entrySet()
        .containsAll(Manifests.strings(service.at("/spec/selector")).entrySet());
  }

  private static Set<String> ports(ObjectNode workload) {
    return Manifests.each(workload.at("/spec/template/spec/containers/0/ports"))
        .map(port -> port.path("name").asText())
        .collect(Collectors.toSet());
  }
}

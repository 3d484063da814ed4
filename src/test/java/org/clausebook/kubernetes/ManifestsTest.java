package org.clausebook.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

  /** Kinds of operators that the production overlay needs; k8s/README.md says which versions. */
  private static final Set<String> FOREIGN =
      Set.of(
          "Cluster",
          "HTTPRoute",
          "ObjectStore",
          "PrometheusRule",
          "ScheduledBackup",
          "ServiceMonitor");

  record Fault(String name, String kind, Consumer<ObjectNode> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void everyObjectKeepsToTheSchema(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    assertEquals(
        List.of(),
        manifests.objects().stream().flatMap(o -> Manifests.refusal(o).stream()).toList());
    Set<String> unknown =
        manifests.objects().stream()
            .filter(object -> !Manifests.isKnownToKubernetes(object))
            .map(object -> object.path("kind").asText())
            .collect(Collectors.toSet());
    assertEquals(overlay.equals("local") ? Set.of() : FOREIGN, unknown);
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("unknown field", "Deployment", o -> spec(o).put("replica", 2)),
        new Fault("wrong type", "Deployment", o -> spec(o).put("replicas", "two")),
        new Fault("no selector", "Deployment", o -> spec(o).remove("selector")),
        new Fault(
            "no such quantity",
            "Deployment",
            o -> ((ObjectNode) container(o).at("/resources/limits")).put("memory", "512 MB")),
        new Fault(
            "misspelt probe",
            "Deployment",
            o ->
                ((ObjectNode) container(o))
                    .set("livenessprobe", container(o).get("livenessProbe"))),
        new Fault(
            "port as text", "Service", o -> ((ObjectNode) o.at("/spec/ports/0")).put("port", "x")),
        new Fault("no template", "Job", o -> spec(o).remove("template")),
        new Fault("no target", "HorizontalPodAutoscaler", o -> spec(o).remove("scaleTargetRef")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void plantedFaultIsCaught(Fault fault) {
    ObjectNode object = Manifests.of("local").all(fault.kind()).findFirst().orElseThrow();
    assertEquals(Optional.empty(), Manifests.refusal(object));
    fault.plant().accept(object);
    assertTrue(Manifests.refusal(object).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void podsAreRestricted(String overlay) {
    Manifests.of(overlay)
        .workloads()
        .forEach(
            workload -> {
              JsonNode pod = workload.at("/spec/template/spec");
              String name = Manifests.name(workload);
              assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), name);
              assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean(), name);
              assertTrue(pod.at("/securityContext/runAsUser").asInt() > 0, name);
              assertEquals(
                  "RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText(), name);
              for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
                assertFalse(pod.has(host), name);
              }
              Manifests.each(pod.path("volumes"))
                  .forEach(v -> assertFalse(v.has("hostPath"), name));
              Manifests.each(pod.path("containers"))
                  .forEach(
                      container -> {
                        JsonNode security = container.path("securityContext");
                        assertFalse(
                            security.path("allowPrivilegeEscalation").asBoolean(true), name);
                        assertTrue(security.path("readOnlyRootFilesystem").asBoolean(), name);
                        assertEquals("ALL", security.at("/capabilities/drop/0").asText(), name);
                        for (String resource : List.of("cpu", "memory")) {
                          assertTrue(container.at("/resources/requests").has(resource), name);
                          assertTrue(container.at("/resources/limits").has(resource), name);
                        }
                      });
            });
    assertEquals(
        "restricted",
        Manifests.of(overlay)
            .all("Namespace")
            .findFirst()
            .orElseThrow()
            .at("/metadata/labels")
            .path("pod-security.kubernetes.io/enforce")
            .asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void stopFitsIntoTheGrace(String overlay) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("k8s/base/clausebook.properties"));
    long delay = seconds(lines, "quarkus.shutdown.delay");
    long timeout = seconds(lines, "quarkus.shutdown.timeout");
    Manifests.of(overlay)
        .all("Deployment")
        .forEach(
            deployment -> {
              long preStop = container(deployment).at("/lifecycle/preStop/sleep/seconds").asLong();
              long grace =
                  deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asLong();
              assertTrue(preStop > 0 && preStop + delay + timeout < grace);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void imageAndMigrationCarryTheVersionOfTheBuild(String overlay) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version =
        pom.replaceFirst("(?s).*?<artifactId>clausebook</artifactId>\\s*<version>([^<]+)<.*", "$1");
    Manifests manifests = Manifests.of(overlay);
    assertTrue(
        manifests.find("Job", "clausebook-migration-" + version.replace('.', '-')).isPresent(),
        "The migration job of each version has its own name");
    List<String> images =
        manifests
            .workloads()
            .filter(workload -> Manifests.name(workload).startsWith("clausebook"))
            .map(workload -> container(workload).path("image").asText())
            .toList();
    assertTrue(images.size() >= 2);
    images.forEach(image -> assertTrue(image.endsWith("clausebook:" + version), image));
  }

  /** Of a Job nothing can be changed; it would be refused, and all that is applied after it. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void changedConfigurationRollsPodsAndLeavesTheMigrationAlone(
      String overlay, @TempDir Path changed) throws IOException {
    Manifests before = Manifests.of(overlay);
    Manifests after =
        Manifests.of(
            overlay,
            file ->
                file.replace("clausebook.http.public-url=http", "clausebook.http.public-url=https")
                    .replace("- password=", "- password=changed-"),
            changed);
    assertEquals(before.all("Job").toList(), after.all("Job").toList());
    assertNotEquals(before.all("Deployment").toList(), after.all("Deployment").toList());
    assertNotEquals(
        before.find("ConfigMap", "clausebook-migration"),
        after.find("ConfigMap", "clausebook-migration"));
  }

  private static long seconds(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> Long.parseLong(line.substring(key.length() + 1).replace("s", "")))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode spec(JsonNode object) {
    return (ObjectNode) object.path("spec");
  }

  private static JsonNode container(JsonNode workload) {
    return workload.at("/spec/template/spec/containers/0");
  }
}

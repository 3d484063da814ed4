package org.clausebook.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as Prometheus reads them; where promtool is not installed, it is skipped. */
class AlertsTest {

  @Test
  void alertsFireForAsLongAsTheyHold(@TempDir Path directory) throws Exception {
    ObjectNode rules = Manifests.of("production").all("PrometheusRule").findFirst().orElseThrow();
    // JSON is YAML.
    Files.writeString(directory.resolve("rules.yaml"), rules.path("spec").toString());
    Files.copy(
        Path.of("src/test/resources/kubernetes/alerts.yaml"), directory.resolve("alerts.yaml"));
    Process promtool = promtool(directory.resolve("alerts.yaml"));
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, promtool.waitFor(), said);
  }

  private static Process promtool(Path tests) {
    try {
      return new ProcessBuilder("promtool", "test", "rules", tests.toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      return Assumptions.abort("promtool is not installed: what alerts fire is not checked here");
    }
  }
}

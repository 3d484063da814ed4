package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The committed contract under the rules that Spectral publishes for OpenAPI, and those of {@code
 * openapi/ruleset.yaml}.
 */
class LintTest {

  private static final String SPECTRAL = "@stoplight/spectral-cli@6.16.0";

  @Test
  void spectralFindsNothing() throws IOException, InterruptedException {
    assumeTrue(
        Program.isThere("npx"),
        "The contract is not linted by Spectral: that needs Node.js and npm, and they are not here.");
    Path folder = Files.createDirectories(Path.of("target/lint").toAbsolutePath());
    Path contract = Path.of("openapi").toAbsolutePath();
    List<String> told =
        Program.run(
            folder,
            "npx",
            "--yes",
            "--ignore-scripts",
            SPECTRAL,
            "lint",
            contract.resolve("openapi.yaml").toString(),
            "--ruleset",
            contract.resolve("ruleset.yaml").toString(),
            "--fail-severity",
            "hint");
    assertTrue(told.toString().contains("No results with a severity"), told::toString);
  }
}

package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A curator's day as README.md tells it, word by word. */
class CuratorsDayIT {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final String DEAL = "/v1/deals/microsoft-openai";

  @TempDir Path directory;

  @Test
  void everyCommandOfTheReadmeDoesWhatItSays() throws Exception {
    Map<String, String> environment =
        Map.of("CLAUSEBOOK_EMBEDDED_DIRECTORY", directory.resolve("data").toString());
    Path desk = Files.createDirectory(directory.resolve("desk"));
    Files.createSymbolicLink(desk.resolve("target"), Path.of("target").toAbsolutePath());
    try (Packaged packaged = Packaged.start(environment)) {
      assertEquals(200, packaged.get(DEAL).statusCode());
      String walk = walk().replace("http://localhost:8080", "http://localhost:" + packaged.port());
      Path output = desk.resolve("output");
      ProcessBuilder bash =
          new ProcessBuilder("bash", "-euo", "pipefail", "-c", walk)
              .directory(desk.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      bash.environment().putAll(environment);
      Process process = bash.start();
      assertTrue(process.waitFor(3, TimeUnit.MINUTES));
      String said = Files.readString(output);
      assertEquals(0, process.exitValue(), said);

      assertTrue(said.contains("\"dryRun\":true"), said);
      assertTrue(said.contains("\"kind\":\"narrowed\""), said);
      assertTrue(said.contains("event: published"), said);
      assertTrue(said.contains("<feed "), said);
      String revisions = packaged.get(DEAL + "/revisions").body();
      assertTrue(revisions.contains("Ajoute l’avenant fictif"), revisions);
      assertEquals(
          hash(packaged.get(DEAL + "/revisions/1").body()),
          hash(packaged.get(DEAL + "/revisions/3").body()),
          "it is restored");
    }
  }

  private static String walk() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("\n## Curate\n"));
    section = section.substring(0, section.indexOf("\n## ", 1));
    StringBuilder walk = new StringBuilder();
    Matcher blocks = BLOCK.matcher(section);
    while (blocks.find()) {
      walk.append(blocks.group(1));
    }
    assertTrue(walk.length() > 1_000, "README.md has no walk");
    return walk.toString();
  }

  private static String hash(String revision) {
    return revision.replaceFirst("(?s).*\"contentHash\":\"([^\"]*)\".*", "$1");
  }
}

package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What users of the contract have installed, and we may not. */
final class Program {

  private Program() {}

  static boolean isThere(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** The lines that a program writes; it must end well. */
  static List<String> run(Path folder, String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    assertTrue(ended, () -> "does not end: " + command[0] + lines);
    assertEquals(
        0, process.exitValue(), () -> String.join(" ", command) + '\n' + String.join("\n", lines));
    return lines;
  }
}

package org.clausebook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** It makes no difference which of the two ways an image was made by. */
class ImagesTest {

  @Test
  void bothRunTheJvmAlike() throws IOException {
    List<String> ofTheDockerfile =
        Files.readAllLines(Path.of("src/main/container/java.options")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<String> ofJib =
        PinnedVersionsTest.matches("<quarkus\\.jib\\.jvm-arguments>([^<]*)<")
            .flatMap(options -> Stream.of(options.split(",")))
            .toList();
    assertEquals(ofTheDockerfile, ofJib);
  }
}

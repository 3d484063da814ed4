package org.clausebook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** It makes no difference which of the two ways an image was made by. */
class ImagesTest {

  private static final Pattern JIB =
      Pattern.compile("<quarkus\\.jib\\.jvm-arguments>([^<]*)</quarkus\\.jib\\.jvm-arguments>");

  @Test
  void bothRunTheJvmAlike() throws IOException {
    List<String> ofTheDockerfile =
        Files.readAllLines(Path.of("src/main/container/java.options")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Matcher jib = JIB.matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(jib.find());
    assertEquals(ofTheDockerfile, Arrays.asList(jib.group(1).split(",")));
  }
}

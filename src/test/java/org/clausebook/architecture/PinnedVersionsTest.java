package org.clausebook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same sources give the same program, whatever was published since. */
class PinnedVersionsTest {

  private static final Pattern PLUGIN =
      Pattern.compile("<plugin>\\s*(?:<groupId>[^<]+</groupId>\\s*)?<artifactId>([^<]+)<");

  @Test
  void noVersionIsLeftToTheDay() throws IOException {
    List<String> open =
        matches("<(?:version|[a-z0-9.-]+\\.version)>([^<]*)<")
            .filter(version -> !version.matches("[0-9][0-9A-Za-z.-]*|\\$\\{[a-z0-9.-]+}"))
            .toList();
    assertEquals(List.of(), open);
    assertEquals(List.of(), matches("(SNAPSHOT|LATEST|RELEASE)").toList());
  }

  @Test
  void everyPluginHasAVersion() throws IOException {
    String pom = pom();
    List<String> open =
        PLUGIN
            .matcher(pom)
            .results()
            .map(found -> found.group(1))
            .filter(
                plugin ->
                    !Pattern.compile(Pattern.quote(plugin) + "</artifactId>\\s*<version>")
                        .matcher(pom)
                        .find())
            .toList();
    assertEquals(List.of(), open);
  }

  @Test
  void wrapperChecksWhatItFetches() throws IOException {
    String wrapper = Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties"));
    assertTrue(wrapper.contains("distributionSha256Sum="));
  }

  /** What the first group of an expression finds in the POM. */
  static Stream<String> matches(String regex) throws IOException {
    return Pattern.compile(regex)
        .matcher(pom())
        .results()
        .map((MatchResult found) -> found.group(1));
  }

  private static String pom() throws IOException {
    return Files.readString(Path.of("pom.xml"));
  }
}

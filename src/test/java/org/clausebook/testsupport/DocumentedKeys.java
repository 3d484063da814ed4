package org.clausebook.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The keys of ours that the page on configuration has a row for. */
public final class DocumentedKeys {

  private static final Pattern ROW =
      Pattern.compile("^\\| `(clausebook\\.[^`]+)`", Pattern.MULTILINE);

  private DocumentedKeys() {}

  /** What the page says, whole. */
  public static String page() throws IOException {
    return Files.readString(Path.of("docs/configuration.md"));
  }

  public static Set<String> ofOurs() throws IOException {
    Set<String> documented = new TreeSet<>();
    ROW.matcher(page()).results().forEach(found -> documented.add(found.group(1)));
    return documented;
  }
}

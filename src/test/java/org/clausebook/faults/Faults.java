package org.clausebook.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The table of results, and how long a fault lasts. */
final class Faults {

  private static final Path TABLE = Path.of("target", "faults.md");
  private static final String ASKED = System.getProperty("faults", "quick");
  private static final boolean WHOLE = !ASKED.equals("quick");

  private Faults() {}

  /** A fault lasts so long in the whole suite, and a tenth of it in the quick one. */
  static Duration lasting(int seconds) {
    return WHOLE ? Duration.ofSeconds(seconds) : Duration.ofMillis(Math.max(2_000, seconds * 100L));
  }

  /** How long memory is watched: twenty minutes, two in the quick suite, or as asked. */
  static Duration soak() {
    return Duration.ofSeconds(Integer.getInteger("faults.soak", WHOLE ? 1_200 : 120));
  }

  /** The quick suite and continuous integration share their machine: three times as much. */
  static double bearable(double seconds) {
    return WHOLE ? seconds : 3 * seconds;
  }

  static boolean isWhole() {
    return WHOLE;
  }

  /** A row, written before anything is asserted, so that a failed one is in the table too. */
  static void row(String id, String fault, String passesWhen, String seen) {
    String line = "| %s | %s | %s | %s |%n".formatted(id, fault, passesWhen, seen);
    System.out.print(line);
    try {
      Files.writeString(TABLE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

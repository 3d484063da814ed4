package org.clausebook.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The questions of {@code search/relevance.csv}. */
final class RelevanceTable {

  private RelevanceTable() {}

  /**
   * A question.
   *
   * @param expected {@code type:id} of the results of which one must come first
   */
  record Row(String language, String kind, String question, List<String> expected) {}

  static List<Row> read() {
    try (InputStream in = RelevanceTable.class.getResourceAsStream("/search/relevance.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";"))
          .map(cells -> new Row(cells[0], cells[1], cells[2], List.of(cells[3].split("\\|"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

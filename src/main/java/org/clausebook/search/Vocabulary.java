package org.clausebook.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebook.search.Spelling.Known;

/**
 * What the record knows of the words of a question.
 *
 * @param occurrences in how many entries each occurs, in any of its forms
 * @param longer words that it may be the beginning of, the most common first
 * @param similar words that look like one that does not occur as it stands, the most alike first
 */
record Vocabulary(
    Map<String, Integer> occurrences,
    Map<String, List<Known>> longer,
    Map<String, List<Known>> similar) {

  /** One line of an answer of the database. */
  record Line(String asked, String kind, Known known) {}

  static Vocabulary of(List<Line> lines) {
    return new Vocabulary(
        lines.stream()
            .filter(line -> line.kind().equals("known"))
            .collect(Collectors.toMap(Line::asked, line -> line.known().occurrences())),
        words(lines, "longer"),
        words(lines, "similar"));
  }

  List<Known> similar(String word) {
    return similar.getOrDefault(word, List.of());
  }

  /** Words, as they are compared, that one may be the beginning of. */
  List<String> longer(String word) {
    return longer.getOrDefault(word, List.of()).stream().map(Known::plain).distinct().toList();
  }

  private static Map<String, List<Known>> words(List<Line> lines, String kind) {
    return lines.stream()
        .filter(line -> line.kind().equals(kind))
        .collect(
            Collectors.groupingBy(
                Line::asked, Collectors.mapping(Line::known, Collectors.toList())));
  }
}

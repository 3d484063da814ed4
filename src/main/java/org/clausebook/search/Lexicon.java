package org.clausebook.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How PostgreSQL sees some words and phrases, as pieces of a {@code tsquery}. The pieces are its
 * own output, so what is composed of them is well-formed whatever was asked.
 */
record Lexicon(Map<String, Entry> entries) {

  /**
   * A word or phrase.
   *
   * @param fr by its French stems; empty when nothing but stop words is left
   * @param en by its English stems; empty likewise
   * @param occurrences how many entries contain the word as it is; 0 for one that is not known
   */
  record Entry(String fr, String en, int occurrences) {
    boolean isStopWord() {
      return fr.isEmpty() || en.isEmpty();
    }

    String query() {
      return Stream.of(fr, en)
          .filter(each -> !each.isEmpty())
          .distinct()
          .collect(Collectors.joining(" | "));
    }
  }

  int occurrences(String word) {
    return entries.get(word).occurrences();
  }

  boolean isStopWord(String word) {
    return entries.get(word).isStopWord();
  }

  /** Any of the alternatives; empty when nothing is left of them. */
  String anyOf(List<Condition.Alternative> alternatives) {
    return alternatives.stream()
        .map(this::all)
        .filter(each -> !each.isEmpty())
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  private String all(Condition.Alternative alternative) {
    if (alternative.lexeme() != null) {
      return "'" + alternative.lexeme() + "'";
    }
    List<Entry> parts =
        alternative.phrases().stream().map(entries::get).filter(Objects::nonNull).toList();
    boolean onlyStopWords = parts.stream().allMatch(Entry::isStopWord);
    return parts.stream()
        .filter(each -> onlyStopWords || !each.isStopWord())
        .map(Entry::query)
        .filter(each -> !each.isEmpty())
        .map(each -> "(" + each + ")")
        .collect(Collectors.joining(" & "));
  }
}

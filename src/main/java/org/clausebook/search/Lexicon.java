package org.clausebook.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How PostgreSQL sees some words, and what is looked for as pieces of a {@code tsquery}. The pieces
 * hold nothing but its own lexemes in quotes, so what is composed of them is well-formed whatever
 * was asked.
 */
record Lexicon(Map<String, Stem> stems) {

  /**
   * A word.
   *
   * @param fr its French stem; empty for a stop word
   * @param en its English stem; empty likewise
   */
  record Stem(String fr, String en) {
    boolean isStopWord() {
      return fr.isEmpty() || en.isEmpty();
    }
  }

  /** What is asked of the vector of an entry. */
  enum Form {
    /** All words of a phrase. */
    AMONG("'%s'", true),
    /** All words of a phrase, in the title. */
    TITLE("'^%s'", true),
    /** Words of a phrase at their distances; the index does not know them. */
    EXACT("'%s'", false),
    /** The same, in the title. */
    EXACT_TITLE("'%s':A", false);

    private final String lexeme;
    private final boolean isOfIndex;

    Form(String lexeme, boolean isOfIndex) {
      this.lexeme = lexeme;
      this.isOfIndex = isOfIndex;
    }

    String quote(String stem) {
      return stem.isEmpty() ? "" : lexeme.formatted(stem);
    }
  }

  boolean isStopWord(String word) {
    return stem(word).isStopWord();
  }

  Stem stem(String word) {
    return stems.getOrDefault(word, new Stem("", ""));
  }

  /** Any of the alternatives; empty when nothing is left of them. */
  String anyOf(List<Condition.Alternative> alternatives, Form form) {
    List<String> all =
        alternatives.stream()
            .map(each -> piece(each, form))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    return any(form.isOfIndex ? all.stream().filter(each -> !isImplied(each, all)) : all.stream());
  }

  /** The stems of a phrase in one language, without its stop words. */
  List<String> phrase(String phrase, Function<Stem, String> language) {
    return Words.split(phrase).stream()
        .map(word -> language.apply(stem(word)))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private String piece(Condition.Alternative alternative, Form form) {
    if (alternative.key() != null) {
      return "'=" + alternative.key() + "'";
    }
    List<String> phrases = alternative.phrases();
    List<String> telling = phrases.stream().filter(each -> !isStopPhrase(each)).toList();
    return (telling.isEmpty() ? phrases : telling)
        .stream()
            .map(each -> form.isOfIndex ? all(each, form) : row(each, form))
            .filter(each -> !each.isEmpty())
            .map(each -> each.contains(" | ") ? "(" + each + ")" : each)
            .collect(Collectors.joining(" & "));
  }

  private boolean isStopPhrase(String phrase) {
    return Words.split(phrase).stream().allMatch(this::isStopWord);
  }

  /** All words of a phrase: the index meets that quickly, by the rarest of them. */
  private String all(String phrase, Form form) {
    List<Stem> words = Words.split(phrase).stream().map(this::stem).toList();
    boolean onlyStopWords = words.stream().allMatch(Stem::isStopWord);
    return words.stream()
        .filter(each -> onlyStopWords || !each.isStopWord())
        .map(each -> any(Stream.of(each.fr(), each.en()).map(form::quote)))
        .filter(each -> !each.isEmpty())
        .map(each -> each.contains(" ") ? "(" + each + ")" : each)
        .distinct()
        .collect(Collectors.joining(" & "));
  }

  /** The words of a phrase one after the other, in one language or the other. */
  private String row(String phrase, Form form) {
    return any(Stream.of(row(phrase, Stem::fr, form), row(phrase, Stem::en, form)));
  }

  private String row(String phrase, Function<Stem, String> language, Form form) {
    StringBuilder query = new StringBuilder();
    int distance = 0;
    for (String word : Words.split(phrase)) {
      distance++;
      String stem = language.apply(stem(word));
      if (stem.isEmpty()) {
        continue;
      }
      if (query.length() > 0) {
        query.append(" <").append(distance).append("> ");
      }
      query.append(form.quote(stem));
      distance = 0;
    }
    return query.toString();
  }

  /** A row of words with one that will do by itself. */
  private static boolean isImplied(String piece, List<String> others) {
    return others.stream()
        .anyMatch(each -> !each.contains(" ") && !each.equals(piece) && piece.contains(each));
  }

  private static String any(Stream<String> pieces) {
    List<String> some = pieces.filter(each -> !each.isEmpty()).distinct().toList();
    return some.size() == 1
        ? some.get(0)
        : some.stream()
            .map(each -> each.contains(" ") ? "(" + each + ")" : each)
            .collect(Collectors.joining(" | "));
  }
}

package org.clausebook.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Mends slips of the pen: words that do not occur as they stand, for the nearest that do. */
final class Spelling {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final int SHORTEST = 4;

  private Spelling() {}

  /**
   * A word that occurs.
   *
   * @param word with its accents
   * @param plain as it is compared
   * @param occurrences in how many entries
   */
  record Known(String word, String plain, int occurrences) {}

  /** The question with its unknown words mended; empty when there is nothing to mend. */
  static Optional<String> mend(
      Question question, List<Condition> conditions, Lexicon lexicon, Vocabulary vocabulary) {
    Map<String, String> mended = new HashMap<>();
    for (Condition condition : conditions) {
      String word = condition.word();
      if (word == null
          || word.length() < SHORTEST
          || !condition.related().isEmpty()
          || Words.hasDigit(word)
          || lexicon.isStopWord(word)) {
        continue;
      }
      nearest(word, vocabulary.similar(word)).ifPresent(known -> mended.put(word, known.word()));
    }
    if (mended.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        WORD.matcher(question.text()).replaceAll(found -> replacement(found, mended)));
  }

  private static String replacement(MatchResult found, Map<String, String> mended) {
    return mended.getOrDefault(Words.plain(found.group()), found.group());
  }

  /** The nearest by keystrokes; of equally near ones, the more common. */
  static Optional<Known> nearest(String word, List<Known> known) {
    int allowed = word.length() < 6 ? 1 : word.length() < 10 ? 2 : 3;
    LevenshteinDistance distance = new LevenshteinDistance(allowed);
    record Candidate(Known known, int distance) {}
    return known.stream()
        .map(each -> new Candidate(each, distance.apply(word, each.plain())))
        .filter(candidate -> candidate.distance >= 0)
        .min(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(candidate -> -candidate.known.occurrences()))
        .map(Candidate::known);
  }
}

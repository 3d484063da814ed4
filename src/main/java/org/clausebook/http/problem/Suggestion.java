package org.clausebook.http.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant who wrote a word that is not known. */
public final class Suggestion {

  private Suggestion() {}

  /** The nearest known word, if it is so near that a slip of the pen explains the difference. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    int allowed = Math.min(3, Math.max(1, given.length() / 3));
    LevenshteinDistance distance = new LevenshteinDistance(allowed);
    String word = given.toLowerCase(Locale.ROOT);
    record Candidate(String word, int distance) {}
    return known.stream()
        .filter(each -> !each.equals(given))
        .map(each -> new Candidate(each, distance.apply(word, each.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance >= 0)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }
}

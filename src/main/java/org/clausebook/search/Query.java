package org.clausebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question as PostgreSQL is asked it.
 *
 * @param match what an entry must match ({@code tsquery})
 * @param among the same without distances between words, which the index does not know
 * @param highlight what is marked in it
 * @param direct as asked, without equivalents; ranks above them
 * @param conditions each on its own, to tell how many an entry meets
 * @param weights of the conditions: rare words count for more
 * @param key the whole as an identifier
 * @param numbers the parts that may be identifiers
 */
record Query(
    String match,
    String among,
    String highlight,
    String direct,
    List<String> conditions,
    List<Double> weights,
    List<String> key,
    List<String> numbers) {

  static final int SHORTEST_BEGINNING = 3;

  /** Between words of a phrase; no lexeme has such signs. */
  private static final Pattern DISTANCE = Pattern.compile("<(-|[0-9]+)>");

  /** By how much less a word may weigh than the rarest one to count among the rarer. */
  private static final double COMMONER = 3;

  /** Which entries will do. */
  enum Mode {
    ALL,
    BEGINNING,
    /** Any of the rarer words: common ones alone say little, and would be met everywhere. */
    RAREST,
    ANY
  }

  boolean isEmpty() {
    return match.isEmpty();
  }

  /** Words too common to be looked for are left out, unless there are no others. */
  static Query of(Question question, List<Condition> conditions, Lexicon lexicon, Mode mode) {
    boolean onlyStopWords =
        conditions.stream().allMatch(each -> each.excluded() || isStopWord(each, lexicon));
    List<String> wanted = new ArrayList<>();
    List<String> direct = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Condition condition : conditions) {
      String asked = lexicon.anyOf(condition.direct());
      String all =
          lexicon.anyOf(
              Stream.concat(condition.direct().stream(), condition.related().stream()).toList());
      if (condition.excluded()) {
        if (!asked.isEmpty()) {
          unwanted.add("!(" + asked + ")");
        }
      } else if (!all.isEmpty() && (onlyStopWords || !isStopWord(condition, lexicon))) {
        wanted.add("(" + all + ")");
        direct.add("(" + (asked.isEmpty() ? all : asked) + ")");
        weights.add(weight(condition, lexicon));
      }
    }
    if (mode == Mode.BEGINNING) {
      complete(conditions, lexicon, wanted);
    }
    String joined =
        switch (mode) {
          case ALL, BEGINNING -> String.join(" & ", wanted);
          case RAREST -> String.join(" | ", rarest(wanted, weights));
          case ANY -> String.join(" | ", wanted);
        };
    String key = question.key();
    return new Query(
        match(joined, unwanted, key),
        match(
            DISTANCE.matcher(joined).replaceAll("&"),
            unwanted.stream().filter(each -> !DISTANCE.matcher(each).find()).toList(),
            unwanted.isEmpty() ? key : ""),
        joined.isEmpty() ? "" : String.join(" | ", wanted),
        String.join(" | ", direct),
        wanted,
        weights,
        key.length() > 1 && !joined.isEmpty() ? List.of(key) : List.of(),
        question.numbers());
  }

  private static List<String> rarest(List<String> wanted, List<Double> weights) {
    double least = weights.stream().mapToDouble(each -> each).max().orElse(0) / COMMONER;
    return IntStream.range(0, wanted.size())
        .filter(i -> weights.get(i) >= least)
        .mapToObj(wanted::get)
        .toList();
  }

  private static String match(String wanted, List<String> unwanted, String key) {
    if (wanted.isEmpty()) {
      return "";
    }
    String match = "(" + wanted + ")";
    if (!unwanted.isEmpty()) {
      return match + " & " + String.join(" & ", unwanted);
    }
    return key.length() > 1 ? match + " | '" + key + "'" : match;
  }

  /** Takes the last word as the beginning of one. */
  private static void complete(List<Condition> conditions, Lexicon lexicon, List<String> wanted) {
    String word = beginning(conditions);
    if (word != null && !wanted.isEmpty() && !lexicon.isStopWord(word)) {
      int last = wanted.size() - 1;
      wanted.set(last, "(" + wanted.get(last) + " | '" + word + "':*)");
    }
  }

  /** The word somebody may still be typing; null when there is none long enough. */
  static String beginning(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return null;
    }
    Condition last = conditions.get(conditions.size() - 1);
    return last.excluded() || last.word() == null || last.word().length() < SHORTEST_BEGINNING
        ? null
        : last.word();
  }

  private static boolean isStopWord(Condition condition, Lexicon lexicon) {
    return condition.word() != null
        && condition.related().isEmpty()
        && lexicon.isStopWord(condition.word());
  }

  private static double weight(Condition condition, Lexicon lexicon) {
    int occurrences =
        condition.word() == null ? 1 : Math.max(1, lexicon.occurrences(condition.word()));
    return 1 / (1 + Math.log1p(occurrences));
  }
}

package org.clausebook.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.search.Lexicon.Stem;

/**
 * The place of a text that matches, as HTML: matches within {@code <mark>}, everything else
 * escaped.
 *
 * @param met how many conditions of the question the text meets
 */
record Snippet(String html, int met) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|%");
  private static final int WORDS = 36;
  private static final int BEFORE = 8;

  /**
   * A row of stems that is marked where it stands in a text.
   *
   * @param condition place of the condition it is part of
   */
  record Wanted(int condition, List<String> stems) {}

  /**
   * A word of a text.
   *
   * @param stem empty for a stop word
   */
  private record Word(int start, int end, String stem) {}

  /** A marked row of words, from one to another. */
  private record Mark(int from, int to, int condition) {}

  /** What is marked in texts of one language. */
  static List<Wanted> wanted(
      List<Condition> conditions, Lexicon lexicon, Function<Stem, String> language) {
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (condition.excluded() || Query.isStopWord(condition, lexicon)) {
        continue;
      }
      int place = i;
      condition.all().stream()
          .flatMap(alternative -> alternative.phrases().stream())
          .map(phrase -> lexicon.phrase(phrase, language))
          .filter(stems -> !stems.isEmpty())
          .distinct()
          .forEach(stems -> wanted.add(new Wanted(place, stems)));
    }
    return wanted;
  }

  /** Words of a text whose stems must be known before it can be marked. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(Words.plain(matcher.group()));
    }
    return words;
  }

  static Snippet of(
      String text, List<Wanted> wanted, Lexicon lexicon, Function<Stem, String> language) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String stem = language.apply(lexicon.stem(Words.plain(matcher.group())));
      words.add(new Word(matcher.start(), matcher.end(), stem));
    }
    List<Mark> marks = marks(words, wanted);
    int first = firstWord(words.size(), marks);
    int last = Math.min(words.size(), first + WORDS) - 1;
    int met = (int) marks.stream().map(Mark::condition).distinct().count();
    return new Snippet(
        html(
            text,
            first == 0 ? 0 : words.get(first).start(),
            last == words.size() - 1 ? text.length() : words.get(last).end(),
            words,
            marks),
        met);
  }

  private static List<Mark> marks(List<Word> words, List<Wanted> wanted) {
    List<Integer> telling = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).stem().isEmpty()) {
        telling.add(i);
      }
    }
    List<Mark> marks = new ArrayList<>();
    for (int at = 0; at < telling.size(); at++) {
      for (Wanted row : wanted) {
        int size = row.stems().size();
        if (at + size <= telling.size() && stands(row.stems(), words, telling, at)) {
          marks.add(new Mark(telling.get(at), telling.get(at + size - 1), row.condition()));
        }
      }
    }
    return marks;
  }

  private static boolean stands(
      List<String> stems, List<Word> words, List<Integer> telling, int at) {
    for (int i = 0; i < stems.size(); i++) {
      if (!words.get(telling.get(at + i)).stem().equals(stems.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Where the piece begins that meets most of the conditions. */
  private static int firstWord(int words, List<Mark> marks) {
    int best = 0;
    long most = 0;
    for (Mark start : marks) {
      int from = Math.max(0, Math.min(start.from() - BEFORE, words - WORDS));
      long met =
          marks.stream()
              .filter(mark -> mark.from() >= from && mark.to() < from + WORDS)
              .map(Mark::condition)
              .distinct()
              .count();
      if (met > most) {
        most = met;
        best = from;
      }
    }
    return best;
  }

  private static String html(String text, int start, int end, List<Word> words, List<Mark> marks) {
    StringBuilder html = new StringBuilder(start > 0 ? "… " : "");
    boolean[] marked = new boolean[end - start];
    for (Mark mark : marks) {
      int to = Math.min(words.get(mark.to()).end(), end);
      for (int i = Math.max(words.get(mark.from()).start(), start); i < to; i++) {
        marked[i - start] = true;
      }
    }
    boolean open = false;
    for (int i = start; i < end; i++) {
      if (marked[i - start] != open) {
        html.append(open ? "</mark>" : "<mark>");
        open = !open;
      }
      append(html, text.charAt(i));
    }
    return html.append(open ? "</mark>" : "").append(end < text.length() ? " …" : "").toString();
  }

  private static void append(StringBuilder html, char c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      default -> html.append(c);
    }
  }
}

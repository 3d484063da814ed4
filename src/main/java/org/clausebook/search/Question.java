package org.clausebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody asks for, taken apart: words, phrases in quotation marks, {@code or} between two of
 * them, a minus before what is not wanted. Every other mark only separates words, so there is
 * nothing that cannot be asked.
 *
 * @param ignored how many parts beyond the bound were left aside
 */
record Question(String text, List<Group> groups, int ignored) {

  static final int MAX_WORDS = 16;

  private static final Pattern PART =
      Pattern.compile("(?<![\\p{L}\\p{N}])(-)?(?:[\"“”«]([^\"“”«»]*)[\"“”»]|([^\\s\"“”«»]+))");
  private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ]");
  private static final Pattern OR = Pattern.compile("or|OR|Or|ou|OU|Ou");

  /** Parts of which any one will do. */
  record Group(List<Part> anyOf, boolean excluded) {

    /** True where the group is nothing but one word that is wanted. */
    boolean isWord() {
      return anyOf.size() == 1 && anyOf.get(0).isWord() && !excluded;
    }

    String word() {
      return anyOf.get(0).words().get(0);
    }
  }

  /**
   * A word or phrase.
   *
   * @param words as they are compared
   * @param quoted whether it stood in quotation marks and is meant to the letter
   */
  record Part(List<String> words, boolean quoted) {
    boolean isWord() {
      return words.size() == 1 && !quoted;
    }

    String phrase() {
      return String.join(" ", words);
    }
  }

  static Question parse(String text) {
    List<Group> groups = new ArrayList<>();
    int words = 0;
    int ignored = 0;
    boolean or = false;
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      boolean excluded = matcher.group(1) != null;
      String bare = matcher.group(3);
      if (bare != null && !excluded && OR.matcher(bare).matches() && !groups.isEmpty()) {
        or = true;
        continue;
      }
      for (Part part : parts(matcher.group(2), bare)) {
        if (words + part.words().size() > MAX_WORDS) {
          ignored++;
          continue;
        }
        words += part.words().size();
        Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (or && !excluded && last != null && !last.excluded()) {
          groups.set(
              groups.size() - 1,
              new Group(Stream.concat(last.anyOf().stream(), Stream.of(part)).toList(), false));
        } else {
          groups.add(new Group(List.of(part), excluded));
        }
        or = false;
      }
    }
    return new Question(text, List.copyOf(groups), ignored);
  }

  /**
   * What stands between blanks: a phrase in quotation marks, or words, each a phrase if marks join
   * it.
   */
  private static List<Part> parts(String quoted, String bare) {
    Stream<Part> found =
        quoted != null
            ? Stream.of(new Part(Words.split(quoted), true))
            : APOSTROPHE.splitAsStream(bare).map(word -> new Part(Words.split(word), false));
    return found.filter(part -> !part.words().isEmpty()).toList();
  }

  /** The whole as an identifier; empty where it cannot be one. */
  String key() {
    boolean plain = groups.stream().noneMatch(each -> each.excluded() || each.anyOf().size() > 1);
    return plain
        ? String.join("", groups.stream().flatMap(g -> g.anyOf().get(0).words().stream()).toList())
        : "";
  }

  /** The whole, word by word; empty where it is no phrase. */
  String phrase() {
    return key().isEmpty()
        ? ""
        : String.join(" ", groups.stream().map(each -> each.anyOf().get(0).phrase()).toList());
  }

  /** The parts that look like identifiers: those with a digit. */
  List<String> numbers() {
    return groups.stream()
        .filter(each -> !each.excluded())
        .flatMap(each -> each.anyOf().stream())
        .map(part -> String.join("", part.words()))
        .filter(key -> key.length() > 2 && Words.hasDigit(key))
        .toList();
  }
}

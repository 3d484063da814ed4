package org.clausebook.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: the same in any case, with or without accents. */
final class Words {

  private static final Pattern ASCII = Pattern.compile("[a-z0-9]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return ASCII.matcher(lower).matches() ? lower : folded(lower);
  }

  private static String folded(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("%", " percent ")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss");
    return BETWEEN.matcher(folded).replaceAll(" ").strip();
  }

  static List<String> split(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}

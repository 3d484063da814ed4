package org.clausebook.testsupport;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What French asks of a printed text and a keyboard does not give by itself. */
public final class FrenchTypography {

  private static final String MONTH =
      "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\\b";

  private static final Map<String, Pattern> FAULTS =
      new TreeMap<>(
          Map.of(
              "a breaking space before double punctuation", Pattern.compile(" [;:!?»%€]"),
              "no space before double punctuation", Pattern.compile("[\\p{L}\\d)][;!?»%]"),
              "a guillemet without its no-break space", Pattern.compile("«(?![\u00a0\u202f])"),
              "a straight quotation mark or apostrophe", Pattern.compile("[\"']"),
              "a breaking space in a number", Pattern.compile("\\d \\d{3}(?!\\d)"),
              "a breaking space before a unit",
                  Pattern.compile("\\d (?:millions?|milliards?|euros?|dollars?|TWh|GPU)\\b"),
              "a breaking space within a date", Pattern.compile("\\b(?:\\d{1,2}|1er) " + MONTH),
              "a breaking space after an abbreviation",
                  Pattern.compile("(?:n°|§|art\\.|\\b\\p{Lu}\\.) "),
              "an unbound oe", Pattern.compile("(?i)(?:\\b[cnsv]?|man)oe(?:u|il)"),
              "dots or spaces too many", Pattern.compile("\\.\\.|  | $|^ ")));

  private FrenchTypography() {}

  public static void check(String where, String french) {
    FAULTS.forEach(
        (fault, pattern) -> {
          Matcher matcher = pattern.matcher(french);
          assertFalse(matcher.find(), () -> where + ": " + fault + " in: " + french);
        });
  }
}

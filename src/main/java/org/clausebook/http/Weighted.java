package org.clausebook.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member of a header field that ranks alternatives ({@code Accept}, {@code Accept-Language},
 * {@code Accept-Encoding}; RFC 9110 §12.4.2).
 *
 * @param value lower-case, without parameters
 * @param quality thousandths, 0 to 1000; 0 means “not acceptable”
 */
public record Weighted(String value, int quality) {

  private static final Pattern QUALITY =
      Pattern.compile(";\\s*[qQ]=([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final int MAX_LENGTH = 4000;

  /** The members in order; those that are not well-formed are left out. */
  public static List<Weighted> parse(String field) {
    List<Weighted> members = new ArrayList<>();
    if (field == null) {
      return members;
    }
    String bounded = field.length() > MAX_LENGTH ? field.substring(0, MAX_LENGTH) : field;
    // What stands in quotes is a parameter's, which nothing here looks at.
    for (String member : QUOTED.matcher(bounded).replaceAll("\"\"").split(",")) {
      int semicolon = member.indexOf(';');
      String value = (semicolon < 0 ? member : member.substring(0, semicolon)).strip();
      if (value.isEmpty()) {
        continue;
      }
      int quality = 1000;
      if (semicolon >= 0 && member.substring(semicolon).matches("(?s).*;\\s*[qQ]\\s*=.*")) {
        Matcher matcher = QUALITY.matcher(member.substring(semicolon));
        if (!matcher.find()) {
          continue;
        }
        quality = new BigDecimal(matcher.group(1)).movePointRight(3).intValue();
        if (quality > 1000) {
          continue;
        }
      }
      members.add(new Weighted(value.toLowerCase(Locale.ROOT), quality));
    }
    return members;
  }
}

package org.clausebook.timeline;

import java.nio.charset.StandardCharsets;
import org.clausebook.http.language.Language;

/**
 * The lines of an iCalendar object: escaped, ended by CRLF and folded at 75 octets, never within a
 * character (RFC 5545 §3.1, §3.3.11).
 */
final class ContentLines {

  private static final int OCTETS = 75;

  private final StringBuilder lines = new StringBuilder();

  /** A line whose value is no text: a date, a name, a URI. */
  void add(String name, String value) {
    fold(name + ':' + value);
  }

  void addText(String name, String text) {
    fold(name + ':' + escape(text));
  }

  void addText(String name, Language language, String text) {
    fold(name + ";LANGUAGE=" + language.tag() + ':' + escape(text));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n|\r|\n", "\\\\n");
  }

  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      String written = Character.toString(character);
      int size = written.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > OCTETS) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.append(written);
      octets += size;
      i += Character.charCount(character);
    }
    lines.append("\r\n");
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}

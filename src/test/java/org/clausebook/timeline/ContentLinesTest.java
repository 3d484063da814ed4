package org.clausebook.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clausebook.http.language.Language;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

  @Test
  void textIsEscaped() {
    assertEquals(
        "SUMMARY;LANGUAGE=en:a\\, b\\; c\\\\d\\ne\r\n",
        lines("SUMMARY", "a, b; c\\d\ne").toString());
  }

  @Test
  void lineOf75OctetsIsNotFolded() {
    ContentLines lines = new ContentLines();
    lines.add("X", "a".repeat(73));
    assertEquals("X:" + "a".repeat(73) + "\r\n", lines.toString());
  }

  @Test
  void longerLinesGoOnAfterASpace() {
    ContentLines lines = new ContentLines();
    lines.add("X", "a".repeat(73 + 74 + 1));
    assertEquals("X:" + "a".repeat(73) + "\r\n " + "a".repeat(74) + "\r\n a\r\n", lines.toString());
  }

  @Test
  void charactersOfSeveralOctetsStayWhole() {
    ContentLines lines = new ContentLines();
    lines.add("X", "a".repeat(72) + "é" + "a".repeat(72) + "😀");
    assertEquals(
        "X:" + "a".repeat(72) + "\r\n é" + "a".repeat(72) + "\r\n 😀\r\n", lines.toString());
  }

  private static ContentLines lines(String name, String text) {
    ContentLines lines = new ContentLines();
    lines.addText(name, Language.EN, text);
    return lines;
  }
}

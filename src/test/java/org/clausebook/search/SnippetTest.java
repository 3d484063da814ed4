package org.clausebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SnippetTest {

  @Test
  void everythingButTheMarksIsEscaped() {
    assertEquals(
        "<mark>R&amp;D</mark> &lt;b&gt; &quot;x&quot; &#39;y&#39;",
        Snippet.html("\ue000R&D\ue001 <b> \"x\" 'y'", "R&D <b> \"x\" 'y'"));
  }

  @Test
  void pieceSaysWhereItWasCut() {
    assertEquals(
        "… two <mark>three</mark> …", Snippet.html("two \ue000three\ue001", "one two three four"));
  }

  @Test
  void strayMarksAreClosedOrDropped() {
    assertEquals("<mark>a</mark>", Snippet.html("\ue000\ue000a", "a"));
    assertEquals("a", Snippet.html("\ue001a", "a"));
  }
}

package org.clausebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.search.Lexicon.Stem;
import org.clausebook.search.Snippet.Wanted;
import org.junit.jupiter.api.Test;

class SnippetTest {

  @Test
  void everythingButTheMarksIsEscaped() {
    assertEquals(
        "<mark>R</mark>&amp;D &lt;b&gt; &quot;x&quot; &#39;y&#39;",
        marked("R&D <b> \"x\" 'y'", List.of("r")));
  }

  @Test
  void phraseIsMarkedAcrossItsStopWordsAndOnlyAsAWhole() {
    assertEquals(
        "un <mark>droit de premier refus</mark>, un autre droit",
        marked("un droit de premier refus, un autre droit", List.of("droit", "premier", "refus")));
  }

  @Test
  void longTextIsCutToThePlaceThatMatches() {
    String text = "mot ".repeat(100) + "Azure" + " mot".repeat(100);
    String piece = marked(text, List.of("azure"));
    assertTrue(piece.startsWith("… mot") && piece.endsWith("mot …"), piece);
    assertTrue(piece.contains("<mark>Azure</mark>"), piece);
    assertTrue(piece.length() < 200, piece);
  }

  @Test
  void textThatDoesNotMatchIsToldFromItsBeginning() {
    assertEquals("mot", marked("mot", List.of("azure")));
  }

  private static String marked(String text, List<String> stems) {
    Map<String, Stem> lexicon =
        Stream.concat(Snippet.words(text).stream(), stems.stream())
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    word -> word.equals("de") ? new Stem("", word) : new Stem(word, word)));
    return Snippet.of(text, List.of(new Wanted(0, stems)), new Lexicon(lexicon), Stem::fr).html();
  }
}

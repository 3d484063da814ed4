package org.clausebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clausebook.search.Spelling.Known;
import org.junit.jupiter.api.Test;

class SpellingTest {

  @Test
  void nearestWordWins() {
    assertEquals(
        "souveraineté",
        Spelling.nearest(
                "souverainte",
                List.of(
                    new Known("souverains", "souverains", 9),
                    new Known("souveraineté", "souverainete", 2)))
            .orElseThrow()
            .word());
  }

  @Test
  void ofEquallyNearWordsTheMoreCommonWins() {
    assertEquals(
        "clause",
        Spelling.nearest(
                "clausse",
                List.of(new Known("clauses", "clauses", 1), new Known("clause", "clause", 8)))
            .orElseThrow()
            .word());
  }

  @Test
  void wordsThatAreTooFarAreNoSuggestion() {
    assertTrue(Spelling.nearest("zorvex", List.of(new Known("oracle", "oracle", 8))).isEmpty());
  }
}

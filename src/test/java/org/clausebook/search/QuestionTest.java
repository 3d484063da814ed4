package org.clausebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clausebook.search.Question.Group;
import org.junit.jupiter.api.Test;

class QuestionTest {

  @Test
  void wordsAreComparedWithoutCaseAccentsLigaturesOrApostrophes() {
    assertEquals(List.of("l", "oeuvre", "europeenne"), words("L’Œuvre EUROPÉENNE"));
    assertEquals(List.of("l", "oeuvre", "europeenne"), words("l'œuvre européenne"));
  }

  @Test
  void quotationMarksOfBothLanguagesKeepAPhrase() {
    for (String text :
        List.of("\"premier refus\"", "«\u00a0premier refus\u00a0»", "“premier refus”")) {
      Question question = Question.parse(text);
      assertEquals(1, question.groups().size(), text);
      assertTrue(question.groups().get(0).anyOf().get(0).quoted(), text);
      assertEquals("premier refus", question.groups().get(0).anyOf().get(0).phrase());
    }
  }

  @Test
  void minusExcludesOnlyBeforeAWord() {
    assertTrue(Question.parse("cloud -azure").groups().get(1).excluded());
    assertFalse(Question.parse("open-weight").groups().get(0).excluded());
    assertEquals(
        "open weight", Question.parse("open-weight").groups().get(0).anyOf().get(0).phrase());
  }

  @Test
  void orJoinsItsNeighbours() {
    for (String text : List.of("oracle or amazon cloud", "oracle ou amazon cloud")) {
      List<Group> groups = Question.parse(text).groups();
      assertEquals(2, groups.size());
      assertEquals(2, groups.get(0).anyOf().size());
    }
    assertEquals(List.of("or"), words("or"));
  }

  @Test
  void noMoreThanSixteenWordsCount() {
    Question question = Question.parse("mot ".repeat(20));
    assertEquals(16, question.groups().size());
    assertEquals(4, question.ignored());
  }

  @Test
  void identifiersLoseTheirMarks() {
    assertEquals("avis24a05", Question.parse("avis 24-A-05").key());
    assertEquals(List.of("2016679"), Question.parse("règlement (UE) 2016/679").numbers());
    assertEquals("", Question.parse("a or b").key());
  }

  private static List<String> words(String text) {
    return Question.parse(text).groups().stream()
        .flatMap(g -> g.anyOf().get(0).words().stream())
        .toList();
  }
}

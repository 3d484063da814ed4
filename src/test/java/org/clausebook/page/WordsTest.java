package org.clausebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.clausebook.http.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  /** French has its plural from two on, English names scales in the singular. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000000       | 1 million EUR       | EUR 1 million",
        "1500000       | 1,5 million EUR     | EUR 1.5 million",
        "2000000       | 2 millions EUR      | EUR 2 million",
        "1000000000    | 1 milliard EUR      | EUR 1 billion",
        "1990000000    | 1,99 milliard EUR   | EUR 1.99 billion",
        "135000000000  | 135 milliards EUR   | EUR 135 billion",
        "999           | 999 EUR             | EUR 999"
      })
  void sumsAreReadInTheirScale(BigDecimal value, String fr, String en) {
    JsonNode amount =
        JsonNodeFactory.instance.objectNode().put("value", value).put("currency", "EUR");
    assertEquals(fr, Words.in(Language.FR).amount(amount).replace('\u00a0', ' '));
    assertEquals(en, Words.in(Language.EN).amount(amount).replace('\u00a0', ' '));
  }
}

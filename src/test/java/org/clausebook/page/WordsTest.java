package org.clausebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.clausebook.http.language.Language;
import org.junit.jupiter.api.Test;
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
        "999           | 999 EUR             | EUR 999",
        "1234567.89    | 1 234 567,89 EUR    | EUR 1,234,567.89",
        "999999999     | 999 999 999 EUR     | EUR 999,999,999",
        "1000000000000000 | 1 000 000 milliards EUR | EUR 1,000,000 billion"
      })
  void sumsAreReadInTheirScale(BigDecimal value, String fr, String en) {
    JsonNode amount =
        JsonNodeFactory.instance.objectNode().put("value", value).put("currency", "EUR");
    assertEquals(fr, plain(Words.in(Language.FR).amount(amount)));
    assertEquals(en, plain(Words.in(Language.EN).amount(amount)));
  }

  /** An upper bound that is rounded up is none. */
  @Test
  void percentsKeepAllTheirDecimals() {
    JsonNode share =
        JsonNodeFactory.instance
            .objectNode()
            .put("percent", new BigDecimal("12.345678"))
            .put("qualifier", "atMost");
    assertEquals("au plus 12,345678 %", plain(Words.in(Language.FR).share(share)));
    assertEquals("at most 12.345678%", plain(Words.in(Language.EN).share(share)));
  }

  private static String plain(String shown) {
    return shown.replaceAll("[\u00a0\u202f]", " ");
  }
}

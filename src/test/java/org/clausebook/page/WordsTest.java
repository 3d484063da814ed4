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
        "1                | 1 euro                        | EUR 1",
        "999              | 999 euros                     | EUR 999",
        "1000000          | 1 million d’euros             | EUR 1 million",
        "1500000          | 1,5 million d’euros           | EUR 1.5 million",
        "2000000          | 2 millions d’euros            | EUR 2 million",
        "1000000000       | 1 milliard d’euros            | EUR 1 billion",
        "1990000000       | 1,99 milliard d’euros         | EUR 1.99 billion",
        "135000000000     | 135 milliards d’euros         | EUR 135 billion",
        "1234567.89       | 1 234 567,89 euros            | EUR 1,234,567.89",
        "999999999        | 999 999 999 euros             | EUR 999,999,999",
        "1000000000000000 | 1 000 000 milliards d’euros   | EUR 1,000,000 billion"
      })
  void sumsAreReadInTheirScale(BigDecimal value, String fr, String en) {
    JsonNode amount =
        JsonNodeFactory.instance.objectNode().put("value", value).put("currency", "EUR");
    assertEquals(fr, plain(Words.in(Language.FR).amount(amount)));
    assertEquals(en, plain(Words.in(Language.EN).amount(amount)));
  }

  /** Currencies that the deals so far have none of keep their code. */
  @ParameterizedTest
  @CsvSource({
    "135000000000, USD, 135 milliards de dollars",
    "2500, USD, 2 500 dollars",
    "0.5, USD, '0,5 dollar'",
    "3000000, GBP, 3 millions GBP"
  })
  void frenchSaysCurrenciesInWords(BigDecimal value, String currency, String fr) {
    JsonNode amount =
        JsonNodeFactory.instance.objectNode().put("value", value).put("currency", currency);
    assertEquals(fr, plain(Words.in(Language.FR).amount(amount)));
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

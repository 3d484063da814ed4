package org.clausebook.page;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clausebook.http.language.Language;
import org.clausebook.testsupport.PublishedContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final Pattern IN_TEMPLATES = Pattern.compile("\\{\\{[#^/]?t\\.([\\w.]+)");
  private static final Pattern IN_CODE =
      Pattern.compile("(?:words(?:\\(\\))?\\s*\\.|[ (])(of|count)\\(\\s*\"([\\w.]*\\w)\"");
  private static final Pattern FAMILY = Pattern.compile("\"((?:\\w+\\.)+)\"");
  private static final Pattern SCALES = Pattern.compile("\"(scale\\.\\w+)\"");

  /** What the API says in one word, the page says in its own: by enumeration of the contract. */
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          entry("basis.", "ShareBasis"),
          entry("basisOfLink.", "LinkBasis"),
          entry("certainty.", "Certainty"),
          entry("effect.", "EffectKind"),
          entry("endedOn.", "Cause"),
          entry("evidence.", "Evidence"),
          entry("evidenceMeaning.", "Evidence"),
          entry("instrumentKind.", "InstrumentKind"),
          entry("nature.", "Nature"),
          entry("natures.", "Nature"),
          entry("qualifier.", "Qualifier"),
          entry("reason.", "UnknownReason"),
          entry("regulationKind.", "RegulationKind"),
          entry("resultType.", "ResultType"),
          entry("roles.", "Role"),
          entry("stakeholderKind.", "StakeholderKind"),
          entry("status.", "ClauseStatus"),
          entry("statuses.", "ClauseStatus"),
          entry("statusMeaning.", "ClauseStatus"),
          entry("theme.", "Theme"),
          entry("timelineKind.", "TimelineKind"),
          entry("timelineKinds.", "TimelineKind"),
          entry("verdict.", "Verdict"));

  /** A figure that is exact needs no word, and a term that is open has not ended. */
  private static final Set<String> UNSAID = Set.of("qualifier.exact", "endedOn.open");

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

  /** As one word of 27 letters it would not fit a narrow screen. */
  @Test
  void linesBreakBeforeACurrencyAndNotAfterAFigure() {
    ObjectNode amount =
        JsonNodeFactory.instance.objectNode().put("value", 135_000_000_000L).put("currency", "USD");
    assertEquals("135\u00a0milliards de\u00a0dollars", Words.in(Language.FR).amount(amount));
    assertEquals(
        "2\u202f500\u00a0dollars", Words.in(Language.FR).amount(amount.put("value", 2_500)));
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

  @ParameterizedTest
  @EnumSource(Language.class)
  void wordsAreThoseThatThePageSaysAndNoOthers(Language language) throws IOException {
    Set<String> words = keys(language);
    Set<String> said = new TreeSet<>();
    for (MatchResult each : found(IN_TEMPLATES, "src/main/resources/page", ".html")) {
      said.add(each.group(1));
    }
    for (MatchResult each : found(IN_CODE, "src/main/java/org/clausebook/page", ".java")) {
      String key = each.group(2);
      said.addAll(each.group(1).equals("count") ? numbered(key) : List.of(key));
    }
    for (MatchResult each : found(SCALES, "src/main/java/org/clausebook/page", "Words.java")) {
      said.addAll(numbered(each.group(1)));
    }
    for (MatchResult each : found(FAMILY, "src/main/java/org/clausebook/page", ".java")) {
      said.addAll(family(each.group(1), words));
    }
    assertEquals(String.join("\n", said), String.join("\n", words));
  }

  private static Set<String> keys(Language language) throws IOException {
    Path file = Path.of("src/main/resources/page/words." + language.tag() + ".properties");
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      words.load(in);
    }
    return new TreeSet<>(words.stringPropertyNames());
  }

  private static List<MatchResult> found(Pattern pattern, String folder, String ending)
      throws IOException {
    List<MatchResult> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(found::add);
      }
    }
    return found;
  }

  private static List<String> numbered(String key) {
    return List.of(key + ".one", key + ".many");
  }

  private static Set<String> family(String name, Set<String> words) {
    Set<String> family = new TreeSet<>();
    if (name.equals("menu.")) {
      Stream.of(View.values()).filter(View::isInMenu).forEach(each -> family.add(name + each));
    } else if (name.startsWith("money.")) {
      // Of currencies there is no end, and one that we have no word for goes by its code.
      words.stream().filter(each -> each.startsWith(name)).forEach(family::add);
    } else {
      assertTrue(FAMILIES.containsKey(name), name);
      PublishedContract.committed()
          .document()
          .at("/components/schemas/" + FAMILIES.get(name) + "/x-extensible-enum")
          .forEach(each -> family.add(name + each.asText()));
    }
    family.removeAll(UNSAID);
    return family;
  }

  private static String plain(String shown) {
    return shown.replaceAll("[\u00a0\u202f]", " ");
  }
}

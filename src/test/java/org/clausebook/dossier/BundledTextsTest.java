package org.clausebook.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FrenchTypography;
import org.junit.jupiter.api.Test;

/** The texts of the bundled dossiers are ours, and printed as each language wants it. */
class BundledTextsTest {

  private static final int RUN = 8;

  private static final Pattern NOT_ENGLISH =
      Pattern.compile("[\"'«»]| [;:!?%]|\\d%\\p{L}|\\.\\.|  | $|^ |\\b\\w+iz(?:ed|ing|ation)\\b");

  @Test
  void frenchIsTypesetAsFrench() {
    everyText((where, text) -> FrenchTypography.check(where, text.get("fr").textValue()));
  }

  @Test
  void englishIsBritishAndTypesetAsEnglish() {
    everyText(
        (where, text) -> {
          Matcher fault = NOT_ENGLISH.matcher(text.get("en").textValue());
          assertFalse(fault.find(), () -> where + ": “" + fault.group() + "” in: " + text);
        });
  }

  /** A figure of ten digits or a year is easily mistyped in one of the two languages. */
  @Test
  void bothLanguagesGiveTheSameNumbers() {
    everyText(
        (where, text) ->
            assertEquals(
                numbers(text.get("en").textValue(), ","),
                numbers(text.get("fr").textValue(), "\u202f"),
                () -> where + ": " + text));
  }

  @Test
  void noSentenceIsTakenFromTheArticle() throws IOException {
    Set<String> runs = runsOfTheArticle();
    everyText(
        (where, text) -> {
          List<String> words =
              Arrays.stream(
                      text.get("fr").textValue().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                  .filter(word -> !word.isEmpty())
                  .toList();
          for (int i = 0; i + RUN <= words.size() && !isTitleOfSource(where); i++) {
            String run = String.join(" ", words.subList(i, i + RUN));
            assertFalse(runs.contains(digest(run)), () -> where + " copies: " + run);
          }
        });
  }

  /** The communiqué is cited by its title, as the article cites it too. */
  private static boolean isTitleOfSource(String where) {
    return where.matches("/sources/\\d+/title");
  }

  /** The digits of a text in order of size, decimal commas and points alike, names left out. */
  private static List<String> numbers(String text, String thousands) {
    return Pattern.compile("(?<![\\p{L}\\d])\\d+(?:[.,]\\d+)*")
        .matcher(text.replaceAll("(?<=\\d)" + thousands + "(?=\\d{3}(?!\\d))", ""))
        .results()
        .map(found -> found.group().replace(',', '.'))
        .sorted()
        .toList();
  }

  private static Set<String> runsOfTheArticle() throws IOException {
    try (InputStream in =
        BundledTextsTest.class.getResourceAsStream("/dossiers/article-runs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toSet());
    }
  }

  private static String digest(String run) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void everyText(BiConsumer<String, JsonNode> check) {
    Map<String, JsonNode> texts = new TreeMap<>();
    for (String dossier : List.of(Dossiers.MICROSOFT_OPENAI, Dossiers.REFERENCE)) {
      collect("", Document.read(Dossiers.bytes(dossier), Notation.YAML).tree(), texts);
    }
    assertFalse(texts.isEmpty());
    texts.forEach(check);
  }

  private static void collect(String pointer, JsonNode node, Map<String, JsonNode> texts) {
    if (node.has("fr") && node.has("en")) {
      texts.put(texts.containsKey(pointer) ? pointer + " (reference)" : pointer, node);
    } else if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(pointer + "/" + field.getKey(), field.getValue(), texts));
    } else {
      for (int i = 0; i < node.size(); i++) {
        collect(pointer + "/" + i, node.get(i), texts);
      }
    }
  }
}

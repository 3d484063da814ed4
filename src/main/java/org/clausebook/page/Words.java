package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.clausebook.http.language.Language;

/** The words of the page in one language, and how that language writes days, numbers and sums. */
final class Words {

  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  private record Scale(BigDecimal unit, String word) {}

  private static final List<Scale> SCALES =
      List.of(
          new Scale(new BigDecimal("1e9"), "scale.billion"),
          new Scale(new BigDecimal("1e6"), "scale.million"));

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Words(language));
    }
  }

  private final Language language;
  private final Locale locale;
  private final Properties words = new Properties();
  private final Map<String, Object> tree = new LinkedHashMap<>();

  private Words(Language language) {
    this.language = language;
    this.locale = language == Language.FR ? Locale.FRANCE : Locale.UK;
    String file = "/page/words." + language.tag() + ".properties";
    try (Reader in =
        new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    words.stringPropertyNames().forEach(key -> plant(key, words.getProperty(key)));
  }

  static Words in(Language language) {
    return ALL.get(language);
  }

  Language language() {
    return language;
  }

  /** For the templates: {@code t.menu.deal}. */
  Map<String, Object> tree() {
    return tree;
  }

  /** A word of ours; for a value that is younger than our words, the value itself. */
  String of(String key, Object... arguments) {
    String word = words.getProperty(key, key.substring(key.lastIndexOf('.') + 1));
    return arguments.length == 0 ? word : String.format(locale, word, arguments);
  }

  /** The word for a number of things: {@code key.one} or {@code key.many}. */
  String count(String key, int number) {
    return of(key + (isOne(BigDecimal.valueOf(number)) ? ".one" : ".many"), number);
  }

  /** French counts in the plural from two on. */
  private boolean isOne(BigDecimal number) {
    return language == Language.FR
        ? number.compareTo(BigDecimal.valueOf(2)) < 0
        : number.compareTo(BigDecimal.ONE) == 0;
  }

  /** A day, a month or a year, as exactly as it is given. */
  String day(String date) {
    if (date == null || date.isEmpty()) {
      return null;
    }
    if (date.length() == 4) {
      return date;
    }
    if (date.length() == 7) {
      return DateTimeFormatter.ofPattern("MMMM\u00a0uuuu", locale)
          .format(LocalDate.parse(date + "-01"));
    }
    return day(LocalDate.parse(date));
  }

  String day(LocalDate date) {
    String day =
        date.getDayOfMonth() == 1 && language == Language.FR ? "1er" : "" + date.getDayOfMonth();
    return day + DateTimeFormatter.ofPattern("\u00a0MMMM\u00a0uuuu", locale).format(date);
  }

  /**
   * A sum of money: in its scale where two decimals say it whole, else in full. Null when there is
   * none or it is not disclosed. A line may break between a scale and its currency, for narrow
   * screens; not after a figure.
   */
  String amount(JsonNode amount) {
    if (!amount.has("value")) {
      return null;
    }
    BigDecimal value = amount.get("value").decimalValue();
    String number = number(value);
    String money = isOne(value) ? "money.one." : "money.many.";
    String space = "\u00a0";
    for (Scale scale : SCALES) {
      if (value.compareTo(scale.unit()) >= 0) {
        BigDecimal scaled = value.divide(scale.unit());
        if (decimals(scaled) <= 2) {
          number =
              number(scaled) + "\u00a0" + of(scale.word() + (isOne(scaled) ? ".one" : ".many"));
          money = "money.scaled.";
          space = " ";
        }
        break;
      }
    }
    String currency = amount.path("currency").asText();
    return qualified(
        amount,
        language == Language.FR
            ? number + space + of(money + currency)
            : currency + "\u00a0" + number);
  }

  String share(JsonNode share) {
    if (!share.has("percent")) {
      return null;
    }
    return qualified(share, percent(share.get("percent").decimalValue()));
  }

  /** What a share is a part of; null when nothing is said of it. */
  String basis(JsonNode share) {
    return share.has("basis") ? of("basis." + share.get("basis").asText()) : null;
  }

  String percent(BigDecimal percent) {
    return number(percent) + (language == Language.FR ? "\u202f%" : "%");
  }

  /** With all its decimals: rounded, an upper bound might be one no more. */
  String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals(value));
    return format.format(value);
  }

  private static int decimals(BigDecimal value) {
    return Math.max(0, value.stripTrailingZeros().scale());
  }

  private String qualified(JsonNode figure, String shown) {
    String qualifier = figure.path("qualifier").asText("exact");
    return qualifier.equals("exact") ? shown : of("qualifier." + qualifier) + "\u00a0" + shown;
  }

  /**
   * A text as the language prints it. French keeps its double punctuation, guillemets and units on
   * the line of the word they belong to.
   */
  String typeset(String text) {
    if (language != Language.FR || text == null) {
      return text;
    }
    // The semicolon of an entity, in what the API has escaped, is none of ours.
    return text.replaceAll("(?<=[\\p{L}\\d)»])(?<!&#?\\w{1,8})([;!?])(?=\\s|$)", " $1")
        .replaceAll("[ \u00a0]([;!?])", "\u202f$1")
        .replaceAll(" ([:»%€$])", "\u00a0$1")
        .replace("« ", "«\u00a0")
        .replaceAll("(\\d) (\\d{3})(?!\\d)", "$1\u202f$2")
        .replaceAll("(\\d) (\\p{L})", "$1\u00a0$2");
  }

  @SuppressWarnings("unchecked")
  private void plant(String key, String word) {
    String[] steps = key.split("\\.");
    Map<String, Object> at = tree;
    for (int i = 0; i < steps.length - 1; i++) {
      at =
          (Map<String, Object>)
              at.computeIfAbsent(steps[i], step -> new LinkedHashMap<String, Object>());
    }
    at.put(steps[steps.length - 1], word);
  }
}

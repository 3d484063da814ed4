package org.clausebook.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Suggestion;

/** A query parameter, with the bounds that the contract gives it. */
public final class Parameter {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private static final Pattern FULL_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          FULL_DATE + "[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private final boolean required;
  private final JsonNode schema;
  private final Pattern pattern;
  private final List<String> choices = new ArrayList<>();
  private final String example;

  /**
   * What the contract says of it.
   *
   * @param example empty when there is none
   */
  Parameter(boolean required, JsonNode schema, String example) {
    this.required = required;
    this.example = example;
    this.schema = schema;
    this.pattern = schema.has("pattern") ? Pattern.compile(schema.get("pattern").asText()) : null;
    schema.path("enum").forEach(value -> choices.add(value.asText()));
  }

  boolean isRequired() {
    return required;
  }

  /** What is wrong with a value; empty when nothing is. */
  Optional<Text> fault(String value) {
    if (CONTROL.matcher(value).find()) {
      return Optional.of(
          Text.of(
              "Control characters are not allowed.",
              "Les caractères de contrôle ne sont pas admis."));
    }
    if (!choices.isEmpty()) {
      return choices.contains(value) ? Optional.empty() : Optional.of(notAChoice(value));
    }
    int maxLength = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    if (value.codePointCount(0, value.length()) > maxLength) {
      return Optional.of(
          Text.of(
              "At most %d characters are allowed.",
              "Au plus %d caractères sont admis.", maxLength));
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> integerFault(value);
      case "boolean" ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of(Text.of("Write true or false.", "Écrivez true ou false."));
      default -> stringFault(value);
    };
  }

  private Optional<Text> integerFault(String value) {
    long minimum = schema.path("minimum").asLong(Long.MIN_VALUE);
    long maximum = schema.path("maximum").asLong(Long.MAX_VALUE);
    if (value.length() <= 20 && value.matches("-?[0-9]+")) {
      BigInteger number = new BigInteger(value);
      if (number.compareTo(BigInteger.valueOf(minimum)) >= 0
          && number.compareTo(BigInteger.valueOf(maximum)) <= 0) {
        return Optional.empty();
      }
    }
    return Optional.of(
        schema.has("minimum") && schema.has("maximum")
            ? Text.of(
                "Write a whole number from %d to %d.",
                "Écrivez un nombre entier de %d à %d.", minimum, maximum)
            : Text.of("Write a whole number.", "Écrivez un nombre entier."));
  }

  /**
   * An instant as every parameter writes it (RFC 3339).
   *
   * @throws DateTimeException when it is none
   */
  public static Instant instant(String value) {
    matches(DATE_TIME, value);
    return OffsetDateTime.parse(value).toInstant();
  }

  private Optional<Text> stringFault(String value) {
    String format = schema.path("format").asText();
    try {
      // Java would take years of up to nine digits, and minutes for seconds.
      if (format.equals("date")) {
        matches(FULL_DATE, value);
        LocalDate.parse(value);
      } else if (format.equals("date-time")) {
        instant(value);
      }
    } catch (DateTimeException e) {
      return Optional.of(
          format.equals("date")
              ? Text.of(
                  "Write a date of the calendar as YYYY-MM-DD, such as 2025-10-28.",
                  "Écrivez une date du calendrier sous la forme AAAA-MM-JJ, par exemple 2025-10-28.")
              : Text.of(
                  "Write an instant as in RFC 3339, such as 2026-03-01T00:00:00Z.",
                  "Écrivez un instant selon la RFC 3339, par exemple 2026-03-01T00:00:00Z."));
    }
    int minLength = schema.path("minLength").asInt(0);
    if (value.length() < minLength) {
      return Optional.of(
          minLength == 1
              ? Text.of("The value is empty.", "La valeur est vide.")
              : Text.of(
                  "At least %d characters are needed.",
                  "Il faut au moins %d caractères.", minLength));
    }
    if (pattern != null && !pattern.matcher(value).find()) {
      return Optional.of(
          example.isEmpty()
              ? Text.of(
                  "The value is not of the form that is needed here.",
                  "La valeur n’est pas de la forme qu’il faut ici.")
              : Text.of(
                  "The value is not of the form that is needed here; write for example '%s'.",
                  "La valeur n’est pas de la forme qu’il faut ici ; écrivez par exemple « %s ».",
                  example));
    }
    return Optional.empty();
  }

  private static void matches(Pattern form, String value) {
    if (!form.matcher(value).matches()) {
      throw new DateTimeException("not of RFC 3339");
    }
  }

  private Text notAChoice(String value) {
    String list = String.join(", ", choices);
    return Suggestion.nearest(value, choices)
        .map(
            near ->
                Text.of(
                    "'%s' is not one of %s; did you mean '%s'?",
                    "« %s » n’est pas parmi %s ; vouliez-vous dire « %s » ?", value, list, near))
        .orElseGet(
            () -> Text.of("'%s' is not one of %s.", "« %s » n’est pas parmi %s.", value, list));
  }
}

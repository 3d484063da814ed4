package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clausebook.http.language.Text;

/**
 * A document as it was written, YAML or JSON: its tree, and the line on which each part of it
 * stands. The same tree comes of both notations; only the plain scalars of JSON are anything but
 * strings in YAML, so {@code 2025-10-28} and {@code no} are what they look like.
 */
public final class Document {

  static final int MAX_LENGTH = 16 * 1024 * 1024;
  static final int MAX_DEPTH = 32;

  /** The longest text of any dossier we know has nine hundred characters. */
  static final int MAX_TEXT = 100_000;

  /** Fields and entries; the largest dossier we know has eleven thousand. */
  static final int MAX_PARTS = 100_000;

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final int MAX_NUMBER_LENGTH = 24;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private static final Text TOO_MANY_PARTS =
      Text.of(
          "The dossier has more than %d fields and entries; divide it.",
          "Le dossier a plus de %d champs et éléments ; divisez-le.", MAX_PARTS);

  private final JsonNode tree;
  private final Map<String, Integer> lines;

  Document(JsonNode tree, Map<String, Integer> lines) {
    this.tree = tree;
    this.lines = lines;
  }

  /**
   * Reads what was written, whatever it says.
   *
   * @throws InvalidDocument where it is no document at all
   */
  public static Document read(byte[] bytes, DossierParser.Notation notation) {
    String text = decode(bytes);
    refuseControlCharacters(text);
    return notation == DossierParser.Notation.JSON
        ? JsonDocument.read(text)
        : YamlDocument.read(text);
  }

  /** A document that nobody wrote: its parts stand on no line. */
  static Document of(JsonNode tree) {
    return new Document(tree, Map.of());
  }

  /**
   * A larger document in which this one stands at a place; only its own lines are known.
   *
   * @throws InvalidDocument when the whole could not be read any more, once written
   */
  Document within(JsonNode whole, String place) {
    if (parts(whole) > MAX_PARTS) {
      throw InvalidDocument.invalid(List.of(new Violation(place, line(""), TOO_MANY_PARTS)));
    }
    Map<String, Integer> moved = new HashMap<>();
    lines.forEach((pointer, line) -> moved.put(place + pointer, line));
    return new Document(whole, moved);
  }

  private static int parts(JsonNode node) {
    int parts = 1;
    for (JsonNode each : node) {
      parts += parts(each);
    }
    return parts;
  }

  JsonNode tree() {
    return tree;
  }

  /** The line on which a part stands, or the nearest part around it that is there. */
  int line(String pointer) {
    String part = pointer;
    while (!lines.containsKey(part)) {
      int parent = part.lastIndexOf('/');
      if (parent < 0) {
        return 0;
      }
      part = part.substring(0, parent);
    }
    return lines.get(part);
  }

  private static String decode(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      throw malformed(
          0,
          Text.of(
              "The document is larger than %d bytes.",
              "Le document dépasse %d octets.", MAX_LENGTH));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw malformed(
          0,
          Text.of(
              "The document is not UTF-8 text; save it in that encoding.",
              "Le document n’est pas du texte UTF-8 ; enregistrez-le dans cet encodage."));
    }
  }

  private static void refuseControlCharacters(String text) {
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if (Character.isISOControl(c) && c != '\t' && c != '\r') {
        throw malformed(
            line,
            Text.of(
                "The control character U+%04X stands here; remove it.",
                "Le caractère de contrôle U+%04X figure ici ; retirez-le.", (int) c));
      }
    }
  }

  /** A string, which an escape may have given half of a character only. */
  static JsonNode text(String value, int line) {
    return NODES.textNode(whole(value, line));
  }

  /** The value itself, unless it holds half of a surrogate pair: that is no text. */
  static String whole(String value, int line) {
    if (value.length() > MAX_TEXT) {
      throw outOfBounds(line);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw malformed(
            line,
            Text.of(
                "The escape \\u%04X is half of a character; write the character itself.",
                "L’échappement \\u%04X est la moitié d’un caractère ; écrivez le caractère même.",
                (int) c));
      }
    }
    return value;
  }

  /**
   * Numbers in plain notation and of sensible length only: {@code 1e999999999} would fill memory.
   * However many zeros are written after the point, the number is the same.
   */
  static JsonNode number(String value, int line) {
    if (value.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(value).matches()) {
      throw malformed(
          line,
          Text.of(
              "Write the number in plain digits, at most %d of them, without exponent.",
              "Écrivez le nombre en chiffres simples, au plus %d, sans exposant.",
              MAX_NUMBER_LENGTH));
    }
    BigDecimal number = new BigDecimal(value).stripTrailingZeros();
    return NODES.numberNode(number.scale() < 0 ? number.setScale(0) : number);
  }

  /** Notes where a part stands, unless there are more of them than a dossier needs. */
  static void place(Map<String, Integer> lines, String pointer, int line) {
    lines.put(pointer, line);
    if (lines.size() > MAX_PARTS) {
      throw malformed(line, TOO_MANY_PARTS);
    }
  }

  static InvalidDocument empty() {
    return malformed(1, Text.of("The document is empty.", "Le document est vide."));
  }

  static InvalidDocument outOfBounds(int line) {
    return malformed(
        line,
        Text.of(
            "Something here is nested deeper than %d levels, or longer than %d characters; no dossier needs that.",
            "Quelque chose est ici imbriqué sur plus de %d niveaux, ou long de plus de %d caractères ; aucun dossier n’en a besoin.",
            MAX_DEPTH,
            MAX_TEXT));
  }

  static InvalidDocument malformed(int line, Text message) {
    return InvalidDocument.malformed(new Violation("", line, message));
  }

  /** A name as a step of a JSON Pointer (RFC 6901). */
  public static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

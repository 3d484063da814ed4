package org.clausebook.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebook.http.language.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A document as it was written, YAML or JSON: its tree, and the line on which each part of it
 * stands. The same tree comes of both notations; only the plain scalars of JSON are anything but
 * strings in YAML, so {@code 2025-10-28} and {@code no} are what they look like.
 */
final class Document {

  static final int MAX_LENGTH = 16 * 1024 * 1024;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 24;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(1000)
                  .maxStringLength(100_000)
                  .build())
          .build();

  private final JsonNode tree;
  private final Map<String, Integer> lines;

  private Document(JsonNode tree, Map<String, Integer> lines) {
    this.tree = tree;
    this.lines = lines;
  }

  static Document read(byte[] bytes, DossierParser.Notation notation) {
    String text = decode(bytes);
    return notation == DossierParser.Notation.JSON ? readJson(text) : readYaml(text);
  }

  /** A document that nobody wrote: its parts stand on no line. */
  static Document of(JsonNode tree) {
    return new Document(tree, Map.of());
  }

  /** A larger document in which this one stands at a place; only its own lines are known. */
  Document within(JsonNode whole, String place) {
    Map<String, Integer> moved = new HashMap<>();
    lines.forEach((pointer, line) -> moved.put(place + pointer, line));
    return new Document(whole, moved);
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
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed(
          0,
          Text.of(
              "The document is not UTF-8 text; save it in that encoding.",
              "Le document n’est pas du texte UTF-8 ; enregistrez-le dans cet encodage."));
    }
  }

  private static Document readJson(String text) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      if (parser.nextToken() == null) {
        throw empty();
      }
      JsonNode tree = readJson(parser, "", lines);
      if (parser.nextToken() != null) {
        throw malformed(
            parser.currentTokenLocation().getLineNr(),
            Text.of(
                "Something follows the end of the document; remove it.",
                "Quelque chose suit la fin du document ; supprimez-le."));
      }
      return new Document(tree, lines);
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      throw malformed(
          location == null ? 0 : location.getLineNr(),
          Text.of(
              "This is not JSON: %s.",
              "Ceci n’est pas du JSON : %s.", firstSentence(e.getOriginalMessage())));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static JsonNode readJson(JsonParser parser, String pointer, Map<String, Integer> lines)
      throws IOException {
    lines.put(pointer, parser.currentTokenLocation().getLineNr());
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, readJson(parser, pointer + "/" + escape(name), lines));
        }
        return object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(readJson(parser, pointer + "/" + array.size(), lines));
        }
        return array;
      }
      case VALUE_STRING -> {
        return NODES.textNode(parser.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return number(parser.getText(), parser.currentTokenLocation().getLineNr());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return NODES.booleanNode(parser.getBooleanValue());
      }
      default -> {
        return NODES.nullNode();
      }
    }
  }

  private static Document readYaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_LENGTH);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw empty();
      }
      Map<String, Integer> lines = new HashMap<>();
      Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      return new Document(readYaml(root, "", lines, seen), lines);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw malformed(
          mark == null ? 0 : mark.getLine() + 1,
          Text.of(
              "This is not YAML: %s. Check the indentation and the quotes here.",
              "Ceci n’est pas du YAML : %s. Vérifiez ici l’indentation et les guillemets.",
              e.getProblem()));
    } catch (YAMLException e) {
      throw malformed(
          0,
          Text.of(
              "This is not YAML: %s.",
              "Ceci n’est pas du YAML : %s.", firstSentence(e.getMessage())));
    }
  }

  private static JsonNode readYaml(
      Node node, String pointer, Map<String, Integer> lines, Set<Node> seen) {
    int line = node.getStartMark().getLine() + 1;
    lines.put(pointer, line);
    if (!(node instanceof ScalarNode) && !seen.add(node)) {
      throw malformed(
          line,
          Text.of(
              "Aliases (*name) are not allowed in a dossier; write the part out.",
              "Les alias (*nom) ne sont pas admis dans un dossier ; écrivez la partie en entier."));
    }
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      for (NodeTuple entry : mapping.getValue()) {
        int keyLine = entry.getKeyNode().getStartMark().getLine() + 1;
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
          throw malformed(
              keyLine,
              Text.of(
                  "The name of a field must be a plain word.",
                  "Le nom d’un champ doit être un simple mot."));
        }
        String part = pointer + "/" + escape(key.getValue());
        if (object.has(key.getValue())) {
          throw malformed(
              keyLine,
              Text.of(
                  "The field '%s' is given twice; keep one.",
                  "Le champ « %s » figure deux fois ; n’en gardez qu’un.", key.getValue()));
        }
        object.set(key.getValue(), readYaml(entry.getValueNode(), part, lines, seen));
        lines.put(part, keyLine);
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = NODES.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(readYaml(item, pointer + "/" + array.size(), lines, seen));
      }
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.isPlain()
        ? plainScalar(scalar.getValue(), line)
        : NODES.textNode(scalar.getValue());
  }

  private static JsonNode plainScalar(String value, int line) {
    return switch (value) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "", "~", "null" -> NODES.nullNode();
      default -> NUMBER.matcher(value).matches() ? number(value, line) : NODES.textNode(value);
    };
  }

  /**
   * Numbers in plain notation and of sensible length only: {@code 1e999999999} would fill memory.
   */
  private static JsonNode number(String value, int line) {
    if (value.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(value).matches()) {
      throw malformed(
          line,
          Text.of(
              "Write the number in plain digits, at most %d of them, without exponent.",
              "Écrivez le nombre en chiffres simples, au plus %d, sans exposant.",
              MAX_NUMBER_LENGTH));
    }
    return NODES.numberNode(new BigDecimal(value));
  }

  private static InvalidDocument empty() {
    return malformed(0, Text.of("The document is empty.", "Le document est vide."));
  }

  private static InvalidDocument malformed(int line, Text message) {
    return InvalidDocument.malformed(new Violation("", line, message));
  }

  private static String firstSentence(String message) {
    return message.lines().findFirst().orElse(message).replaceAll("\\s*\\(.*", "");
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

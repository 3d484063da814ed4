package org.clausebook.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.clausebook.http.language.Text;

/** A document written in JSON (RFC 8259, nothing beyond it). */
final class JsonDocument {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Document.MAX_DEPTH)
                  .maxNumberLength(1000)
                  .maxStringLength(Document.MAX_TEXT)
                  .build())
          .build();

  private final JsonParser parser;
  private final Map<String, Integer> lines = new HashMap<>();

  private JsonDocument(JsonParser parser) {
    this.parser = parser;
  }

  static Document read(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      if (parser.nextToken() == null) {
        throw Document.empty();
      }
      JsonDocument document = new JsonDocument(parser);
      JsonNode tree = document.value("");
      if (parser.nextToken() != null) {
        throw Document.malformed(
            document.line(),
            Text.of(
                "Something follows the end of the document; remove it.",
                "Quelque chose suit la fin du document ; supprimez-le."));
      }
      return new Document(tree, document.lines);
    } catch (StreamConstraintsException e) {
      throw Document.outOfBounds(0);
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      throw Document.malformed(
          location == null ? 0 : location.getLineNr(),
          Text.of(
              "This is not JSON: %s. Check the quotes, commas and brackets here.",
              "Ceci n’est pas du JSON ; vérifiez ici les guillemets, les virgules et les accolades.",
              reason(e)));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private JsonNode value(String pointer) throws IOException {
    Document.place(lines, pointer, line());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_STRING -> Document.text(parser.getText(), line());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Document.number(parser.getText(), line());
      case VALUE_TRUE, VALUE_FALSE -> Document.NODES.booleanNode(parser.getBooleanValue());
      default -> Document.NODES.nullNode();
    };
  }

  private ObjectNode object(String pointer) throws IOException {
    ObjectNode object = Document.NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = Document.whole(parser.currentName(), line());
      parser.nextToken();
      object.set(name, value(pointer + "/" + Document.escape(name)));
    }
    return object;
  }

  private ArrayNode array(String pointer) throws IOException {
    ArrayNode array = Document.NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(pointer + "/" + array.size()));
    }
    return array;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** What the parser noticed, without the codes and positions it adds. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll("\\('(.)' \\(code [^)]*\\)\\)", "'$1'")
        .replaceAll("\\(\\(CTRL-CHAR, (code \\d+)\\)\\)", "with $1")
        .replaceAll(":?\\s*(\\((start marker|for |code |CTRL|not recognized)|enable `).*", "");
  }
}

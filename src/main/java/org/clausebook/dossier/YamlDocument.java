package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.clausebook.http.language.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A document written in YAML, as far as it means the same as JSON: no aliases, no tags, one
 * document, names that are plain words. It is read event by event, so that what is too deep or too
 * long is refused before it has been taken in.
 */
final class YamlDocument {

  /** The parser takes four times as long for a token of twice the length; a line ends it. */
  private static final int MAX_LINE = 20_000;

  private final Map<String, Integer> lines = new HashMap<>();
  private final Iterator<Event> events;
  private int depth;

  private YamlDocument(Iterator<Event> events) {
    this.events = events;
  }

  static Document read(String text) {
    refuseLongLines(text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Document.MAX_LENGTH);
    try {
      return new YamlDocument(new Yaml(options).parse(new StringReader(text)).iterator()).whole();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw Document.malformed(
          mark == null ? 0 : mark.getLine() + 1,
          Text.of(
              "This is not YAML: %s. Check the indentation and the quotes here.",
              "Ceci n’est pas du YAML ; vérifiez ici l’indentation, les guillemets et les deux-points.",
              e.getProblem()));
    } catch (ReaderException e) {
      throw Document.malformed(
          (int) text.codePoints().limit(e.getPosition()).filter(each -> each == '\n').count() + 1,
          Text.of(
              "YAML has no character U+%04X; remove it.",
              "YAML ne connaît pas le caractère U+%04X ; retirez-le.", e.getCodePoint()));
    }
  }

  private static void refuseLongLines(String text) {
    int line = 1;
    for (int from = 0; from < text.length(); line++) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end - from > MAX_LINE) {
        throw Document.malformed(
            line,
            Text.of(
                "This line has more than %d characters; break it, or send JSON.",
                "Cette ligne compte plus de %d caractères ; coupez-la, ou envoyez du JSON.",
                MAX_LINE));
      }
      from = end + 1;
    }
  }

  private Document whole() {
    // The stream starts; then a document does, or the stream is over.
    events.next();
    if (!events.next().is(Event.ID.DocumentStart)) {
      throw Document.empty();
    }
    JsonNode tree = value(events.next(), "");
    events.next();
    Event next = events.next();
    if (next.is(Event.ID.DocumentStart)) {
      throw Document.malformed(
          line(events.next()),
          Text.of(
              "A second document begins here; keep one per file.",
              "Un second document commence ici ; n’en gardez qu’un par fichier."));
    }
    return new Document(tree, lines);
  }

  private JsonNode value(Event event, String pointer) {
    int line = line(event);
    Document.place(lines, pointer, line);
    refuseMoreThanJson(event, line);
    if (event instanceof ScalarEvent scalar) {
      return scalar.isPlain()
          ? plainScalar(scalar.getValue(), line)
          : Document.text(scalar.getValue(), line);
    }
    if (++depth > Document.MAX_DEPTH) {
      throw Document.outOfBounds(line);
    }
    JsonNode value = event.is(Event.ID.MappingStart) ? object(pointer) : array(pointer);
    depth--;
    return value;
  }

  private static void refuseMoreThanJson(Event event, int line) {
    if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor() != null) {
      throw Document.malformed(
          line,
          Text.of(
              "Anchors (&name) and aliases (*name) are not allowed in a dossier; write the part out.",
              "Les ancres (&nom) et les alias (*nom) ne sont pas admis dans un dossier ; écrivez la partie en entier."));
    }
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (tag != null) {
      throw Document.malformed(
          line,
          Text.of(
              "Tags (!name) are not allowed in a dossier; write the value alone.",
              "Les étiquettes (!nom) ne sont pas admises dans un dossier ; écrivez la valeur seule."));
    }
  }

  private ArrayNode array(String pointer) {
    ArrayNode array = Document.NODES.arrayNode();
    for (Event item = events.next(); !item.is(Event.ID.SequenceEnd); item = events.next()) {
      array.add(value(item, pointer + "/" + array.size()));
    }
    return array;
  }

  private ObjectNode object(String pointer) {
    ObjectNode object = Document.NODES.objectNode();
    for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
      int line = line(key);
      if (!(key instanceof ScalarEvent word)) {
        throw Document.malformed(
            line,
            Text.of(
                "The name of a field must be a plain word.",
                "Le nom d’un champ doit être un simple mot."));
      }
      refuseMoreThanJson(key, line);
      String name = Document.whole(word.getValue(), line);
      if (object.has(name)) {
        throw Document.malformed(
            line,
            Text.of(
                "The field '%s' is given twice; keep one.",
                "Le champ « %s » figure deux fois ; n’en gardez qu’un.", name));
      }
      String part = pointer + "/" + Document.escape(name);
      object.set(name, value(events.next(), part));
      lines.put(part, line);
    }
    return object;
  }

  private static JsonNode plainScalar(String value, int line) {
    return switch (value) {
      case "true" -> Document.NODES.booleanNode(true);
      case "false" -> Document.NODES.booleanNode(false);
      case "", "~", "null" -> Document.NODES.nullNode();
      default ->
          Document.NUMBER.matcher(value).matches()
              ? Document.number(value, line)
              : Document.text(value, line);
    };
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}

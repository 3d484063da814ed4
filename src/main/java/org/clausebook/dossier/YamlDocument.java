package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
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
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A document written in YAML, as far as it means the same as JSON: no aliases, no tags, one
 * document, names that are plain words.
 */
final class YamlDocument {

  /** What YAML makes of values by itself. */
  private static final Set<Tag> TAGS =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE);

  private final Map<String, Integer> lines = new HashMap<>();

  private YamlDocument() {}

  static Document read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Document.MAX_LENGTH);
    options.setNestingDepthLimit(Document.MAX_DEPTH);
    // Refused below, where the line is known; until then an alias costs nothing.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    // Likewise; nothing is constructed of them.
    options.setTagInspector(tag -> true);
    try {
      Iterator<Node> documents = new Yaml(options).composeAll(new StringReader(text)).iterator();
      if (!documents.hasNext()) {
        throw Document.empty();
      }
      YamlDocument document = new YamlDocument();
      JsonNode tree = document.value(documents.next(), "");
      if (documents.hasNext()) {
        throw Document.malformed(
            line(documents.next()),
            Text.of(
                "A second document begins here; keep one per file.",
                "Un second document commence ici ; n’en gardez qu’un par fichier."));
      }
      return new Document(tree, document.lines);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw Document.malformed(
          mark == null ? 0 : mark.getLine() + 1,
          Text.of(
              "This is not YAML: %s. Check the indentation and the quotes here.",
              "Ceci n’est pas du YAML ; vérifiez ici l’indentation, les guillemets et les deux-points.",
              e.getProblem()));
    } catch (YAMLException e) {
      // Without a place: one of the limits above was reached.
      throw Document.excessive();
    }
  }

  private JsonNode value(Node node, String pointer) {
    int line = line(node);
    Document.place(lines, pointer, line);
    if (node.getAnchor() != null) {
      throw Document.malformed(
          line,
          Text.of(
              "Anchors (&name) and aliases (*name) are not allowed in a dossier; write the part out.",
              "Les ancres (&nom) et les alias (*nom) ne sont pas admis dans un dossier ; écrivez la partie en entier."));
    }
    if (!TAGS.contains(node.getTag())) {
      throw Document.malformed(
          line,
          Text.of(
              "Tags (!name) are not allowed in a dossier; write the value alone.",
              "Les étiquettes (!nom) ne sont pas admises dans un dossier ; écrivez la valeur seule."));
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = Document.NODES.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(value(item, pointer + "/" + array.size()));
      }
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.isPlain() && !scalar.getTag().equals(Tag.STR)
        ? plainScalar(scalar.getValue(), line)
        : Document.text(scalar.getValue(), line);
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = Document.NODES.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      int line = line(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw Document.malformed(
            line,
            Text.of(
                "The name of a field must be a plain word.",
                "Le nom d’un champ doit être un simple mot."));
      }
      String name = Document.whole(key.getValue(), line);
      if (object.has(name)) {
        throw Document.malformed(
            line,
            Text.of(
                "The field '%s' is given twice; keep one.",
                "Le champ « %s » figure deux fois ; n’en gardez qu’un.", name));
      }
      String part = pointer + "/" + Document.escape(name);
      object.set(name, value(entry.getValueNode(), part));
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

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}

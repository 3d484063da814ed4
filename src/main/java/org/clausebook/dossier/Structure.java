package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebook.http.language.Text;

/**
 * The form of a document: the published JSON Schema, told in sentences. What is of the wrong form
 * is taken out of the tree, so that the rules can still be applied to the rest and everything is
 * reported at once.
 */
final class Structure {

  /** Faults of a value that is of the right form all the same: rules can go on with it. */
  private static final Set<String> HARMLESS =
      Set.of("minItems", "maxItems", "uniqueItems", "oneOf", "false");

  private final JsonSchema schema;
  private final SchemaSentences sentences;

  Structure(String resource) {
    try (InputStream in = Structure.class.getResourceAsStream(resource)) {
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .formatAssertionsEnabled(true)
              .build();
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
      schema.initializeValidators();
      sentences = new SchemaSentences(schema.getSchemaNode());
    } catch (IOException e) {
      throw new IllegalStateException("The schema " + resource + " cannot be read", e);
    }
  }

  /**
   * What is wrong with the form of a document.
   *
   * @param unusable pointers to the values that no rule can make sense of
   */
  record Findings(List<Violation> violations, Set<String> unusable) {}

  Findings check(Document document) {
    List<Violation> violations = new ArrayList<>();
    Set<String> unusable = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (ValidationMessage message : schema.validate(document.tree())) {
      if (isAlternative(message)) {
        continue;
      }
      String pointer = pointer(message);
      Text sentence = sentences.of(message);
      // A text that breaks several bounds is told one of them; mending it takes one gesture.
      String once = isBoundOfText(message) ? pointer : pointer + " " + sentence.en();
      if (told.add(once)) {
        violations.add(new Violation(pointer, document.line(pointer), sentence));
      }
      if (!HARMLESS.contains(message.getType())) {
        unusable.add(pointer);
      }
    }
    return new Findings(violations, unusable);
  }

  /** Takes values out of a tree: a field is removed, an entry of a list becomes null. */
  static JsonNode without(JsonNode tree, Set<String> pointers) {
    JsonNode rest = tree.deepCopy();
    for (String pointer : pointers) {
      int slash = pointer.lastIndexOf('/');
      if (slash < 0) {
        continue;
      }
      JsonNode parent = rest.at(pointer.substring(0, slash));
      String name = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else if (parent instanceof ArrayNode array && Integer.parseInt(name) < array.size()) {
        array.setNull(Integer.parseInt(name));
      }
    }
    return rest;
  }

  /** What a branch of a choice lacks is told by the choice. */
  private static boolean isAlternative(ValidationMessage message) {
    return message.getEvaluationPath().toString().contains("/oneOf/");
  }

  private static boolean isBoundOfText(ValidationMessage message) {
    return Set.of("pattern", "format", "minLength", "maxLength").contains(message.getType());
  }

  /** An unknown or missing field is pointed at itself, not at the object around it. */
  private static String pointer(ValidationMessage message) {
    String around = message.getInstanceLocation().toString();
    return switch (message.getType()) {
      case "additionalProperties", "required" ->
          (around.equals("/") ? "" : around) + "/" + Document.escape(message.getProperty());
      default -> around.equals("/") ? "" : around;
    };
  }
}

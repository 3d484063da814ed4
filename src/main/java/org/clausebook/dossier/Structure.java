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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Suggestion;

/**
 * The form of a document: the published JSON Schema, told in sentences. What is of the wrong form
 * is taken out of the tree, so that the rules can still be applied to the rest and everything is
 * reported at once.
 */
final class Structure {

  private final JsonSchema schema;
  private final JsonNode source;

  Structure(String resource) {
    try (InputStream in = Structure.class.getResourceAsStream(resource)) {
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .formatAssertionsEnabled(true)
              .build();
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
      schema.initializeValidators();
      source = schema.getSchemaNode();
    } catch (IOException e) {
      throw new IllegalStateException("The schema " + resource + " cannot be read", e);
    }
  }

  List<Violation> check(Document document) {
    List<Violation> violations = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ValidationMessage message : schema.validate(document.tree())) {
      String pointer = pointer(message);
      Text sentence = sentence(message);
      if (sentence != null && told.add(pointer + " " + sentence.en())) {
        violations.add(new Violation(pointer, document.line(pointer), sentence));
      }
    }
    return violations;
  }

  /** Takes out of the tree every value that a violation points at. */
  static JsonNode without(JsonNode tree, List<Violation> violations) {
    JsonNode rest = tree.deepCopy();
    for (Violation violation : violations) {
      int slash = violation.pointer().lastIndexOf('/');
      if (slash < 0) {
        continue;
      }
      JsonNode parent = rest.at(violation.pointer().substring(0, slash));
      String name = violation.pointer().substring(slash + 1).replace("~1", "/").replace("~0", "~");
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else if (parent instanceof ArrayNode array && Integer.parseInt(name) < array.size()) {
        array.setNull(Integer.parseInt(name));
      }
    }
    return rest;
  }

  /** An unknown or missing field is pointed at itself, not at the object around it. */
  private static String pointer(ValidationMessage message) {
    String around = message.getInstanceLocation().toString();
    return switch (message.getType()) {
      case "additionalProperties", "required", "unevaluatedProperties" ->
          (around.equals("/") ? "" : around) + "/" + Document.escape(message.getProperty());
      default -> around.equals("/") ? "" : around;
    };
  }

  private Text sentence(ValidationMessage message) {
    Object[] arguments = message.getArguments();
    Object first = arguments == null || arguments.length == 0 ? "" : arguments[0];
    return switch (message.getType()) {
      case "required" -> missing(message.getProperty());
      case "additionalProperties", "unevaluatedProperties" -> unknown(message);
      case "type" ->
          new Text(
              "Il faut ici " + kind(message, false) + " ; écrivez-le ainsi.",
              "This must be " + kind(message, true) + "; write it as such.");
      case "enum" -> choice(message);
      case "minItems" ->
          Text.of(
              "At least %s entry is needed here; add the statement or part it refers to.",
              "Il faut ici au moins %s élément ; ajoutez l’affirmation ou la partie visée.", first);
      case "maxItems" ->
          Text.of(
              "At most %s entries are allowed here.", "Au plus %s éléments sont admis ici.", first);
      case "minLength" ->
          Text.of(
              "This must not be empty; write the text or leave the field out.",
              "Ce champ ne doit pas être vide ; écrivez le texte ou retirez le champ.");
      case "maxLength" ->
          Text.of(
              "This is longer than the %s characters allowed; shorten it.",
              "Ceci dépasse les %s caractères admis ; abrégez.", first);
      case "pattern" -> form(String.valueOf(first));
      case "format" ->
          Text.of(
              "This is not a date of the calendar; write it as YYYY-MM-DD.",
              "Cette date n’existe pas au calendrier ; écrivez-la sous la forme AAAA-MM-JJ.");
      case "minimum", "exclusiveMinimum" ->
          Text.of("This must be at least %s.", "Il faut ici au moins %s.", first);
      case "maximum", "exclusiveMaximum" ->
          Text.of("This must be at most %s.", "Il faut ici au plus %s.", first);
      case "multipleOf" ->
          Text.of(
              "Too many decimals; write at most two.",
              "Trop de décimales ; écrivez-en au plus deux.");
      case "uniqueItems" ->
          Text.of(
              "The same entry stands here twice; keep one.",
              "Le même élément figure ici deux fois ; n’en gardez qu’un.");
      case "const" -> Text.of("This must be %s.", "Il faut ici %s.", first);
      case "not", "oneOf", "anyOf", "dependentRequired" ->
          Text.of(
              "The fields given here do not go together: see the description of this part in the schema.",
              "Les champs donnés ici ne vont pas ensemble : voyez la description de cette partie dans le schéma.");
      // Their branches report themselves.
      case "if", "then", "else", "allOf" -> null;
      default ->
          Text.of(
              "This does not match the schema (%s).",
              "Ceci ne correspond pas au schéma (%s).", message.getType());
    };
  }

  private static Text missing(String field) {
    return switch (field) {
      case "fr" ->
          Text.of(
              "The French text is missing; every text is given in both languages, so add 'fr'.",
              "Le texte français manque ; tout texte est donné dans les deux langues, ajoutez « fr ».");
      case "en" ->
          Text.of(
              "The English text is missing; every text is given in both languages, so add 'en'.",
              "Le texte anglais manque ; tout texte est donné dans les deux langues, ajoutez « en ».");
      case "currency" ->
          Text.of(
              "The amount has no currency; add 'currency' with its ISO 4217 code, such as USD.",
              "Le montant n’a pas de monnaie ; ajoutez « currency » avec son code ISO 4217, par exemple USD.");
      case "reason" ->
          Text.of(
              "The reason is missing; add 'reason' to say why.",
              "Le motif manque ; ajoutez « reason » pour dire pourquoi.");
      case "cites" ->
          Text.of(
              "No source is given; add 'cites' with at least one statement, written source/statement.",
              "Aucune source n’est donnée ; ajoutez « cites » avec au moins une affirmation, écrite source/affirmation.");
      default ->
          Text.of(
              "The field '%s' is missing; add it.", "Le champ « %s » manque ; ajoutez-le.", field);
    };
  }

  private Text unknown(ValidationMessage message) {
    String field = message.getProperty();
    List<String> known = new ArrayList<>();
    String rule = message.getSchemaLocation().getFragment().toString();
    source
        .at(rule.substring(0, rule.lastIndexOf('/')) + "/properties")
        .fieldNames()
        .forEachRemaining(known::add);
    return Suggestion.nearest(field, known)
        .map(
            near ->
                Text.of(
                    "The field '%s' is not known here; did you mean '%s'?",
                    "Le champ « %s » n’est pas connu ici ; vouliez-vous dire « %s » ?",
                    field,
                    near))
        .orElseGet(
            () ->
                Text.of(
                    "The field '%s' is not known here; remove it or check its spelling.",
                    "Le champ « %s » n’est pas connu ici ; retirez-le ou vérifiez son orthographe.",
                    field));
  }

  private static Text choice(ValidationMessage message) {
    JsonNode values = message.getSchemaNode();
    List<String> choices = new ArrayList<>();
    if (values != null) {
      values.forEach(value -> choices.add(value.asText()));
    }
    String given = message.getInstanceNode() == null ? "" : message.getInstanceNode().asText();
    String list = choices.stream().collect(Collectors.joining(", "));
    return Suggestion.nearest(given, choices)
        .map(
            near ->
                Text.of(
                    "'%s' is not one of the values allowed; did you mean '%s'? Allowed are: %s.",
                    "« %s » n’est pas une valeur admise ; vouliez-vous dire « %s » ? Sont admises : %s.",
                    given,
                    near,
                    list))
        .orElseGet(
            () ->
                Text.of(
                    "'%s' is not one of the values allowed: %s.",
                    "« %s » n’est pas une valeur admise : %s.", given, list));
  }

  private static Text form(String pattern) {
    if (pattern.contains("[A-Z]{3}")) {
      return Text.of(
          "Write the currency as its ISO 4217 code of three capitals, such as USD.",
          "Écrivez la monnaie par son code ISO 4217 de trois capitales, par exemple USD.");
    }
    if (pattern.contains("[0-9]{4}")) {
      return pattern.contains("/")
          ? Text.of(
              "Write the term as clause/date, such as ip-exclusivity/2025-10-28.",
              "Écrivez la stipulation sous la forme clause/date, par exemple ip-exclusivity/2025-10-28.")
          : Text.of(
              "Write the date as YYYY-MM-DD (or as YYYY-MM or a quoted 'YYYY' where less is known).",
              "Écrivez la date sous la forme AAAA-MM-JJ (ou AAAA-MM, ou 'AAAA' entre guillemets, si l’on en sait moins).");
    }
    if (pattern.contains("https")) {
      return Text.of(
          "Write a full address that begins with https://.",
          "Écrivez une adresse complète qui commence par https://.");
    }
    if (pattern.contains("/[a-z0-9]") || pattern.contains("\\/[a-z0-9]")) {
      return Text.of(
          "Write the statement as source/statement, such as article/s08.",
          "Écrivez l’affirmation sous la forme source/affirmation, par exemple article/s08.");
    }
    if (pattern.contains("a-z0-9")) {
      return Text.of(
          "An identifier is written in lower-case letters, digits and single hyphens.",
          "Un identifiant s’écrit en minuscules, chiffres et tirets simples.");
    }
    return Text.of(
        "The text is blank, holds a control character or is not of the form the schema describes; rewrite it.",
        "Le texte est vide, contient un caractère de contrôle ou n’a pas la forme que décrit le schéma ; réécrivez-le.");
  }

  private static String kind(ValidationMessage message, boolean english) {
    Object[] arguments = message.getArguments();
    String expected = arguments == null || arguments.length < 2 ? "" : String.valueOf(arguments[1]);
    String type =
        Arrays.stream(expected.split("[\\[\\], ]+"))
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse("");
    return switch (type) {
      case "object" ->
          english ? "a group of fields (name: value)" : "un groupe de champs (nom : valeur)";
      case "array" -> english ? "a list" : "une liste";
      case "string" -> english ? "a text" : "un texte";
      case "boolean" -> english ? "true or false" : "true ou false";
      case "number", "integer" -> english ? "a number" : "un nombre";
      default -> english ? "something else" : "autre chose";
    };
  }
}

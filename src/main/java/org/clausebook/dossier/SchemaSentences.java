package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Suggestion;

/** What a broken rule of a schema means to somebody who edits a dossier, and how to mend it. */
final class SchemaSentences {

  static final Text GROUP =
      Text.of("a group of fields (name: value)", "un groupe de champs (nom : valeur)");

  private final JsonNode schema;

  SchemaSentences(JsonNode schema) {
    this.schema = schema;
  }

  Text of(ValidationMessage message) {
    Object[] arguments = message.getArguments();
    Object first = arguments == null || arguments.length == 0 ? "" : arguments[0];
    return switch (message.getType()) {
      case "required" -> missing(message.getProperty());
      case "additionalProperties" -> unknown(message);
      case "false" -> misplaced(lastPart(message.getInstanceLocation().toString()));
      case "type" -> mustBe(kind(message));
      case "enum" -> choice(message);
      case "minItems" ->
          Text.of(
              "At least %s entry is needed here; add the statement or part it refers to.",
              "Il faut ici au moins %s élément ; ajoutez l’affirmation ou la partie visée.", first);
      case "maxItems" ->
          "0".equals(String.valueOf(first))
              ? Text.of(
                  "An editorial link is ours and cites nobody; drop 'cites' or mark the link 'stated'.",
                  "Un lien éditorial est le nôtre et ne cite personne ; retirez « cites » ou marquez le lien « stated ».")
              : Text.of(
                  "At most %s entries are allowed here.",
                  "Au plus %s éléments sont admis ici.", first);
      case "minLength" ->
          "1".equals(String.valueOf(first))
              ? Text.of(
                  "This must not be empty; write the text or leave the field out.",
                  "Ce champ ne doit pas être vide ; écrivez le texte ou retirez le champ.")
              : Text.of(
                  "This is shorter than the %s characters needed.",
                  "Ceci n’a pas les %s caractères nécessaires.", first);
      case "maxLength" ->
          Text.of(
              "This is longer than the %s characters allowed; shorten it.",
              "Ceci dépasse les %s caractères admis ; abrégez.", first);
      case "pattern" -> form(String.valueOf(first));
      case "format" ->
          Text.of(
              "This is not a date of the calendar; write it as YYYY-MM-DD.",
              "Cette date n’existe pas au calendrier ; écrivez-la sous la forme AAAA-MM-JJ.");
      case "minimum" -> Text.of("This must be at least %s.", "Il faut ici au moins %s.", first);
      case "maximum" -> Text.of("This must be at most %s.", "Il faut ici au plus %s.", first);
      case "multipleOf" ->
          Text.of(
              "Too many decimals; write at most two.",
              "Trop de décimales ; écrivez-en au plus deux.");
      case "uniqueItems" ->
          Text.of(
              "The same entry stands here twice; keep one.",
              "Le même élément figure ici deux fois ; n’en gardez qu’un.");
      case "oneOf" ->
          Text.of(
              "A figure that is disclosed is an amount or a share; give exactly one of 'amount' and 'share'.",
              "Un chiffre publié est un montant ou une part ; donnez soit « amount », soit « share ».");
      default ->
          Text.of(
              "This does not match the schema (%s).",
              "Ceci ne correspond pas au schéma (%s).", message.getType());
    };
  }

  /** That something is not of the kind wanted. */
  static Text mustBe(Text kind) {
    return Text.filled(
        "This must be %s; write it as such.", "Il faut ici %s ; écrivez-le ainsi.", kind);
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
      case "statements" ->
          Text.of(
              "Name the statements at fault under 'statements'; only an omission has none.",
              "Nommez sous « statements » les affirmations en cause ; seule une omission n’en a pas.");
      default ->
          Text.of(
              "The field '%s' is missing; add it.", "Le champ « %s » manque ; ajoutez-le.", field);
    };
  }

  /** A field that another one beside it rules out. */
  private static Text misplaced(String field) {
    return switch (field) {
      case "date" ->
          Text.of(
              "Only an event that has occurred has a date; leave it out or set the status to 'occurred'.",
              "Seul un événement survenu a une date ; retirez-la ou donnez le statut « occurred ».");
      case "via" ->
          Text.of(
              "Only evidence that is 'quoted' has a 'via'; leave it out or correct the evidence.",
              "Seule une preuve « quoted » a un « via » ; retirez-le ou corrigez « evidence ».");
      case "event" ->
          Text.of(
              "An end by date alone hangs on no event; leave 'event' out or choose another rule.",
              "Une fin par la seule date ne dépend d’aucun événement ; retirez « event » ou choisissez une autre règle.");
      case "until" ->
          Text.of(
              "An end by an event alone has no day; leave 'until' out or choose another rule.",
              "Une fin par le seul événement n’a pas de jour ; retirez « until » ou choisissez une autre règle.");
      case "amount", "share" ->
          Text.of(
              "A figure that is not disclosed has no value; leave '%s' out or set 'disclosed' to true.",
              "Un chiffre non publié n’a pas de valeur ; retirez « %s » ou donnez « true » à « disclosed ».",
              field);
      default ->
          Text.of(
              "'%s' does not go together with the fields beside it; leave it out.",
              "« %s » ne va pas avec les champs voisins ; retirez-le.", field);
    };
  }

  private Text unknown(ValidationMessage message) {
    String field = message.getProperty();
    List<String> known = new ArrayList<>();
    String rule = message.getSchemaLocation().getFragment().toString();
    schema
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
    List<String> choices = new ArrayList<>();
    message.getSchemaNode().forEach(value -> choices.add(value.asText()));
    String given = message.getInstanceNode() == null ? "" : message.getInstanceNode().asText();
    String list = String.join(", ", choices);
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

  /** What a pattern asks for, told by an example; recognised by what is in it. */
  private static Text form(String pattern) {
    if (pattern.contains("[A-Z]{3}$")) {
      return Text.of(
          "Write the currency as its ISO 4217 code of three capitals, such as USD.",
          "Écrivez la monnaie par son code ISO 4217 de trois capitales, par exemple USD.");
    }
    if (pattern.contains("/[12][0-9]{3}-")) {
      return Text.of(
          "Write the term as clause/date, such as ip-exclusivity/2025-10-28.",
          "Écrivez la stipulation sous la forme clause/date, par exemple ip-exclusivity/2025-10-28.");
    }
    if (pattern.startsWith("^[12][0-9]{3}")) {
      return Text.of(
          "Write the date as YYYY-MM-DD (or as YYYY-MM or a quoted 'YYYY' where less is known), from the year 1000 to 2999.",
          "Écrivez la date sous la forme AAAA-MM-JJ (ou AAAA-MM, ou 'AAAA' entre guillemets, si l’on en sait moins), de l’an 1000 à l’an 2999.");
    }
    if (pattern.startsWith("^https")) {
      return Text.of(
          "Write a full address that begins with https://.",
          "Écrivez une adresse complète qui commence par https://.");
    }
    if (pattern.contains("/[a-z0-9]")) {
      return Text.of(
          "Write the statement as source/statement, such as article/s08.",
          "Écrivez l’affirmation sous la forme source/affirmation, par exemple article/s08.");
    }
    if (pattern.startsWith("^[a-z0-9]")) {
      return Text.of(
          "An identifier is written in lower-case letters, digits and single hyphens.",
          "Un identifiant s’écrit en minuscules, chiffres et tirets simples.");
    }
    if (pattern.startsWith("^[A-Z][A-Z0-9]{1,15}")) {
      return Text.of(
          "A region is written by its code in capitals, such as FR or EU.",
          "Une région s’écrit par son code en capitales, par exemple FR ou EU.");
    }
    if (pattern.startsWith("^[a-z]{2,3}")) {
      return Text.of(
          "Write the language as a BCP 47 tag, such as fr or en-GB.",
          "Écrivez la langue par son étiquette BCP 47, par exemple fr ou en-GB.");
    }
    return Text.of(
        "The text is blank, holds a line break or is not of the form the schema describes; rewrite it on one line.",
        "Le texte est vide, contient un saut de ligne ou n’a pas la forme que décrit le schéma ; réécrivez-le sur une ligne.");
  }

  private static Text kind(ValidationMessage message) {
    Object[] arguments = message.getArguments();
    String expected = arguments == null || arguments.length < 2 ? "" : String.valueOf(arguments[1]);
    String type =
        Arrays.stream(expected.split("[\\[\\], ]+"))
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse("");
    return switch (type) {
      case "object" -> GROUP;
      case "array" -> new Text("une liste", "a list");
      case "string" ->
          new Text(
              "un texte (entre guillemets s’il ressemble à un nombre)",
              "a text (in quotes where it looks like a number)");
      case "boolean" -> Text.same("true / false");
      default -> new Text("un nombre", "a number");
    };
  }

  private static String lastPart(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}

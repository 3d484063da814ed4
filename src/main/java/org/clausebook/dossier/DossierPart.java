package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.http.language.Text;

/**
 * The parts of a dossier that may be written one at a time. A part is put into the dossier that
 * stands and the whole is checked, so it cannot get in by a way of its own.
 */
public enum DossierPart {
  clauses("id"),
  stakeholders("stakeholder"),
  implications("id");

  private final String key;

  DossierPart(String key) {
    this.key = key;
  }

  public boolean isIn(Dossier dossier, String id) {
    return index(tree(dossier), id) >= 0;
  }

  /**
   * The dossier with a part added or replaced.
   *
   * @throws InvalidDocument with pointers and lines of the part, where what is wrong is in it
   */
  public Dossier put(Dossier dossier, String id, Document part, Reference reference) {
    if (!part.tree().isObject()) {
      throw InvalidDocument.invalid(
          List.of(new Violation("", part.line(""), SchemaSentences.mustBe(SchemaSentences.GROUP))));
    }
    // Whatever name the content goes by, everything else that is wrong with it is told as well.
    ObjectNode named = ((ObjectNode) part.tree()).deepCopy().put(key, id);
    ObjectNode whole = tree(dossier);
    ArrayNode list = whole.withArray("/" + name());
    int index = index(whole, id);
    if (index < 0) {
      index = list.size();
      list.add(named);
    } else {
      list.set(index, named);
    }
    String place = "/" + name() + "/" + index;
    List<Violation> found = new ArrayList<>(misnomer(part, id));
    try {
      Dossier put = DossierParser.dossier(part.within(whole, place), reference);
      if (found.isEmpty()) {
        return put;
      }
    } catch (InvalidDocument e) {
      e.violations().forEach(each -> found.add(seenFromPart(each, place)));
    }
    throw InvalidDocument.invalid(found);
  }

  private List<Violation> misnomer(Document part, String id) {
    JsonNode given = part.tree().path(key);
    if (given.isTextual() && given.asText().equals(id)) {
      return List.of();
    }
    return List.of(
        new Violation(
            "/" + key,
            part.line("/" + key),
            given.isMissingNode()
                ? Text.of(
                    "This is missing; write '%s', as in the address.",
                    "Ce champ manque ; écrivez « %s », comme dans l’adresse.", id)
                : Text.of(
                    "The content is of '%s', the address names '%s'.",
                    "Le contenu est celui de « %s », l’adresse nomme « %s ».",
                    given.isTextual() ? given.asText() : given.toString(),
                    id)));
  }

  /**
   * The dossier without a part.
   *
   * @throws InvalidDocument with everything that would be left hanging
   */
  public Dossier remove(Dossier dossier, String id, Reference reference) {
    ObjectNode whole = tree(dossier);
    whole.withArray("/" + name()).remove(index(whole, id));
    try {
      return DossierParser.dossier(Document.of(whole), reference);
    } catch (InvalidDocument e) {
      throw InvalidDocument.invalid(
          e.violations().stream().map(each -> named(each, whole, id)).toList());
    }
  }

  private static Violation seenFromPart(Violation violation, String place) {
    String pointer = violation.pointer();
    if (pointer.equals(place) || pointer.startsWith(place + "/")) {
      return new Violation(
          pointer.substring(place.length()), violation.line(), violation.message());
    }
    return elsewhere(violation, Text.same(pointer));
  }

  /** Names the part of the dossier that a violation is in, and what of it kept a part there. */
  private static Violation named(Violation found, JsonNode whole, String removed) {
    String refers = whole.at(found.pointer()).asText();
    Violation violation =
        refers.equals(removed) || refers.startsWith(removed + "/")
            ? new Violation(
                found.pointer(),
                found.line(),
                Text.of(
                    "This still refers to '%s'; take the reference out first.",
                    "Ceci renvoie encore à « %s » ; retirez d’abord ce renvoi.", refers))
            : found;
    String[] steps = violation.pointer().split("/");
    if (steps.length < 3) {
      return elsewhere(violation, Text.same(violation.pointer()));
    }
    JsonNode part = whole.path(steps[1]).path(Integer.parseInt(steps[2]));
    Text where =
        Optional.ofNullable(part.get("id"))
            .or(() -> Optional.ofNullable(part.get("stakeholder")))
            .map(id -> Text.of("%s '%s'", "%s « %s »", steps[1], id.asText()))
            .orElse(Text.same(violation.pointer()));
    return elsewhere(violation, where);
  }

  private static Violation elsewhere(Violation violation, Text where) {
    return new Violation(
        "",
        0,
        Text.filled(
            "%s (In the dossier: %s.)", "%s (Dans le dossier : %s.)", violation.message(), where));
  }

  private int index(JsonNode whole, String id) {
    JsonNode list = whole.path(name());
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path(key).asText().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static ObjectNode tree(Dossier dossier) {
    return (ObjectNode) Document.read(DossierParser.json(dossier), Notation.JSON).tree();
  }
}

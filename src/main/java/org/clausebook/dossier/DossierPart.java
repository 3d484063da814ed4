package org.clausebook.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
  public Dossier put(
      Dossier dossier, String id, byte[] document, Notation notation, Reference reference) {
    Document part = Document.read(document, notation);
    String given = part.tree().path(key).asText();
    if (part.tree().isObject() && !given.equals(id)) {
      throw InvalidDocument.invalid(
          List.of(
              new Violation(
                  "/" + key,
                  part.line("/" + key),
                  Text.of(
                      "The content is of '%s', the address names '%s'.",
                      "Le contenu est celui de « %s », l’adresse nomme « %s ».", given, id))));
    }
    ObjectNode whole = tree(dossier);
    ArrayNode list = whole.withArray("/" + name());
    int index = index(whole, id);
    if (index < 0) {
      index = list.size();
      list.add(part.tree());
    } else {
      list.set(index, part.tree());
    }
    String place = "/" + name() + "/" + index;
    try {
      return DossierParser.dossier(part.within(whole, place), reference);
    } catch (InvalidDocument e) {
      throw InvalidDocument.invalid(
          e.violations().stream().map(each -> seenFromPart(each, place)).toList());
    }
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
          e.violations().stream().map(each -> named(each, whole)).toList());
    }
  }

  private static Violation seenFromPart(Violation violation, String place) {
    String pointer = violation.pointer();
    if (pointer.equals(place) || pointer.startsWith(place + "/")) {
      return new Violation(
          pointer.substring(place.length()), violation.line(), violation.message());
    }
    return elsewhere(violation, pointer);
  }

  /** Names the part of the dossier that a violation is in. */
  private static Violation named(Violation violation, JsonNode whole) {
    String[] steps = violation.pointer().split("/");
    if (steps.length < 3) {
      return elsewhere(violation, violation.pointer());
    }
    JsonNode part = whole.path(steps[1]).path(Integer.parseInt(steps[2]));
    String id =
        Optional.ofNullable(part.get("id"))
            .or(() -> Optional.ofNullable(part.get("stakeholder")))
            .map(JsonNode::asText)
            .orElse(steps[2]);
    return elsewhere(violation, steps[1] + " '" + id + "'");
  }

  private static Violation elsewhere(Violation violation, String where) {
    return new Violation(
        "",
        0,
        Text.filled(
            "In the dossier, %s: %s",
            "Dans le dossier, %s : %s", Text.same(where), violation.message()));
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

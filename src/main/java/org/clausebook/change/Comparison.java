package org.clausebook.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.change.PartChange.FieldChange;
import org.clausebook.change.PartChange.Happening;
import org.clausebook.change.PartChange.NewEffect;
import org.clausebook.dossier.Document;
import org.clausebook.dossier.Dossier.EffectKind;
import org.clausebook.dossier.DossierParser;

/**
 * Two states of a dossier, part by part. Parts and whatever else has an identifier are compared
 * with their namesake wherever it stands, so that inserting one does not make all that follow
 * appear changed.
 */
public final class Comparison {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of effects of one instrument and kind, those from another day have one of their own. */
  private static final String OPTIONAL = "date";

  /** What tells the entries of a list apart, the first that all entries have. */
  private static final List<List<String>> KEYS =
      List.of(
          List.of("id"),
          List.of("stakeholder"),
          List.of("of", "from"),
          List.of("from"),
          List.of("instrument", "kind"),
          List.of("instrument", "kind", OPTIONAL),
          List.of("clause"),
          List.of("regulation"));

  private final JsonNode before;
  private final JsonNode after;

  private Comparison(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What changed.
   *
   * @param before null when there was nothing
   * @param after null when there is nothing any more
   */
  public static List<PartChange> between(Record before, Record after) {
    return new Comparison(tree(before), tree(after)).parts();
  }

  private List<PartChange> parts() {
    List<PartChange> changes = new ArrayList<>();
    List<FieldChange> own = new ArrayList<>();
    for (String field : names(before, after)) {
      JsonNode old = before.path(field);
      JsonNode now = after.path(field);
      List<String> key = key(old, now);
      if (key == null) {
        compare("#/" + field, "#/" + field, old, now, own);
      } else {
        Map<String, Entry> was = entries(old, key);
        Map<String, Entry> is = entries(now, key);
        order("#/" + field, was, is, own);
        section(field, was, is, changes);
      }
    }
    if (!own.isEmpty()) {
      changes.add(
          0, new PartChange("dossier", "dossier", Happening.changed, "#", null, List.copyOf(own)));
    }
    return changes;
  }

  private static void section(
      String section, Map<String, Entry> old, Map<String, Entry> now, List<PartChange> changes) {
    for (String id : union(old.keySet(), now.keySet())) {
      Entry was = old.get(id);
      Entry is = now.get(id);
      String pointer = "#/" + section + "/" + (is == null ? was : is).index();
      List<NewEffect> effects = section.equals("clauses") ? effects(was, is) : null;
      if (was == null) {
        changes.add(new PartChange(section, id, Happening.added, pointer, effects, null));
      } else if (is == null) {
        changes.add(new PartChange(section, id, Happening.removed, pointer, null, null));
      } else if (!was.node().equals(is.node())) {
        List<FieldChange> fields = new ArrayList<>();
        compare("#/" + section + "/" + was.index(), pointer, was.node(), is.node(), fields);
        changes.add(new PartChange(section, id, Happening.changed, pointer, effects, fields));
      }
    }
  }

  /** The fields that differ, as deep down as names and identifiers lead. */
  private static void compare(
      String oldPointer, String pointer, JsonNode old, JsonNode now, List<FieldChange> found) {
    if (old.equals(now)) {
      return;
    }
    if (old.isObject() && now.isObject()) {
      for (String name : names(old, now)) {
        String step = "/" + Document.escape(name);
        compare(oldPointer + step, pointer + step, old.path(name), now.path(name), found);
      }
      return;
    }
    List<String> key = old.isArray() && now.isArray() ? key(old, now) : null;
    if (key != null) {
      Map<String, Entry> was = entries(old, key);
      Map<String, Entry> is = entries(now, key);
      for (String id : union(was.keySet(), is.keySet())) {
        Entry left = was.getOrDefault(id, Entry.NONE);
        Entry right = is.getOrDefault(id, Entry.NONE);
        compare(
            oldPointer + "/" + left.index(),
            pointer + "/" + right.index(),
            left.node(),
            right.node(),
            found);
      }
      order(pointer, was, is, found);
      return;
    }
    Happening change =
        old.isMissingNode()
            ? Happening.added
            : now.isMissingNode() ? Happening.removed : Happening.changed;
    found.add(
        new FieldChange(
            change == Happening.removed ? oldPointer : pointer, change, value(old), value(now)));
  }

  /** Tells a list whose entries follow each other in another order by their identifiers. */
  private static void order(
      String pointer, Map<String, Entry> was, Map<String, Entry> is, List<FieldChange> found) {
    List<String> before = new ArrayList<>(was.keySet());
    List<String> after = new ArrayList<>(is.keySet());
    before.retainAll(is.keySet());
    after.retainAll(was.keySet());
    if (!before.equals(after)) {
      found.add(new FieldChange(pointer, Happening.changed, before, after));
    }
  }

  private static List<NewEffect> effects(Entry was, Entry is) {
    Set<NewEffect> effects = is == null ? new LinkedHashSet<>() : effects(is);
    if (was != null) {
      effects.removeAll(effects(was));
    }
    return effects.isEmpty() ? null : List.copyOf(effects);
  }

  private static Set<NewEffect> effects(Entry clause) {
    Set<NewEffect> effects = new LinkedHashSet<>();
    for (JsonNode effect : clause.node().path("effects")) {
      effects.add(
          new NewEffect(
              effect.path("instrument").asText(),
              effect.hasNonNull("date") ? LocalDate.parse(effect.path("date").asText()) : null,
              EffectKind.valueOf(effect.path("kind").asText())));
    }
    return effects;
  }

  /** The key of the entries of two lists; null when they are not lists of keyed entries. */
  private static List<String> key(JsonNode old, JsonNode now) {
    if ((!old.isArray() && !old.isMissingNode()) || (!now.isArray() && !now.isMissingNode())) {
      return null;
    }
    List<JsonNode> all = new ArrayList<>();
    old.forEach(all::add);
    now.forEach(all::add);
    return KEYS.stream()
        .filter(key -> !all.isEmpty())
        .filter(key -> all.stream().allMatch(entry -> has(entry, key)))
        .filter(key -> entries(old, key).size() == old.size())
        .filter(key -> entries(now, key).size() == now.size())
        .findFirst()
        .orElse(null);
  }

  private static boolean has(JsonNode entry, List<String> key) {
    return key.stream().allMatch(field -> field.equals(OPTIONAL) || entry.hasNonNull(field));
  }

  private record Entry(String index, JsonNode node) {
    static final Entry NONE = new Entry("-", MissingNode.getInstance());
  }

  private static Map<String, Entry> entries(JsonNode list, List<String> key) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode entry = list.get(i);
      entries.put(
          String.join("/", key.stream().map(field -> entry.path(field).asText()).toList()),
          new Entry(Integer.toString(i), entry));
    }
    return entries;
  }

  private static Set<String> names(JsonNode old, JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    now.fieldNames().forEachRemaining(names::add);
    old.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> union(Set<String> old, Set<String> now) {
    Set<String> all = new LinkedHashSet<>(now);
    all.addAll(old);
    return all;
  }

  private static Object value(JsonNode node) {
    return node.isMissingNode() ? null : node;
  }

  private static JsonNode tree(Record document) {
    try {
      return document == null
          ? JSON.createObjectNode()
          : JSON.readTree(DossierParser.json(document));
    } catch (IOException e) {
      throw new IllegalStateException("What was written as JSON can be read", e);
    }
  }
}

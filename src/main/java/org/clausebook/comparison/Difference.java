package org.clausebook.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One field in which two terms differ. Terms are compared in both languages at once, so that the
 * same fields differ whichever is served.
 */
@Schema(description = "One field in which the terms before and after differ.")
public record Difference(
    @Schema(
            description =
                "JSON Pointer (RFC 6901) into the term after; into the term before where nothing is there any more. Figures are told apart by `id`; citations are not compared.",
            examples = {"/end/until"})
        String pointer,
    @Schema(
            description = "The value before; absent when there was none.",
            examples = {"2031-01-01"})
        Object before,
    @Schema(
            description = "The value after; absent when there is none.",
            examples = {"2033-01-01"})
        Object after) {

  private static final JsonNode NOTHING = MissingNode.getInstance();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** In the order in which terms are written; a term that is not there has no field at all. */
  static List<Difference> between(Optional<Dossier.Term> before, Optional<Dossier.Term> after) {
    List<Difference> found = new ArrayList<>();
    compare("", tree(before), tree(after), found);
    return found;
  }

  private static JsonNode tree(Optional<Dossier.Term> term) {
    ObjectNode tree = MAPPER.createObjectNode();
    term.ifPresent(each -> tree.setAll((ObjectNode) MAPPER.valueToTree(each)));
    // What bears a term out is not what it says.
    tree.remove("cites");
    return tree;
  }

  private static void compare(
      String pointer, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.equals(after) || (isAbsent(before) && isAbsent(after))) {
      return;
    }
    if (isStructure(before) && isStructure(after)) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(pointer + '/' + name, before.path(name), after.path(name), found);
      }
    } else if (before.isArray() && after.isArray()) {
      compareLists(pointer, before, after, found);
    } else {
      found.add(new Difference(pointer, value(before), value(after)));
    }
  }

  /** The same element of two lists, at its place in the later one that has it. */
  private record Pair(int place, JsonNode before, JsonNode after) {

    /** Whichever of two elements at one place was there first, the order is the same. */
    String text() {
      return (isAbsent(before) ? after : before).toString();
    }
  }

  /**
   * What both lists have is held against each other wherever it stands; of the rest, what has no
   * identifier is taken for the same in other words, as far as it goes.
   */
  private static void compareLists(
      String pointer, JsonNode before, JsonNode after, List<Difference> found) {
    Map<JsonNode, Integer> gone = places(before);
    Map<JsonNode, Integer> come = places(after);
    Queue<Integer> left = new ArrayDeque<>();
    gone.forEach(
        (key, place) -> {
          if (!come.containsKey(key)) {
            left.add(place);
          }
        });
    List<Pair> pairs = new ArrayList<>();
    come.forEach(
        (key, place) -> {
          JsonNode element = after.path(place);
          Integer was = gone.get(key);
          if (was == null && !element.has("id")) {
            was = left.poll();
          }
          pairs.add(new Pair(place, was == null ? NOTHING : before.path(was), element));
        });
    left.forEach(place -> pairs.add(new Pair(place, before.path(place), NOTHING)));
    pairs.sort(Comparator.comparing(Pair::place).thenComparing(Pair::text));
    pairs.forEach(
        each -> compare(pointer + '/' + each.place(), each.before(), each.after(), found));
  }

  /** Where each element stands, by what tells it from the others. */
  private static Map<JsonNode, Integer> places(JsonNode list) {
    Map<JsonNode, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      places.put(list.path(i).has("id") ? list.path(i).get("id") : list.path(i), i);
    }
    return places;
  }

  /** An empty list says no more than none. */
  private static boolean isAbsent(JsonNode node) {
    return node.isNull() || node.isMissingNode() || (node.isArray() && node.isEmpty());
  }

  private static boolean isStructure(JsonNode node) {
    return node.isObject() && !isText(node);
  }

  private static boolean isText(JsonNode node) {
    return node.size() == 2 && node.has("fr") && node.has("en");
  }

  /** As it is served: texts in the negotiated language, nothing where there is nothing. */
  private static Object value(JsonNode node) {
    if (isAbsent(node)) {
      return null;
    }
    if (isText(node)) {
      return new Text(node.get("fr").asText(), node.get("en").asText());
    }
    if (node.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      node.properties()
          .forEach(
              member -> {
                if (!isAbsent(member.getValue())) {
                  members.put(member.getKey(), value(member.getValue()));
                }
              });
      return members;
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(value(element)));
      return elements;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean() ? node.booleanValue() : node.asText();
  }
}

package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The regions of the record, inside out: a country before the union it lies in, the world last. */
final class Regions {

  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * Orders and names them.
   *
   * @param served as the API lists them
   */
  Regions(List<JsonNode> served) {
    served.stream()
        .sorted(Comparator.comparingInt(each -> -each.path("within").size()))
        .forEach(each -> names.put(each.path("id").asText(), each.path("name").asText()));
  }

  /** Null where there is no code. */
  String name(JsonNode code) {
    return code.isMissingNode() ? null : name(code.asText());
  }

  /** What it is called; a code that the record does not name stays what it is. */
  String name(String code) {
    return names.getOrDefault(code, code);
  }

  /** Each once; what the record does not name comes last. */
  List<String> inOrder(Collection<String> codes) {
    Set<String> ordered = new LinkedHashSet<>(names.keySet());
    ordered.retainAll(codes);
    ordered.addAll(codes);
    return List.copyOf(ordered);
  }
}

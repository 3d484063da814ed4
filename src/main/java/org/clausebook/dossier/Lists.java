package org.clausebook.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An absent list in a document is an empty one. Entries may be null while a document with faults is
 * being checked; in a published one they are not.
 */
final class Lists {

  private Lists() {}

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }

  /** The entry that goes by an identifier; of several, the first. */
  static <T> Optional<T> find(List<T> entries, Function<T, String> name, String id) {
    return entries.stream()
        .filter(each -> each != null && Objects.equals(name.apply(each), id))
        .findFirst();
  }

  /** All entries by their identifiers, for those who ask more than once; of several, the first. */
  static <T> Map<String, T> byName(List<T> entries, Function<T, String> name) {
    Map<String, T> named = new HashMap<>();
    for (T each : entries) {
      if (each != null && name.apply(each) != null) {
        named.putIfAbsent(name.apply(each), each);
      }
    }
    return named;
  }
}

package org.clausebook.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An absent list in a document is an empty one. Entries may be null while a document with faults is
 * being checked; in a published one they are not.
 */
final class Lists {

  private Lists() {}

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}

package org.clausebook.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a template shows: names and values, some of them absent. */
final class Fields {

  private Fields() {}

  /**
   * Names and values in turn. An absent value is kept as null, so that a template does not look for
   * the name further out.
   */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      shown.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return shown;
  }
}

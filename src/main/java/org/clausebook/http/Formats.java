package org.clausebook.http;

import java.util.Map;
import java.util.Optional;

/** The short names of media types, for {@code ?format=}. */
public final class Formats {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("json", MediaTypes.JSON),
          Map.entry("yaml", MediaTypes.YAML),
          Map.entry("csv", MediaTypes.CSV),
          Map.entry("ndjson", MediaTypes.NDJSON),
          Map.entry("jsonld", MediaTypes.JSON_LD),
          Map.entry("ics", MediaTypes.CALENDAR),
          Map.entry("atom", MediaTypes.ATOM),
          Map.entry("html", MediaTypes.HTML));

  private Formats() {}

  static Optional<String> mediaType(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }

  public static Optional<String> name(String mediaType) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(mediaType))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}

package org.clausebook.http;

import java.util.List;
import java.util.Optional;

/** The media types that are served, and which of them a client prefers (RFC 9110 §12.5.1). */
public final class MediaTypes {

  public static final String JSON = "application/json";
  public static final String PROBLEM = "application/problem+json";
  public static final String YAML = "application/yaml";
  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";
  public static final String JSON_LD = "application/ld+json";
  public static final String CALENDAR = "text/calendar";
  public static final String ATOM = "application/atom+xml";
  public static final String EVENT_STREAM = "text/event-stream";
  public static final String HTML = "text/html";
  public static final String TEXT = "text/plain";
  public static final String MARKDOWN = "text/markdown";

  private MediaTypes() {}

  /**
   * The best of the offered types, in the server's order where the client has no preference; empty
   * when none is acceptable.
   */
  public static Optional<String> choose(String accept, List<String> offered) {
    if (accept == null || accept.replace(',', ' ').isBlank()) {
      return offered.stream().findFirst();
    }
    List<Weighted> ranges = Weighted.parse(accept);
    if (saysOnlyHowProblemsAreTold(ranges)) {
      return offered.stream().findFirst();
    }
    String best = null;
    int bestQuality = 0;
    for (String type : offered) {
      int quality = quality(type, ranges);
      if (quality > bestQuality) {
        best = type;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  /** As generated clients do where the answer itself is no JSON. */
  private static boolean saysOnlyHowProblemsAreTold(List<Weighted> ranges) {
    return !ranges.isEmpty()
        && ranges.stream().allMatch(each -> each.value().equals(PROBLEM) && each.quality() > 0);
  }

  /** The most specific range that covers the type decides. */
  private static int quality(String type, List<Weighted> ranges) {
    int specificity = -1;
    int quality = 0;
    String family = type.substring(0, type.indexOf('/') + 1) + "*";
    for (Weighted range : ranges) {
      int precise =
          range.value().equals(type)
              ? 2
              : range.value().equals(family) ? 1 : range.value().equals("*/*") ? 0 : -1;
      if (precise > specificity
          || (precise == specificity && precise >= 0 && range.quality() > quality)) {
        specificity = precise;
        quality = range.quality();
      }
    }
    return quality;
  }
}

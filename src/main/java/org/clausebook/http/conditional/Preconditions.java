package org.clausebook.http.conditional;

import java.util.List;

/**
 * The conditions of a request, evaluated in the order of RFC 9110 §13.2.2. Dates are not evaluated:
 * nothing here carries {@code Last-Modified}, so {@code If-Modified-Since} and {@code
 * If-Unmodified-Since} have nothing to be compared with (§13.1.3, §13.1.4).
 *
 * @param ifMatch the field, several lines joined by commas; null when absent
 * @param ifNoneMatch likewise
 */
public record Preconditions(String ifMatch, String ifNoneMatch) {

  /** What to do with the request. */
  public enum Outcome {
    PROCEED,
    NOT_MODIFIED,
    FAILED
  }

  /** For GET and HEAD of something that is there. */
  public Outcome forReading(EntityTag current) {
    if (ifMatch != null && !matches(ifMatch, current, true)) {
      return Outcome.FAILED;
    }
    if (ifNoneMatch != null && matches(ifNoneMatch, current, false)) {
      return Outcome.NOT_MODIFIED;
    }
    return Outcome.PROCEED;
  }

  /**
   * For PUT and DELETE.
   *
   * @param current the tags of the representations of what is there; empty when nothing is
   */
  public Outcome forWriting(List<EntityTag> current) {
    if (ifMatch != null && current.stream().noneMatch(tag -> matches(ifMatch, tag, true))) {
      return Outcome.FAILED;
    }
    if (ifNoneMatch != null && current.stream().anyMatch(tag -> matches(ifNoneMatch, tag, false))) {
      return Outcome.FAILED;
    }
    return Outcome.PROCEED;
  }

  private static boolean matches(String field, EntityTag current, boolean strongly) {
    if (current.isAllOf(field) || field.strip().equals("*")) {
      return true;
    }
    return EntityTag.list(field).stream()
        .anyMatch(tag -> strongly ? tag.isSame(current) : tag.isLike(current));
  }
}

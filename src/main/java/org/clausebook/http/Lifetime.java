package org.clausebook.http;

import java.util.Map;
import org.clausebook.http.contract.Operation;

/** How long an answer stays right. It is settled once, with what is asked, not with each answer. */
public enum Lifetime {
  /** It says what a publication held, which never changes. */
  FOR_EVER,
  /**
   * Until the day is over, or a publication changes it: what is in force, or overtaken, by then.
   */
  TODAY,
  /** Until a publication changes it. */
  UNTIL_PUBLICATION;

  /**
   * @param operation null where the path has none for the method
   * @param query parameters of the request
   */
  static Lifetime of(Operation operation, String mediaType, Map<String, String> query) {
    if (MediaTypes.HTML.equals(mediaType)) {
      // A page for people says what is past and what is to come, and what a search finds now.
      return TODAY;
    }
    if (query.containsKey("dataset")) {
      return FOR_EVER;
    }
    return operation != null && operation.query().containsKey("knownAt")
        ? TODAY
        : UNTIL_PUBLICATION;
  }
}

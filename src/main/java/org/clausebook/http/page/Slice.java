package org.clausebook.http.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clausebook.http.Link;

/**
 * A page as it was cut.
 *
 * @param links {@code first}, and {@code next} unless this is the last page
 */
public record Slice<T>(List<T> items, Page page, Map<String, Link> links) {

  /** The same page, its items told in another way. */
  public <U> Slice<U> map(Function<List<T>, List<U>> telling) {
    return new Slice<>(telling.apply(items), page, links);
  }
}

package org.clausebook.http.page;

import java.util.ArrayList;
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

  private static final int TOGETHER = 100;

  /**
   * The same page, its items told in another way, some at a time: of a whole collection, what is
   * read to tell them would not fit into memory at once.
   */
  public <U> Slice<U> map(Function<List<T>, List<U>> telling) {
    List<U> told = new ArrayList<>();
    for (int from = 0; from < items.size(); from += TOGETHER) {
      told.addAll(telling.apply(items.subList(from, Math.min(items.size(), from + TOGETHER))));
    }
    return new Slice<>(told, page, links);
  }
}

package org.clausebook.deal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.page.Slice;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Editions;

/**
 * Reads deals for the resources below one. A page after the first is read from the very revision
 * that the first came from: a walk through the pages sees one state, whatever is published
 * meanwhile.
 */
@ApplicationScoped
public class Deals {

  private final Editions editions;
  private final Pages pages;

  Deals(Editions editions, Pages pages) {
    this.editions = editions;
    this.pages = pages;
  }

  public Edition read(String deal, Clocks clocks) {
    return editions.deal(deal, clocks);
  }

  /** The edition that a page is cut from. */
  public Edition read(String deal, Clocks clocks, PageQuery query) {
    List<String> position = pages.position(query).orElse(null);
    if (position == null) {
      return editions.deal(deal, clocks);
    }
    Clocks pinned = new Clocks();
    pinned.asOf = LocalDate.parse(position.get(0));
    pinned.dataset = Long.parseLong(position.get(1));
    return editions.deal(deal, pinned);
  }

  /**
   * Cuts a page.
   *
   * @param items the whole collection in its order
   * @param hidden how many facts an evidence policy hid; null where none applies
   */
  public <T> DealPage<T> page(Edition edition, PageQuery query, List<T> items, Integer hidden) {
    Slice<T> slice =
        pages.slice(query, items, edition.asOf().toString(), Long.toString(edition.dataset()));
    Map<String, Link> links = new LinkedHashMap<>(edition.links());
    links.put("citeAs", pages.same(query, edition.pins()));
    links.putAll(slice.links());
    return new DealPage<>(edition.reading(), slice.items(), hidden, slice.page(), links);
  }
}

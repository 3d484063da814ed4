package org.clausebook.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clausebook.dossier.Names;
import org.clausebook.http.Link;
import org.clausebook.http.page.PageOf;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.page.Slice;
import org.clausebook.revision.Editions;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.RecordClock;
import org.clausebook.revision.ReferenceEdition;
import org.clausebook.revision.Revision;

/** Reads what all deals share, and cuts it into pages: by identifier, which never changes. */
@ApplicationScoped
public class References {

  private final Editions editions;
  private final RecordClock clock;
  private final Pages pages;

  References(Editions editions, RecordClock clock, Pages pages) {
    this.editions = editions;
    this.clock = clock;
    this.pages = pages;
  }

  /** The edition that a page is cut from: that of the first page, all the way through. */
  public ReferenceEdition read(KnownAt known, PageQuery query) {
    pages.position(query).ifPresent(position -> known.pin(Long.parseLong(position.get(0))));
    return editions.reference(known);
  }

  public ReferenceEdition read(KnownAt known) {
    return editions.reference(known);
  }

  /**
   * Number of the publication after which deals are asked for, where the reference leads to them.
   */
  public long dataset(KnownAt known) {
    return clock.dataset(known);
  }

  /** Since when all that answers after a publication has been known. */
  public Instant knownAt(Revision revision, long dataset) {
    return revision.dataset() == dataset ? revision.publishedAt() : clock.publishedAt(dataset);
  }

  /** A page of what the reference holds, by identifier. */
  public <T> PageOf<T> page(
      ReferenceEdition edition, PageQuery query, List<T> items, Function<T, String> id) {
    List<T> sorted = items.stream().sorted(Comparator.comparing(id)).toList();
    return page(edition.revision(), edition.revision().dataset(), query, sorted);
  }

  /**
   * A page of what one revision holds.
   *
   * @param dataset number of the publication that pins the answer
   */
  public <T> PageOf<T> page(Revision revision, long dataset, PageQuery query, List<T> items) {
    Slice<T> slice = pages.slice(query, items, Long.toString(dataset));
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", pages.same(query, KnownAt.pins(dataset)));
    links.putAll(slice.links());
    return new PageOf<>(
        slice.items(), slice.page(), knownAt(revision, dataset), revision.number(), links);
  }

  /** Links of an answer that comes from the reference alone. */
  public static Map<String, Link> links(ReferenceEdition edition) {
    return links(edition.revision().dataset());
  }

  /**
   * Links of an answer that comes from the whole record.
   *
   * @param dataset number of the publication that pins it
   */
  public static Map<String, Link> links(long dataset) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", Link.selfWith(KnownAt.pins(dataset)));
    return links;
  }

  /**
   * The entry with an identifier.
   *
   * @param names what entries of the kind go by
   */
  public static <T> T find(List<T> entries, Function<T, String> id, String wanted, Names names) {
    return entries.stream()
        .filter(each -> id.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(() -> names.missing(wanted));
  }
}

package org.clausebook.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clausebook.http.Link;
import org.clausebook.http.page.Page;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Suggestion;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Editions;
import org.clausebook.revision.ReferenceEdition;

/** Reads what all deals share, and cuts it into pages: by identifier, which never changes. */
@ApplicationScoped
public class References {

  private final Editions editions;
  private final Pages pages;

  References(Editions editions, Pages pages) {
    this.editions = editions;
    this.pages = pages;
  }

  /** The edition that a page is cut from: that of the first page, all the way through. */
  public ReferenceEdition read(KnownAt clock, PageQuery query) {
    Clocks clocks = clock.clocks();
    pages.position(query).ifPresent(position -> clocks.pin(Long.parseLong(position.get(0))));
    return editions.reference(clocks);
  }

  public ReferenceEdition read(KnownAt clock) {
    return editions.reference(clock.clocks());
  }

  /**
   * Number of the publication after which deals are asked for, where the reference leads to them.
   */
  public long dataset(KnownAt clock) {
    return editions.dataset(clock.clocks());
  }

  public <T> ReferencePage<T> page(
      ReferenceEdition edition, PageQuery query, List<T> items, Function<T, String> id) {
    String after = pages.position(query).map(position -> position.get(1)).orElse("");
    List<T> rest =
        items.stream()
            .sorted(Comparator.comparing(id))
            .filter(each -> id.apply(each).compareTo(after) > 0)
            .toList();
    List<T> cut = rest.subList(0, Math.min(rest.size(), pages.limit(query)));
    Link next =
        cut.size() == rest.size()
            ? null
            : pages.link(
                List.of(
                    Long.toString(edition.revision().dataset()),
                    id.apply(cut.get(cut.size() - 1))));
    Map<String, Link> links = links(edition);
    links.put("first", pages.first());
    if (next != null) {
      links.put("next", next);
    }
    return new ReferencePage<>(
        cut,
        new Page(query.limit, next),
        edition.revision().publishedAt(),
        edition.revision().number(),
        links);
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
    links.put(
        "citeAs",
        Link.selfWith(Map.of("dataset", Long.toString(dataset), "knownAt", "", "cursor", "")));
    return links;
  }

  /** The entry with an identifier. */
  public static <T> T find(
      List<T> entries, Function<T, String> id, String wanted, String en, String fr) {
    return entries.stream()
        .filter(each -> id.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(() -> missing(entries, id, wanted, en, fr));
  }

  private static <T> Problem missing(
      List<T> entries, Function<T, String> id, String wanted, String en, String fr) {
    return Editions.missing(
        en,
        fr,
        wanted,
        Suggestion.nearest(wanted, entries.stream().map(id).toList()).stream().toList());
  }
}

package org.clausebook.http.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.HttpConfig;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** Cuts collections into pages. */
@ApplicationScoped
public class Pages {

  private static final Set<String> WHOLE =
      Set.of(MediaTypes.NDJSON, MediaTypes.CSV, MediaTypes.CALENDAR);

  private final Exchanges exchanges;
  private final DataSource database;
  private final int maxItems;
  private volatile Cursor cursors;

  Pages(Exchanges exchanges, DataSource database, HttpConfig config) {
    this.exchanges = exchanges;
    this.database = database;
    this.maxItems = config.maxItems();
  }

  /**
   * Where the asked-for page begins, as sealed by {@link #link}; empty for the first page.
   *
   * @throws Problem when the cursor is not ours or belongs to other filters
   */
  public Optional<List<String>> position(PageQuery query) {
    if (query.cursor == null) {
      return Optional.empty();
    }
    return Optional.of(
        cursors()
            .open(filters(), query.cursor)
            .orElseThrow(
                () ->
                    ProblemType.INVALID_CURSOR.because(
                        "This cursor was not made here, or for other parameters; start again without it.",
                        "Ce curseur n’a pas été émis ici, ou l’a été pour d’autres paramètres ; recommencez sans lui.")));
  }

  /**
   * A page of a collection that is at hand as a whole and does not change while it is walked
   * through, being that of one revision.
   *
   * @param state what names the revision; it comes first in the {@link #position} of the next page
   */
  public <T> Slice<T> slice(PageQuery query, List<T> whole, String... state) {
    int start =
        position(query).map(position -> Integer.parseInt(position.get(state.length))).orElse(0);
    int end = isWhole() ? whole.size() : Math.min(whole.size(), start + query.limit);
    List<String> position = new ArrayList<>(List.of(state));
    position.add(Integer.toString(end));
    return slice(query, whole.subList(start, end), end < whole.size() ? position : null);
  }

  /**
   * A page of a collection that is read page by page.
   *
   * @param read the items from the position on, as many as {@link #toRead} says
   * @param position where to go on after an item
   * @throws Problem 400 when the whole was asked for and is too much for one answer
   */
  public <T> Slice<T> slice(PageQuery query, List<T> read, Function<T, List<String>> position) {
    requireWhole(read.size());
    List<T> items = read.subList(0, Math.min(read.size(), limit(query)));
    return slice(
        query,
        items,
        items.size() < read.size() ? position.apply(items.get(items.size() - 1)) : null);
  }

  private <T> Slice<T> slice(PageQuery query, List<T> items, List<String> next) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("first", first());
    Page page = new Page(query.limit, next == null ? null : link(next));
    if (page.next() != null) {
      links.put("next", page.next());
    }
    return new Slice<>(items, page, links);
  }

  /** How many items to read: one more than is served tells whether there is a next page. */
  public int toRead(PageQuery query) {
    return limit(query) + 1;
  }

  /** How many items to serve: formats for whole collections are bounded by the configuration. */
  public int limit(PageQuery query) {
    return isWhole() ? maxItems : query.limit;
  }

  /**
   * Nobody may take a part for the whole: it is refused instead.
   *
   * @param items how many there are, or more than {@link #limit}
   * @throws Problem 400 when the whole was asked for and is too much for one answer
   */
  public void requireWhole(int items) {
    if (isWhole() && items > maxItems) {
      throw Problem.refused(
          "limit",
          Text.of(
              "This collection has more items than one answer holds (%s): ask for pages of it, with limit=100, and follow the link 'next' in the header field Link.",
              "Cette collection compte plus d’éléments que n’en contient une réponse (%s) : demandez-la par pages, avec limit=100, et suivez le lien « next » du champ d’en-tête Link.",
              maxItems));
    }
  }

  /**
   * Address of this very page under other parameters that select the same items, such as those that
   * pin it.
   *
   * @param set parameters to set; an empty value removes one
   */
  public Link same(PageQuery query, Map<String, String> set) {
    Map<String, String> parameters = new LinkedHashMap<>(set);
    position(query)
        .ifPresent(position -> parameters.put("cursor", cursors().seal(filters(set), position)));
    return Link.selfWith(parameters);
  }

  /** True when the whole collection was asked for at once. */
  public boolean isWhole() {
    Exchange exchange = exchanges.current();
    return WHOLE.contains(exchange.mediaType())
        && !exchange.query().contains("limit")
        && !exchange.query().contains("cursor");
  }

  /** Address of the page that begins at a position. */
  public Link link(List<String> position) {
    return Link.selfWith(Map.of("cursor", cursors().seal(filters(), position)));
  }

  /** A position as a token of its own, for a parameter other than the cursor of a page. */
  public String token(List<String> position) {
    return cursors().seal(filters(), position);
  }

  /** What {@link #token} sealed; empty when it was not made here or belongs to other filters. */
  public Optional<List<String>> open(String token) {
    return cursors().open(filters(), token);
  }

  /** Address of the first page. */
  public Link first() {
    return Link.selfWith(Map.of("cursor", ""));
  }

  private String filters() {
    return filters(Map.of());
  }

  /** What a cursor belongs to: the path and every parameter that selects or orders items. */
  private String filters(Map<String, String> set) {
    Exchange exchange = exchanges.current();
    Map<String, String> parameters = new TreeMap<>(exchange.addresses().query());
    parameters.putAll(set);
    parameters.values().removeIf(String::isEmpty);
    parameters.keySet().removeAll(List.of("cursor", "since", "limit", "lang", "format"));
    return exchange.addresses().path() + parameters;
  }

  private Cursor cursors() {
    if (cursors == null) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select secret from cursor_key")) {
        row.next();
        cursors = new Cursor(row.getString(1));
      } catch (SQLException e) {
        throw new IllegalStateException("The key of the cursors cannot be read", e);
      }
    }
    return cursors;
  }
}

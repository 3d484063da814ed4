package org.clausebook.http.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.problem.ProblemType;

/** Cuts collections into pages. */
@ApplicationScoped
public class Pages {

  private static final Set<String> WHOLE =
      Set.of(MediaTypes.NDJSON, MediaTypes.CSV, MediaTypes.CALENDAR);

  private final Exchanges exchanges;
  private final DataSource database;
  private volatile Cursor cursors;

  Pages(Exchanges exchanges, DataSource database) {
    this.exchanges = exchanges;
    this.database = database;
  }

  /**
   * Where the asked-for page begins, as sealed by {@link #link}; empty for the first page.
   *
   * @throws org.clausebook.http.problem.Problem when the cursor is not ours or belongs to other
   *     filters
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

  /** How many items to serve: formats for whole collections are cut only on request. */
  public int limit(PageQuery query) {
    return isWhole() ? Integer.MAX_VALUE : query.limit;
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

  /** What a cursor belongs to: the path and every parameter that selects or orders items. */
  private String filters() {
    Exchange exchange = exchanges.current();
    Map<String, String> parameters = new TreeMap<>(exchange.addresses().query());
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

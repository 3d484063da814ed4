package org.clausebook.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.search.Lexicon.Stem;

/** One look into the index, in one transaction that only reads and within a given time. */
final class SearchReading implements AutoCloseable {

  private static final String CANCELLED = "57014";

  /** How many entries are looked at for each that is wanted, where the index does not know all. */
  private static final int CHOICE = 4;

  private final Connection connection;
  private final long end;

  SearchReading(Connection connection, Duration time) throws SQLException {
    this.connection = connection;
    this.end = System.nanoTime() + time.toNanos();
    connection.setAutoCommit(false);
  }

  /** The database took too long. */
  static final class TooSlow extends Exception {
    private static final long serialVersionUID = 1;

    TooSlow(SQLException cause) {
      super(cause);
    }
  }

  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private interface Values {
    void set(Parameters parameters) throws SQLException;
  }

  /** Sets one parameter after the other. */
  private final class Parameters {
    private final PreparedStatement statement;
    private int at;

    Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    Parameters add(Object value) throws SQLException {
      statement.setObject(++at, value);
      return this;
    }

    Parameters add(String type, Collection<?> values) throws SQLException {
      Array array = connection.createArrayOf(type, values.toArray());
      statement.setArray(++at, array);
      return this;
    }
  }

  Map<String, Stem> stems(Collection<String> words) throws TooSlow {
    return ask(
        SearchSql.STEMS,
        values -> values.add("text", words),
        rows -> {
          Map<String, Stem> stems = new HashMap<>();
          while (rows.next()) {
            stems.put(rows.getString(1), new Stem(rows.getString(2), rows.getString(3)));
          }
          return stems;
        });
  }

  /** Entries that match, at most so many, in no order. */
  List<Hit> hits(Query query, Filter filter, int most) throws TooSlow {
    List<String> within = filter.queries();
    return ask(
        SearchSql.hits(within.size()),
        values -> {
          values
              .add(query.match())
              .add(query.direct())
              .add(query.identifiers())
              .add(query.phrase().any())
              .add(query.phrase().title())
              .add("text", query.conditions())
              .add("text", query.titles())
              .add("float8", query.weights())
              .add(query.isPart())
              .add(Date.valueOf(filter.asOf()))
              .add("text", query.stages().stream().map(Query.Stage::among).toList())
              .add("text", query.stages().stream().map(Query.Stage::exact).toList())
              .add("text", query.stages().stream().map(each -> heads(each, within)).toList());
          for (String each : within) {
            values.add(each);
          }
          values
              .add(most * CHOICE)
              .add(most * CHOICE)
              .add(most * CHOICE)
              .add(filter.dataset() == null ? Long.MAX_VALUE : filter.dataset())
              .add(most)
              .add(most);
        },
        rows -> {
          List<Hit> hits = new ArrayList<>();
          while (rows.next()) {
            hits.add(hit(rows, query));
          }
          return hits;
        });
  }

  private static Hit hit(ResultSet rows, Query query) throws SQLException {
    ResultType type = ResultType.valueOf(rows.getString(3));
    String deal = rows.getString(5);
    String regions = rows.getString(6);
    double score =
        query.score(
            rows.getInt(2),
            type,
            deal,
            rows.getBoolean(10),
            rows.getDouble(11),
            rows.getDouble(12),
            rows.getDouble(13),
            rows.getDouble(14));
    return new Hit(
        rows.getLong(1),
        type,
        rows.getString(4),
        deal,
        regions.isEmpty() ? List.of() : List.of(regions.split(" ")),
        rows.getString(7),
        rows.getBoolean(8),
        rows.getBoolean(9),
        BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP));
  }

  private static String heads(Query.Stage stage, List<String> within) {
    return stage.head() == null ? null : and(stage.head(), within);
  }

  private static String and(String query, List<String> within) {
    return Stream.concat(within.stream(), Stream.of("(" + query + ")"))
        .collect(Collectors.joining(" & "));
  }

  /** False where more would have had to be looked at to be sure that nothing is missing. */
  boolean isAllLookedAt(Query query, Filter filter, int most) throws TooSlow {
    if (!query.isRefined() && filter.dataset() == null) {
      return true;
    }
    int bound = most * CHOICE;
    List<String> within = filter.queries();
    return lookedAt(and(query.widestInHead(), within), bound) < bound
        && lookedAt(and(query.widest(), within), bound) < bound;
  }

  private long lookedAt(String among, int bound) throws TooSlow {
    return ask(SearchSql.LOOKED_AT, values -> values.add(among).add(bound), SearchReading::number);
  }

  /**
   * What an entry says, in both languages.
   *
   * @param from first day of the period that holds on the day, else of the nearest; null when open
   *     or where no period applies
   * @param until first day after that period; null likewise
   */
  record Detail(
      String titleFr,
      String titleEn,
      String textFr,
      String textEn,
      LocalDate from,
      LocalDate until) {}

  Map<Long, Detail> details(List<Hit> hits, LocalDate day) throws TooSlow {
    Date date = Date.valueOf(day);
    return ask(
        SearchSql.DETAILS,
        values ->
            values
                .add(date)
                .add(date)
                .add(date)
                .add("bigint", hits.stream().map(Hit::number).toList()),
        rows -> {
          Map<Long, Detail> details = new HashMap<>();
          while (rows.next()) {
            details.put(
                rows.getLong(1),
                new Detail(
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getString(5),
                    rows.getObject(6, LocalDate.class),
                    rows.getObject(7, LocalDate.class)));
          }
          return details;
        });
  }

  Vocabulary vocabulary(List<String> words, Lexicon lexicon) throws TooSlow {
    return ask(
        SearchSql.WORDS,
        values ->
            values
                .add("text", words)
                .add("text", stems(words, lexicon, Stem::fr))
                .add("text", stems(words, lexicon, Stem::en)),
        rows -> {
          List<Vocabulary.Line> lines = new ArrayList<>();
          while (rows.next()) {
            lines.add(
                new Vocabulary.Line(
                    rows.getString(1),
                    rows.getString(2),
                    new Spelling.Known(rows.getString(3), rows.getString(4), rows.getInt(5))));
          }
          return Vocabulary.of(lines);
        });
  }

  private static List<String> stems(
      List<String> words, Lexicon lexicon, Function<Stem, String> language) {
    return words.stream().map(word -> language.apply(lexicon.stem(word))).toList();
  }

  long datasetAt(Instant instant) throws TooSlow {
    return ask(
        SearchSql.KNOWN_AT, values -> values.add(Timestamp.from(instant)), SearchReading::number);
  }

  long leftOutAt(long dataset) throws TooSlow {
    return ask(
        SearchSql.LEFT_OUT, values -> values.add(dataset).add(dataset), SearchReading::number);
  }

  private <T> T ask(String sql, Values values, Reader<T> reader) throws TooSlow {
    try (PreparedStatement statement = connection.prepareStatement(SearchSql.PREPARE + sql)) {
      values.set(new Parameters(statement).add(Long.toString(left())));
      statement.execute();
      for (int before = 0; before < SearchSql.PREPARING; before++) {
        statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      if (CANCELLED.equals(e.getSQLState())) {
        throw new TooSlow(e);
      }
      throw new IllegalStateException("The search cannot be read", e);
    }
  }

  /** Milliseconds for the next statement. */
  private long left() throws SQLTimeoutException {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SQLTimeoutException("No time is left", CANCELLED);
    }
    return left;
  }

  private static long number(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("The search cannot be closed", e);
    }
  }
}

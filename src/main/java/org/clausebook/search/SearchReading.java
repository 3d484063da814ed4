package org.clausebook.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.language.Language;
import org.clausebook.http.language.Text;

/** One look into the index, in one transaction that only reads and within a given time. */
final class SearchReading implements AutoCloseable {

  private static final String CANCELLED = "57014";

  private static final long WORTH_A_TRIP = 50;

  /** How many entries with all words of a phrase are looked at for each that may have it. */
  private static final int CHOICE = 4;

  private final Connection connection;
  private final Duration time;

  /** When the time is up; 0 before the first look at the entries. */
  private long end;

  /** What the last statement was given, in milliseconds; the largest value where none was. */
  private long given = Long.MAX_VALUE;

  SearchReading(Connection connection, Duration time) throws SQLException {
    this.connection = connection;
    this.time = time;
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
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Depends on the question only, so it counts for nothing; the first loads the dictionaries. */
  Lexicon lexicon(Collection<String> texts) throws TooSlow {
    return read(
        SearchSql.LEXEMES,
        statement -> statement.setArray(1, texts(texts)),
        rows -> {
          Map<String, Lexicon.Entry> entries = new HashMap<>();
          while (rows.next()) {
            entries.put(
                rows.getString(1),
                new Lexicon.Entry(rows.getString(2), rows.getString(3), rows.getInt(4)));
          }
          return new Lexicon(entries);
        });
  }

  /**
   * Entries that match, by titles or by all words; at most so many, those of highest priority.
   *
   * @param query by which they are ranked
   * @param among what is looked up
   * @param match what must be true of it besides
   */
  List<Hit> hits(Query query, String among, String match, Filter filter, boolean byTitle, int most)
      throws TooSlow {
    return ask(
        byTitle ? SearchSql.HITS_BY_TITLE : SearchSql.HITS_BY_WORD,
        statement -> {
          int at = 0;
          statement.setString(++at, query.match());
          statement.setString(++at, query.direct());
          statement.setArray(++at, texts(query.conditions()));
          statement.setArray(++at, connection.createArrayOf("float8", query.weights().toArray()));
          statement.setArray(++at, texts(query.key()));
          statement.setArray(++at, texts(query.numbers()));
          statement.setDate(++at, Date.valueOf(filter.asOf()));
          statement.setString(++at, filter.applyTo(among));
          statement.setObject(++at, filter.dataset(), Types.BIGINT);
          statement.setObject(++at, filter.dataset(), Types.BIGINT);
          statement.setInt(++at, most * CHOICE);
          statement.setString(++at, match);
          statement.setInt(++at, most);
        },
        rows -> {
          List<Hit> hits = new ArrayList<>();
          while (rows.next()) {
            hits.add(
                new Hit(
                    rows.getLong(1),
                    ResultType.valueOf(rows.getString(2)),
                    rows.getString(3),
                    rows.getString(4),
                    List.of((String[]) rows.getArray(5).getArray()),
                    rows.getString(6),
                    rows.getBoolean(7),
                    rows.getBoolean(8),
                    rows.getObject(9, LocalDate.class),
                    rows.getObject(10, LocalDate.class),
                    rows.getBigDecimal(11)));
          }
          return hits;
        });
  }

  /** What a result says beyond its place. */
  record Detail(Text title, Language language, String text, String marked) {}

  Map<Long, Detail> details(Query query, Language preferred, List<Hit> hits) throws TooSlow {
    return ask(
        SearchSql.DETAILS,
        statement -> {
          statement.setString(1, query.highlight());
          statement.setBoolean(2, preferred == Language.FR);
          statement.setArray(
              3, connection.createArrayOf("bigint", hits.stream().map(Hit::number).toArray()));
        },
        rows -> {
          Map<Long, Detail> details = new HashMap<>();
          while (rows.next()) {
            details.put(
                rows.getLong(1),
                new Detail(
                    new Text(rows.getString(2), rows.getString(3)),
                    rows.getBoolean(4) ? Language.FR : Language.EN,
                    rows.getString(5),
                    rows.getString(6)));
          }
          return details;
        });
  }

  /** A region and those it lies within; itself alone when it is not known. */
  List<String> within(String region) throws TooSlow {
    List<String> found =
        ask(
            SearchSql.WITHIN,
            statement -> statement.setString(1, region),
            rows -> {
              List<String> regions = new ArrayList<>();
              while (rows.next()) {
                regions.add(rows.getString(1));
              }
              return regions;
            });
    return found.isEmpty() ? List.of(region) : found;
  }

  long datasetAt(Instant instant) throws TooSlow {
    return ask(
        SearchSql.KNOWN_AT,
        statement -> statement.setTimestamp(1, Timestamp.from(instant)),
        SearchReading::number);
  }

  long leftOutAt(long dataset) throws TooSlow {
    return ask(
        SearchSql.LEFT_OUT,
        statement -> {
          statement.setLong(1, dataset);
          statement.setLong(2, dataset);
        },
        SearchReading::number);
  }

  /** Words that look like one, the most alike first. */
  List<Spelling.Known> similar(String word) throws TooSlow {
    return ask(
        SearchSql.SIMILAR,
        statement -> {
          statement.setString(1, word);
          statement.setString(2, word);
        },
        rows -> {
          List<Spelling.Known> known = new ArrayList<>();
          while (rows.next()) {
            known.add(new Spelling.Known(rows.getString(1), rows.getString(2), rows.getInt(3)));
          }
          return known;
        });
  }

  boolean occurs(String query) throws TooSlow {
    return ask(
        SearchSql.OCCURS,
        statement -> statement.setString(1, query),
        rows -> {
          rows.next();
          return rows.getBoolean(1);
        });
  }

  private <T> T ask(String sql, Values values, Reader<T> reader) throws TooSlow {
    try {
      prepare();
    } catch (SQLException e) {
      throw failed(e);
    }
    return read(sql, values, reader);
  }

  private <T> T read(String sql, Values values, Reader<T> reader) throws TooSlow {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      values.set(statement);
      try (ResultSet rows = statement.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private TooSlow failed(SQLException e) {
    if (CANCELLED.equals(e.getSQLState())) {
      recover();
      return new TooSlow(e);
    }
    throw new IllegalStateException("The search cannot be read", e);
  }

  /** Gives the next statement the time that is left; a little more or less is not worth a trip. */
  private void prepare() throws SQLException {
    if (end == 0) {
      end = System.nanoTime() + time.toNanos();
    }
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SQLTimeoutException("No time is left", CANCELLED);
    }
    if (given != Long.MAX_VALUE && given - left < WORTH_A_TRIP) {
      return;
    }
    given = left;
    try (PreparedStatement statement = connection.prepareStatement(SearchSql.PREPARE)) {
      statement.setString(1, Long.toString(left));
      statement.execute();
    }
  }

  private void recover() {
    given = Long.MAX_VALUE;
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("The search cannot be read", e);
    }
  }

  private Array texts(Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
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

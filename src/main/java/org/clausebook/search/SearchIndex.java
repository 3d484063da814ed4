package org.clausebook.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The entries of the search in the database. */
@ApplicationScoped
class SearchIndex {

  private final DataSource database;

  SearchIndex(DataSource database) {
    this.database = database;
  }

  /** Begins to read one state of the index; whatever is read takes no longer than this in all. */
  SearchReading open(Duration time) {
    try {
      Connection connection = database.getConnection();
      return new SearchReading(connection, time);
    } catch (SQLException e) {
      throw new IllegalStateException("The search cannot be read", e);
    }
  }

  /** Makes all entries anew; how many there are. */
  long rebuild() {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement("select rebuild_search()");
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The search cannot be rebuilt", e);
    }
  }
}

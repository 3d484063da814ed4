package org.clausebook;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ServiceLoader;

/** Starts Clausebook, on a database of its own where none is configured. */
@QuarkusMain
public final class Main {

  private static final String URL = "quarkus.datasource.jdbc.url";

  private Main() {}

  public static void main(String... arguments) {
    if (System.getProperty(URL) == null && System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null) {
      for (BundledDatabase database : ServiceLoader.load(BundledDatabase.class)) {
        System.setProperty(URL, database.start());
      }
    }
    Quarkus.run(arguments);
  }
}

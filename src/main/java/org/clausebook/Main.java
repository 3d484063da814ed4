package org.clausebook;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.ServiceLoader;
import org.clausebook.curation.Commands;

/** Starts Clausebook, or does what a command says; on a database of its own where none is configured. */
@QuarkusMain
public final class Main {

  private static final String URL = "quarkus.datasource.jdbc.url";

  private Main() {}

  public static void main(String... arguments) {
    String command = arguments.length == 0 ? "" : arguments[0];
    for (Command each : ServiceLoader.load(Command.class)) {
      if (each.name().equals(command)) {
        each.run(List.of(arguments).subList(1, arguments.length));
        return;
      }
    }
    if (System.getProperty(URL) == null && System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null) {
      for (BundledDatabase database : ServiceLoader.load(BundledDatabase.class)) {
        System.setProperty(URL, database.start());
      }
    }
    if (Commands.NAMES.contains(command)) {
      System.setProperty("quarkus.http.host-enabled", "false");
      Quarkus.run(Commands.class, arguments);
    } else {
      Quarkus.run(arguments);
    }
  }
}

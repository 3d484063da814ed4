package org.clausebook;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import java.util.List;
import java.util.ServiceLoader;
import org.clausebook.curation.Commands;
import org.jboss.logging.Logger;

/**
 * Starts Clausebook, or does what a command says; on a database of its own where none is
 * configured.
 */
@QuarkusMain
public final class Main {

  private static final Logger LOG = Logger.getLogger(Main.class);

  private Main() {}

  public static void main(String... arguments) {
    // An address that is none is told so by org.clausebook.http, not by Quarkus, without a word.
    System.setProperty("vertx.disableURIValidation", "true");
    // There are no WebSockets here; each answer would pass by what compresses theirs.
    System.setProperty("vertx.disableWebsockets", "true");
    // No database is asked on a thread of events; Quarkus would mark each request as fit for that.
    System.setProperty(VertxContextSafetyToggle.FULLY_DISABLE_PROPERTY, "true");
    // Quarkus would read the contract and write it anew, in both formats, for an address that leads
    // on to ours: a third of what a start costs.
    OpenApiConstants.classLoader = new ClassLoader(null) {};
    Configuration configuration;
    try {
      configuration = Configuration.read();
      Configuration.strangers(System.getenv().keySet()).forEach(LOG::warn);
    } catch (RuntimeException wrong) {
      ended(1, wrong);
      return;
    }
    String command = arguments.length == 0 ? "" : arguments[0];
    for (Command each : ServiceLoader.load(Command.class)) {
      if (each.name().equals(command)) {
        each.run(List.of(arguments).subList(1, arguments.length));
        return;
      }
    }
    for (BundledDatabase database : ServiceLoader.load(BundledDatabase.class)) {
      if (!configuration.isDatabaseNamed()) {
        database.start().forEach(System::setProperty);
      }
    }
    if (command.isEmpty()) {
      Quarkus.run(null, Main::ended, arguments);
    } else {
      System.setProperty("quarkus.http.host-enabled", "false");
      Quarkus.run(Commands.class, Main::ended, arguments);
    }
  }

  private static void ended(int code, Throwable failure) {
    if (failure != null) {
      System.err.println(FailedStart.explain(failure));
    }
    System.exit(code);
  }
}

package org.clausebook;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.curation.Commands;

/**
 * Starts Clausebook, or does what a command says; on a database of its own where none is
 * configured.
 */
@QuarkusMain
public final class Main {

  private static final String URL = "quarkus.datasource.jdbc.url";

  private Main() {}

  public static void main(String... arguments) {
    // An address that is none is told so by org.clausebook.http, not by Quarkus, without a word.
    System.setProperty("vertx.disableURIValidation", "true");
    // Quarkus would read the contract and write it anew, in both formats, for an address that leads
    // on to ours: a third of what a start costs.
    OpenApiConstants.classLoader = new ClassLoader(null) {};
    String command = arguments.length == 0 ? "" : arguments[0];
    for (Command each : ServiceLoader.load(Command.class)) {
      if (each.name().equals(command)) {
        each.run(List.of(arguments).subList(1, arguments.length));
        return;
      }
    }
    for (BundledDatabase database : ServiceLoader.load(BundledDatabase.class)) {
      if (!isDatabaseConfigured()) {
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

  /** Looks where Quarkus will look, before it does: environment, properties and files. */
  private static boolean isDatabaseConfigured() {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDefaultSources()
            .addDiscoveredSources();
    SmallRyeConfig first = builder.build();
    String files =
        Stream.concat(
                Stream.of("config/application.properties"),
                Stream.of("quarkus.config.locations", "smallrye.config.locations")
                    .map(key -> first.getOptionalValue(key, String.class))
                    .flatMap(Optional::stream)
                    .flatMap(list -> Stream.of(list.split(","))))
            .filter(file -> Files.exists(Path.of(file)))
            .collect(Collectors.joining(","));
    if (!files.isEmpty()) {
      builder.withDefaultValue("smallrye.config.locations", files);
    }
    return builder.build().getOptionalValue(URL, String.class).isPresent();
  }
}

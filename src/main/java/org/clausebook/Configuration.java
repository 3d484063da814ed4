package org.clausebook;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clausebook.deal.FreshnessConfig;
import org.clausebook.health.HealthConfig;
import org.clausebook.http.HttpConfig;
import org.clausebook.http.Setting;
import org.clausebook.http.problem.Suggestion;
import org.clausebook.http.traffic.TrafficConfig;
import org.clausebook.search.SearchConfig;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * What an operator has set, looked at before anything is started: keys of ours that do not exist,
 * and what would be taken without a word, or refused with a stack trace, further on.
 */
final class Configuration {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String DIRECTORY = "clausebook.embedded.directory";
  private static final String ISSUER = "mp.jwt.verify.issuer";
  private static final String ISSUER_KEYS = "mp.jwt.verify.publickey.location";
  private static final String AUDIENCES = "mp.jwt.verify.audiences";

  static final List<Class<?>> MAPPINGS =
      List.of(
          HttpConfig.class,
          TrafficConfig.class,
          SearchConfig.class,
          HealthConfig.class,
          FreshnessConfig.class);

  /** Keys of ours. */
  static final Set<String> KEYS =
      Stream.concat(
              MAPPINGS.stream()
                  .map(ConfigClass::configClass)
                  .flatMap(type -> ConfigMappings.getProperties(type).keySet().stream()),
              Stream.of(DIRECTORY))
          .collect(Collectors.toCollection(TreeSet::new));

  /** Keys of others that we document, and what they take; the others check less, or later. */
  static final Map<String, Converter<?>> OF_OTHERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(ISSUER_KEYS, new Setting.Address()),
              Map.entry("quarkus.datasource.jdbc.max-size", new Setting.Some()),
              Map.entry("quarkus.flyway.migrate-at-start", new Setting.Flag()),
              Map.entry("quarkus.flyway.validate-at-start", new Setting.Flag()),
              Map.entry("quarkus.http.port", new Setting.Port()),
              Map.entry("quarkus.http.proxy.proxy-address-forwarding", new Setting.Flag()),
              Map.entry("quarkus.log.console.json.enabled", new Setting.Flag()),
              Map.entry("quarkus.otel.exporter.otlp.endpoint", new Setting.Address()),
              Map.entry("quarkus.otel.sdk.disabled", new Setting.Flag()),
              Map.entry("quarkus.shutdown.delay", new Setting.Span()),
              Map.entry("quarkus.shutdown.timeout", new Setting.Span())));

  /** Names that look like ours; those of the tests may stand in the same environment. */
  private static final Pattern OURS = Pattern.compile("(?i)clausebook[._](?!test_).*");

  /** What Kubernetes and Docker tell of a service that is called clausebook, or begins so. */
  private static final Pattern NEIGHBOUR =
      Pattern.compile(
          "CLAUSEBOOK_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_(TCP|UDP).*)?)");

  /** A user, and perhaps a password, before the host. */
  private static final Pattern USER_IN_URL = Pattern.compile("[^/?]*//[^/?]*@.*");

  private final SmallRyeConfig config;

  /**
   * Looks at it.
   *
   * @throws Wrong where there is something to mend
   */
  Configuration(SmallRyeConfig config) {
    this.config = config;
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw new Wrong(faults);
    }
  }

  /** Why nothing is started. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(List<String> sentences) {
      super(String.join("\n", sentences));
    }
  }

  /** Looks where Quarkus will look, before it does: environment, properties and files. */
  static Configuration read() {
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
    return new Configuration(
        files.isEmpty()
            ? first
            : builder.withDefaultValue("smallrye.config.locations", files).build());
  }

  boolean isDatabaseNamed() {
    return value(URL) != null;
  }

  /** How an environment variable for a key is called. */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** What to do about a value. */
  static String sentence(String key, String value, String instead) {
    return "%s (%s) is %s; write %s."
        .formatted(key, variable(key), value.isBlank() ? "empty" : '"' + value + '"', instead);
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>(unknown());
    OF_OTHERS.forEach(
        (key, takes) -> {
          String value = value(key);
          try {
            if (value != null) {
              takes.convert(value);
            }
          } catch (IllegalArgumentException e) {
            String instead = e.getMessage().substring(Setting.INSTEAD.length());
            faults.add(sentence(key, value, instead));
          }
        });
    database().ifPresent(faults::add);
    if (value(DIRECTORY) != null && value(DIRECTORY).isBlank()) {
      faults.add(sentence(DIRECTORY, "", "a directory such as /var/lib/clausebook"));
    }
    issuer().ifPresent(faults::add);
    return faults;
  }

  /** Variables that look like ours and are none; somebody else may mean something by them. */
  static List<String> strangers(Set<String> variables) {
    return unknown(variables.stream().filter(name -> !NEIGHBOUR.matcher(name).matches()));
  }

  /** Keys that nobody reads. The source of variables would guess at keys that they may mean. */
  private List<String> unknown() {
    return unknown(
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
            .filter(source -> !(source instanceof EnvConfigSource))
            .flatMap(source -> source.getPropertyNames().stream()));
  }

  private static List<String> unknown(Stream<String> names) {
    Set<String> known = new TreeSet<>(KEYS);
    for (String key : KEYS) {
      known.add(variable(key));
      known.add(variable(key).toLowerCase(Locale.ROOT));
    }
    return names
        .filter(name -> OURS.matcher(bare(name)).matches() && !known.contains(bare(name)))
        .sorted()
        .distinct()
        .map(
            name ->
                name
                    + " is no key of Clausebook"
                    + Suggestion.nearest(bare(name), known)
                        .map(near -> "; write " + near + ".")
                        .orElse("; leave it out."))
        .toList();
  }

  /** Without the profile that it is for. */
  private static String bare(String name) {
    return name.replaceFirst("^%[^.]+\\.", "");
  }

  /** Never quotes the address, which may hold a password. */
  private Optional<String> database() {
    String url = value(URL);
    if (url == null) {
      return Optional.empty();
    }
    String instead = "jdbc:postgresql://host:5432/clausebook";
    if (url.isBlank()) {
      return Optional.of(sentence(URL, url, instead));
    }
    return USER_IN_URL.matcher(url).matches()
        ? Optional.of(
            "%s (%s) names a user before its host; write %s, and give user and password by %s and %s."
                .formatted(
                    URL,
                    variable(URL),
                    instead,
                    "QUARKUS_DATASOURCE_USERNAME",
                    "QUARKUS_DATASOURCE_PASSWORD"))
        : Optional.empty();
  }

  /** The three that say who vouches for tokens; audiences alone are for those of the command. */
  private Optional<String> issuer() {
    Map<Boolean, List<String>> given =
        Stream.of(ISSUER, ISSUER_KEYS, AUDIENCES)
            .collect(Collectors.partitioningBy(key -> value(key) != null && !value(key).isBlank()));
    return given.get(false).isEmpty()
            || given.get(true).isEmpty()
            || given.get(true).equals(List.of(AUDIENCES))
        ? Optional.empty()
        : Optional.of(
            "%s says who may write only together with %s (%s); write them all, or none."
                .formatted(
                    String.join(" and ", given.get(true)),
                    String.join(" and ", given.get(false)),
                    given.get(false).stream()
                        .map(Configuration::variable)
                        .collect(Collectors.joining(", "))));
  }

  /** As it is once what it refers to is filled in; null where it is not given. */
  private String value(String key) {
    ConfigValue found = config.getConfigValue(key);
    if (found.getValue() == null && found.getRawValue() != null) {
      throw new Wrong(
          List.of(
              "%s (%s) refers to something that is not set; set that too, or write the value itself."
                  .formatted(key, variable(key))));
    }
    return found.getValue();
  }
}

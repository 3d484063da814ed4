package org.clausebook.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clausebook.testsupport.DocumentedKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key that is written down anywhere is one that something reads. */
class ConfigurationKeysTest {

  /** Read before there is a configuration, or by the configuration itself. */
  private static final List<String> EARLY =
      List.of(
          "clausebook.embedded.directory",
          "quarkus.config.locations",
          "quarkus.init-and-exit",
          "smallrye.config.source.file.locations");

  /** Of extensions that leave nothing at run time, so that nothing here knows their keys. */
  private static final List<String> BUILD_ONLY =
      List.of("mp.openapi.", "quarkus.smallrye-openapi.", "quarkus.swagger-ui.");

  /** Key, with {@code *} for each name one may choose, to the phase it is read in. */
  private static final Map<String, String> KEYS = new HashMap<>();

  @BeforeAll
  static void collect() throws IOException {
    EARLY.forEach(key -> KEYS.put(key, "RUN_TIME"));
    ObjectMapper json = new ObjectMapper();
    String model = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    for (URL url :
        Collections.list(ConfigurationKeysTest.class.getClassLoader().getResources(model))) {
      try (InputStream in = url.openStream()) {
        collect(json.readTree(in));
      }
    }
    ownKeys().forEach(key -> KEYS.put(key, "RUN_TIME"));
  }

  private static void collect(JsonNode node) {
    if (node.has("phase") && node.has("path")) {
      put(node.path("path"), node.path("phase").asText());
      node.path("additionalPaths").forEach(path -> put(path, node.path("phase").asText()));
    }
    node.forEach(ConfigurationKeysTest::collect);
  }

  private static void put(JsonNode path, String phase) {
    KEYS.put(path.path("property").asText().replaceAll("\"[^\"]+\"", "*"), phase);
  }

  private static Set<String> ownKeys() {
    Set<String> keys = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().importPath("target/classes/org/clausebook")) {
      if (type.isAnnotatedWith(ConfigMapping.class)) {
        keys.addAll(ConfigMappings.getProperties(ConfigClass.configClass(type.reflect())).keySet());
      }
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void manifestsSetOnlyKeysThatAreReadAtStart(String overlay) throws IOException {
    Manifests manifests = Manifests.of(overlay);
    TreeSet<String> wrong = new TreeSet<>();
    for (JsonNode config : manifests.all("ConfigMap").toList()) {
      for (Map.Entry<String, String> file : Manifests.strings(config.path("data")).entrySet()) {
        if (file.getKey().endsWith(".properties")) {
          Properties properties = new Properties();
          properties.load(new StringReader(file.getValue()));
          properties.stringPropertyNames().stream()
              .filter(key -> !isReadAtStart(key))
              .forEach(wrong::add);
        }
      }
    }
    manifests
        .workloads()
        .filter(workload -> Manifests.name(workload).startsWith("clausebook"))
        .flatMap(workload -> Manifests.each(workload.at("/spec/template/spec/containers/0/env")))
        .map(variable -> variable.path("name").asText())
        .filter(name -> KEYS.keySet().stream().noneMatch(key -> fits(name, key)))
        .forEach(wrong::add);
    assertEquals(new TreeSet<>(), wrong);
  }

  @Test
  void applicationPropertiesHoldOnlyKeysThatExist() throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      properties.load(in);
    }
    TreeSet<String> wrong = new TreeSet<>(properties.stringPropertyNames());
    wrong.removeIf(
        key ->
            BUILD_ONLY.stream().anyMatch(key::startsWith)
                || phase(key.replaceFirst("^%[^.]+\\.", "")) != null);
    assertEquals(new TreeSet<>(), wrong);
  }

  @Test
  void everyKeyOfOursIsDocumentedAndNoOther() throws IOException {
    Set<String> present = ownKeys();
    present.add("clausebook.embedded.directory");
    assertEquals(present, DocumentedKeys.ofOurs());
  }

  @Test
  void misspeltKeyIsCaught() {
    assertEquals(null, phase("quarkus.datasource.jdbc.ulr"));
    assertEquals("RUN_TIME", phase("quarkus.datasource.jdbc.url"));
    assertEquals("RUN_TIME", phase("quarkus.flyway.placeholders.applicationRole"));
  }

  private static boolean isReadAtStart(String key) {
    return "RUN_TIME".equals(phase(key));
  }

  private static String phase(String key) {
    return KEYS.entrySet().stream()
        .filter(known -> key.matches(pattern(known.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String pattern(String key) {
    return Pattern.quote(key).replace("*", "\\E(\"[^\"]+\"|[^.]+)\\Q");
  }

  private static boolean fits(String variable, String key) {
    String pattern =
        Pattern.quote(key.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT))
            .replace("*", "\\E[A-Z0-9_]+\\Q");
    return variable.matches(pattern);
  }
}

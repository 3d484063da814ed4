package org.clausebook.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/** The objects of one overlay. */
record Manifests(List<ObjectNode> objects) {

  private static final YAMLMapper YAML = new YAMLMapper();

  static Manifests of(String overlay) {
    return of(Path.of("k8s", "overlays", overlay));
  }

  /** Renders a directory; a machine without kubectl skips, CI does not. */
  static Manifests of(Path directory) {
    try {
      Path out = Files.createTempFile("manifests", ".yaml");
      Process process =
          new ProcessBuilder("kubectl", "kustomize", directory.toString())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("kubectl kustomize " + directory + " fails");
      }
      List<ObjectNode> objects = new ArrayList<>();
      YAML.readerFor(ObjectNode.class)
          .<ObjectNode>readValues(out.toFile())
          .forEachRemaining(objects::add);
      Files.delete(out);
      return new Manifests(objects);
    } catch (IOException e) {
      if (System.getenv("CI") != null) {
        throw new UncheckedIOException("CI must have kubectl", e);
      }
      Assumptions.abort("kubectl is not installed: the manifests are not checked here");
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Renders an overlay after every file of {@code k8s/} was changed, in a copy. */
  static Manifests of(String overlay, UnaryOperator<String> change, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("k8s"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.createDirectories(copy.resolve(file).getParent());
        Files.writeString(copy.resolve(file), change.apply(Files.readString(file)));
      }
    }
    return of(copy.resolve("k8s/overlays").resolve(overlay));
  }

  Stream<ObjectNode> all(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  /** Objects that make pods, but for the database's operator. */
  Stream<ObjectNode> workloads() {
    return objects.stream().filter(object -> object.at("/spec/template/spec").has("containers"));
  }

  Optional<ObjectNode> find(String kind, String name) {
    return all(kind).filter(object -> name(object).equals(name)).findFirst();
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new TreeMap<>();
    object.properties().forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
    return strings;
  }

  /**
   * What the published schema of Kubernetes says against an object; empty when nothing, or when the
   * kind belongs to somebody else.
   */
  static Optional<String> refusal(ObjectNode object) {
    if (!isKnownToKubernetes(object)) {
      return Optional.empty();
    }
    Class<?> type = type(object);
    try {
      JsonElement json = JsonParser.parseString(object.toString());
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      JSON.deserialize(object.toString(), type);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(name(object) + ": " + e.getCause().getMessage());
    } catch (RuntimeException e) {
      return Optional.of(name(object) + ": " + e.getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no validator", e);
    }
  }

  static boolean isKnownToKubernetes(ObjectNode object) {
    Class<?> type = type(object);
    return type != null && !type.equals(DynamicKubernetesObject.class);
  }

  private static Class<?> type(ObjectNode object) {
    return ModelMapper.getApiTypeClass(
        object.path("apiVersion").asText(), object.path("kind").asText());
  }
}

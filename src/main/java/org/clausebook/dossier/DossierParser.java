package org.clausebook.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.clausebook.http.language.Text;

/**
 * The one way from a written document to a dossier, and back. Bundled files, uploads, single parts
 * and bulk imports are all read here: form first (the published JSON Schema), then the rules
 * between the parts, everything reported at once.
 */
public final class DossierParser {

  private static final ObjectMapper JSON = configure(JsonMapper.builder().build());
  private static final ObjectMapper YAML =
      configure(
          YAMLMapper.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  /** The notations a document may be written in. */
  public enum Notation {
    YAML,
    JSON
  }

  /** Only writers need the schemas: a process that reads what is stored never compiles them. */
  private static final class Forms {
    static final Structure DOSSIER = new Structure("/dossiers/dossier.schema.json");
    static final Structure REFERENCE = new Structure("/dossiers/reference.schema.json");
  }

  private DossierParser() {}

  /**
   * Reads and checks a dossier.
   *
   * @param reference what the dossier's regions, regulations and stakeholders are looked up in
   * @throws InvalidDocument with everything that is wrong, if anything is
   */
  public static Dossier dossier(byte[] document, Notation notation, Reference reference) {
    return dossier(Document.read(document, notation), reference);
  }

  /**
   * Checks a dossier that was read.
   *
   * @throws InvalidDocument with everything that is wrong, if anything is
   */
  public static Dossier dossier(Document document, Reference reference) {
    return read(
        document,
        Forms.DOSSIER,
        Dossier.class,
        (dossier, rules) -> new DossierRules(dossier, reference, rules).check());
  }

  /**
   * Reads and checks the reference.
   *
   * @throws InvalidDocument with everything that is wrong, if anything is
   */
  public static Reference reference(byte[] document, Notation notation) {
    return reference(Document.read(document, notation));
  }

  /**
   * Checks a reference that was read.
   *
   * @throws InvalidDocument with everything that is wrong, if anything is
   */
  public static Reference reference(Document document) {
    return read(
        document,
        Forms.REFERENCE,
        Reference.class,
        (reference, rules) -> new ReferenceRules(reference, rules).check());
  }

  /** The canonical form: the same dossier always gives the same bytes. */
  public static byte[] json(Record document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A dossier can always be written", e);
    }
  }

  public static byte[] yaml(Record document) {
    try {
      return YAML.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A dossier can always be written", e);
    }
  }

  /** Reads back what {@link #json} wrote; it was checked before it was stored. */
  public static <T extends Record> T stored(byte[] json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException("A stored document can always be read", e);
    }
  }

  private static <T extends Record> T read(
      Document document, Structure structure, Class<T> type, BiConsumer<T, Violations> rules) {
    Structure.Findings form = structure.check(document);
    List<Violation> found = new ArrayList<>(form.violations());
    T value = bind(document, type, form.unusable(), found);
    if (value != null) {
      rules.accept(
          value,
          (pointer, message) -> found.add(new Violation(pointer, document.line(pointer), message)));
    }
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Violation::line).thenComparing(Violation::pointer));
      throw InvalidDocument.invalid(found);
    }
    return value;
  }

  /** Binds what is of the right form; what cannot be bound all the same becomes a violation too. */
  private static <T> T bind(
      Document document, Class<T> type, Set<String> unusable, List<Violation> found) {
    while (true) {
      JsonNode rest = Structure.without(document.tree(), unusable);
      try {
        return rest.isObject() ? JSON.treeToValue(rest, type) : null;
      } catch (JsonMappingException e) {
        String pointer =
            e.getPath().stream()
                .map(
                    step ->
                        step.getFieldName() == null
                            ? String.valueOf(step.getIndex())
                            : Document.escape(step.getFieldName()))
                .collect(Collectors.joining("/", "/", ""));
        if (!unusable.add(pointer)) {
          return null;
        }
        found.add(
            new Violation(
                pointer,
                document.line(pointer),
                Text.of(
                    "This value does not exist (a date of the calendar, for example); check it.",
                    "Cette valeur n’existe pas (une date du calendrier, par exemple) ;"
                        + " vérifiez-la.")));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A tree can always be read", e);
      }
    }
  }

  private static <M extends ObjectMapper> M configure(M mapper) {
    mapper
        .registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
        .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    return mapper;
  }

  /** Where rules report to. */
  @FunctionalInterface
  interface Violations {
    void add(String pointer, Text message);
  }
}

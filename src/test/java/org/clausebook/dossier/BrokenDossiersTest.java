package org.clausebook.dossier;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.testsupport.BrokenDossiers;
import org.clausebook.testsupport.BrokenDossiers.Change;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to break a dossier has its own error; the ways are in broken-dossiers/changes.yaml. */
class BrokenDossiersTest {

  private static final Reference REFERENCE = Dossiers.reference();

  static List<Change> changes() {
    return BrokenDossiers.changes();
  }

  @Test
  void unbrokenDossierIsAccepted() {
    assertEquals("lighthouse", Dossiers.lighthouse().deal());
  }

  @Test
  void happeningMayEndInTheMonthItBeganIn() {
    String document =
        Dossiers.LIGHTHOUSE.replace(
            "date: 2024-05\n    until: 2024-07", "date: 2024-05-20\n    until: 2024-05");
    Dossier dossier = DossierParser.dossier(Dossiers.bytes(document), Notation.YAML, REFERENCE);
    assertEquals("2024-05", dossier.timeline().get(0).until().toString());
  }

  @Test
  void whatOneActBeginsAnotherOfTheSameDayMayClarify() {
    String capped =
        """
              - instrument: second-act
                kind: capped
                text: {fr: "Un plafond.", en: "A cap."}
                cites: [notice/n2]
        """;
    String act =
        """
          - id: side-letter
            kind: jointStatement
            date: 2025-06-03
            title: {fr: "Lettre", en: "Letter"}
            summary: {fr: "Elle précise.", en: "It clarifies."}
            binding: false
            cites: [notice/n2]
        """;
    String document =
        Dossiers.LIGHTHOUSE
            .replace("\nevents:\n", act + "\nevents:\n")
            .replace(
                capped,
                capped
                    + capped.replace("second-act", "side-letter").replace("capped", "clarified"));
    Dossier dossier = DossierParser.dossier(Dossiers.bytes(document), Notation.YAML, REFERENCE);
    assertEquals(3, dossier.clause("fee").orElseThrow().effects().size());
  }

  @ParameterizedTest
  @CsvSource({"'\"2026\"', 2027-01-01", "'\"2026\"', 2025-12-31", "2026-11-01, 2026-11-23"})
  void dayByWhichAMilestoneHadHappenedLiesInItsMonthOrYear(String date, String by) {
    String document =
        Dossiers.REFERENCE.replace(
            "date: \"2026\"\n        by: 2026-11-23", "date: " + date + "\n        by: " + by);
    InvalidDocument refusal =
        assertThrows(
            InvalidDocument.class,
            () -> DossierParser.reference(Dossiers.bytes(document), Notation.YAML));
    assertEquals(1, refusal.violations().size(), refusal::toString);
    assertTrue(refusal.violations().get(0).pointer().endsWith("/by"), refusal::toString);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void eachFaultIsReportedWhereItStands(Change change) {
    String document = change.in(Dossiers.LIGHTHOUSE);
    List<Violation> found = violations(document, Notation.YAML);

    Set<String> expected = new TreeSet<>(change.also() == null ? List.of() : change.also());
    expected.add(change.pointer());
    assertEquals(expected, pointers(found), () -> found.toString());
    Violation violation =
        found.stream().filter(each -> each.pointer().equals(change.pointer())).findFirst().get();
    String line = document.lines().toList().get(violation.line() - 1);
    assertAll(
        () -> assertEquals(expected.size(), found.size(), () -> "said twice: " + found),
        () -> assertTrue(line.contains(change.line()), () -> "reported on the line: " + line),
        () -> assertTrue(violation.message().en().contains(change.en()), violation.message()::en),
        () -> assertTrue(violation.message().fr().contains(change.fr()), violation.message()::fr));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void jsonIsReportedLikeYaml(Change change) {
    String yaml = change.in(Dossiers.LIGHTHOUSE);
    String json = Document.read(Dossiers.bytes(yaml), Notation.YAML).tree().toPrettyString();
    assertEquals(said(violations(yaml, Notation.YAML)), said(violations(json, Notation.JSON)));
  }

  /** Whatever is missing, empty or of another kind is refused in words, wherever it stands. */
  @ParameterizedTest
  @ValueSource(strings = {"", "null", "7", "true", "\"\"", "\"x\"", "[]", "[null]", "{}"})
  void nothingThatIsMissingOrOfAnotherKindGoesUnnoticed(String value) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode valid = Document.read(Dossiers.bytes(Dossiers.LIGHTHOUSE), Notation.YAML).tree();
    List<String> pointers = new ArrayList<>();
    collect("", valid, pointers);
    assertTrue(pointers.size() > 300, () -> "places: " + pointers.size());
    for (String pointer : pointers) {
      JsonNode broken = valid.deepCopy();
      JsonNode parent = broken.at(pointer.substring(0, pointer.lastIndexOf('/')));
      String name = pointer.substring(pointer.lastIndexOf('/') + 1);
      JsonNode other = value.isEmpty() ? null : mapper.readTree(value);
      if (parent instanceof ObjectNode object) {
        object.remove(name);
        if (other != null) {
          object.set(name, other);
        }
      } else {
        ((ArrayNode) parent).remove(Integer.parseInt(name));
        if (other != null) {
          ((ArrayNode) parent).insert(Integer.parseInt(name), other);
        }
      }
      try {
        DossierParser.dossier(mapper.writeValueAsBytes(broken), Notation.JSON, REFERENCE);
      } catch (InvalidDocument refused) {
        assertFalse(refused.violations().isEmpty(), pointer);
      } catch (RuntimeException e) {
        throw new AssertionError(pointer + " as " + value, e);
      }
    }
  }

  private static void collect(String pointer, JsonNode node, List<String> pointers) {
    node.properties()
        .forEach(
            each -> {
              pointers.add(pointer + "/" + each.getKey());
              collect(pointer + "/" + each.getKey(), each.getValue(), pointers);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.add(pointer + "/" + i);
      collect(pointer + "/" + i, node.get(i), pointers);
    }
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    String document = Dossiers.LIGHTHOUSE;
    Set<String> expected = new TreeSet<>();
    for (Change change : changes()) {
      // Those that need the same words, or that move what others point at, take turns.
      if (document.contains(change.replace())
          && change.by().lines().count() == change.replace().lines().count()
          && change.also() == null
          && !change.alone()) {
        document = change.in(document);
        expected.add(change.pointer());
      }
    }
    assertTrue(expected.size() >= 25, () -> "too few to be a test: " + expected);
    Set<String> missed = new TreeSet<>(expected);
    missed.removeAll(pointers(violations(document, Notation.YAML)));
    assertEquals(Set.of(), missed);
  }

  @Test
  void errorsComeInTheOrderOfTheDocument() {
    String document = Dossiers.LIGHTHOUSE;
    for (Change change : changes().stream().filter(each -> each.also() == null).toList()) {
      if (document.contains(change.replace())) {
        document = change.in(document);
      }
    }
    List<Integer> lines =
        violations(document, Notation.YAML).stream().map(Violation::line).toList();
    assertEquals(lines.stream().sorted().toList(), lines);
    assertFalse(lines.contains(0));
  }

  private static List<Violation> violations(String document, Notation notation) {
    InvalidDocument refusal =
        assertThrows(
            InvalidDocument.class,
            () -> DossierParser.dossier(Dossiers.bytes(document), notation, REFERENCE));
    assertFalse(refusal.isMalformed());
    return refusal.violations();
  }

  private static Set<String> pointers(List<Violation> violations) {
    return violations.stream()
        .map(Violation::pointer)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without the lines, which differ between notations, and hence without the order. */
  private static List<String> said(List<Violation> violations) {
    List<String> said = new ArrayList<>();
    violations.forEach(each -> said.add(each.pointer() + " " + each.message()));
    said.sort(null);
    return said;
  }
}

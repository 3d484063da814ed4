package org.clausebook.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.http.language.Text;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;

/**
 * The dossiers that come with the application are valid, and nothing in them is lost on the way.
 */
class BundledDossiersTest {

  private static final Reference REFERENCE = Dossiers.reference();
  private static final Dossier DEAL = Dossiers.microsoftOpenAi();

  @Test
  void dealSurvivesYamlAndJson() {
    byte[] yaml = DossierParser.yaml(DEAL);
    byte[] json = DossierParser.json(DEAL);
    assertEquals(DEAL, DossierParser.dossier(yaml, Notation.YAML, REFERENCE));
    assertEquals(DEAL, DossierParser.dossier(json, Notation.JSON, REFERENCE));
    assertEquals(DEAL, DossierParser.stored(json, Dossier.class));
  }

  @Test
  void referenceSurvivesYamlAndJson() {
    byte[] yaml = DossierParser.yaml(REFERENCE);
    byte[] json = DossierParser.json(REFERENCE);
    assertEquals(REFERENCE, DossierParser.reference(yaml, Notation.YAML));
    assertEquals(REFERENCE, DossierParser.reference(json, Notation.JSON));
    assertEquals(REFERENCE, DossierParser.stored(json, Reference.class));
  }

  @Test
  void sameDossierIsAlwaysWrittenAlike() {
    Dossier again = DossierParser.dossier(DossierParser.yaml(DEAL), Notation.YAML, REFERENCE);
    assertArrayEquals(DossierParser.json(DEAL), DossierParser.json(again));
    assertArrayEquals(DossierParser.yaml(DEAL), DossierParser.yaml(again));
  }

  /** Whatever a curator wrote is in the record: no field that the records forgot. */
  @Test
  void nothingWrittenIsForgotten() {
    assertWritten(Dossiers.MICROSOFT_OPENAI, DossierParser.json(DEAL));
    assertWritten(Dossiers.REFERENCE, DossierParser.json(REFERENCE));
  }

  /** Texts that YAML would take for something else, and whatever chance makes of such. */
  @Test
  void everyTextSurvivesYaml() {
    List<String> pieces =
        List.of(
            "- ",
            ": ",
            " #",
            "&a",
            "*a",
            "!t",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            "?",
            "=",
            "<<",
            "~",
            "null",
            "true",
            "no",
            "0x1F",
            "1_000",
            "1e5",
            ".5",
            "+1",
            "0o7",
            "010",
            "2025-10-28",
            "12:30:00",
            "\\",
            "\\n",
            "…",
            "—",
            "« »",
            "\u00a0",
            "é",
            "\ud83d\ude00",
            "\u200d",
            "a",
            " ",
            "...",
            "---",
            "\ufeff",
            "\u2060",
            "\ue000");
    Random random = new Random(20261123);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Text title = new Text(text.toString(), text.reverse().toString());
      Reference written =
          new Reference(
              LocalDate.EPOCH,
              List.of(new Reference.Region("EU", null, title)),
              List.of(),
              List.of(),
              List.of());
      JsonNode read = Document.read(DossierParser.yaml(written), Notation.YAML).tree();
      assertEquals(title.fr(), read.at("/regions/0/name/fr").textValue());
      assertEquals(title.en(), read.at("/regions/0/name/en").textValue());
    }
  }

  private static void assertWritten(String yaml, byte[] json) {
    JsonNode before = Document.read(Dossiers.bytes(yaml), Notation.YAML).tree();
    JsonNode after = Document.read(json, Notation.JSON).tree();
    assertIncluded("", before, after);
  }

  /** Fields in any order; an empty list or group may be left out. */
  private static void assertIncluded(String pointer, JsonNode before, JsonNode after) {
    if (before.isContainerNode() && before.isEmpty() && after.isMissingNode()) {
      return;
    }
    if (before.isObject()) {
      before
          .properties()
          .forEach(
              field ->
                  assertIncluded(
                      pointer + "/" + field.getKey(),
                      field.getValue(),
                      after.path(field.getKey())));
    } else if (before.isArray()) {
      assertEquals(before.size(), after.size(), pointer);
      for (int i = 0; i < before.size(); i++) {
        assertIncluded(pointer + "/" + i, before.get(i), after.get(i));
      }
    } else {
      assertEquals(before, after, pointer);
    }
  }
}

package org.clausebook.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.http.language.Text;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no document at all is refused quickly, with the line, and costs no memory. */
class HostileDocumentsTest {

  private static final Reference REFERENCE = Dossiers.reference();

  static List<Arguments> malformedYaml() {
    return List.of(
        Arguments.of("nothing", "", 1, "empty"),
        Arguments.of("only a comment", "# later\n", 1, "empty"),
        Arguments.of("a quote that is not closed", "deal: \"light\nstatus: x\n", 3, "not YAML"),
        Arguments.of("indentation by tabs", "deal: x\ntitle:\n\tfr: y\n", 3, "not YAML"),
        Arguments.of("a field amid its neighbours", "deal: x\n  status: y\n", 2, "not YAML"),
        Arguments.of("a field given twice", "deal: x\nstatus: y\ndeal: z\n", 3, "given twice"),
        Arguments.of("an anchor", "deal: &a x\n", 1, "not allowed"),
        Arguments.of("an alias", "deal: &a x\nstatus: *a\n", 1, "not allowed"),
        Arguments.of("an alias of nothing", "deal: *a\n", 1, "not allowed"),
        Arguments.of("a list within itself", "deal: &a [*a]\n", 1, "not allowed"),
        Arguments.of("a merge", "deal:\n  <<: &b {x: 1}\n", 2, "not allowed"),
        Arguments.of("a class to construct", "deal: !!java.net.URL [\"x\"]\n", 1, "Tags"),
        Arguments.of("a tag of somebody's own", "deal: !deal x\n", 1, "Tags"),
        Arguments.of("bytes", "deal: !!binary aGVsbG8=\n", 1, "Tags"),
        Arguments.of("a list as name", "? [a, b]\n: c\n", 1, "plain word"),
        Arguments.of("two documents", "deal: x\n---\ndeal: y\n", 3, "second document"),
        Arguments.of("forty digits", "deal: " + "7".repeat(40) + "\n", 1, "plain digits"),
        Arguments.of("a control character", "deal: x\nstatus: \u0007y\n", 2, "U+0007"),
        Arguments.of("no character", "deal: x\nstatus: \uffff\n", 2, "U+FFFF"),
        Arguments.of("NUL", "deal: x\nstatus: y\u0000\n", 2, "U+0000"),
        Arguments.of("DEL", "deal: \u007fx\n", 1, "U+007F"),
        Arguments.of("half a character", "deal: x\nstatus: \"\\ud800\"\n", 2, "half of"),
        Arguments.of("nested without end", "[".repeat(10_000), 1, "nested deeper"),
        Arguments.of("an anchor of a name", "&a deal: x\n", 1, "not allowed"),
        Arguments.of("a tag of a name", "!deal deal: x\n", 1, "Tags"),
        Arguments.of("a text without end", "deal:\n" + " x\n".repeat(200_000), 2, "longer than"),
        Arguments.of("a line without end", "deal: x\n" + "x".repeat(20_001), 2, "characters"),
        Arguments.of("entries without end", "- a\n".repeat(200_000), 100_000, "more than 100000"),
        Arguments.of("laughs by the billion", laughs(), 1, "not allowed"));
  }

  static List<Arguments> malformedJson() {
    return List.of(
        Arguments.of("nothing", " ", 1, "empty"),
        Arguments.of("a comma too many", "{\"deal\": 1,\n}", 2, "not JSON"),
        Arguments.of("a comment", "{\n// later\n\"deal\": 1}", 2, "not JSON"),
        Arguments.of("no end", "{\"deal\": [1, 2", 1, "not JSON"),
        Arguments.of("more after the end", "{}\n{}", 2, "follows the end"),
        Arguments.of("a field given twice", "{\"deal\": 1,\n\"deal\": 2}", 2, "not JSON"),
        Arguments.of("no number at all", "{\"deal\": NaN}", 1, "not JSON"),
        Arguments.of("an exponent", "{\"deal\":\n1e999999999}", 2, "without exponent"),
        Arguments.of("forty digits", "{\"deal\": " + "7".repeat(40) + "}", 1, "plain digits"),
        Arguments.of("two thousand digits", "[" + "7".repeat(2000) + "]", 0, "longer than"),
        Arguments.of("half a character", "{\"deal\": \"\\udc00\"}", 1, "half of"),
        Arguments.of("half a name", "{\"\\ud800\": 1}", 1, "half of"),
        Arguments.of("nested without end", "[".repeat(10_000), 0, "nested deeper"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedYaml")
  void malformedYamlIsRefusedWithItsLine(String what, String document, int line, String en) {
    assertMalformed(Dossiers.bytes(document), Notation.YAML, line, en);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedJson")
  void malformedJsonIsRefusedWithItsLine(String what, String document, int line, String en) {
    assertMalformed(Dossiers.bytes(document), Notation.JSON, line, en);
  }

  @Test
  void otherEncodingsAreRefused() {
    for (Notation notation : Notation.values()) {
      assertMalformed("deal: é".getBytes(StandardCharsets.ISO_8859_1), notation, 0, "not UTF-8");
      assertMalformed("{}".getBytes(StandardCharsets.UTF_16), notation, 0, "not UTF-8");
      assertMalformed("{}".getBytes(StandardCharsets.UTF_16BE), notation, 1, "U+0000");
    }
  }

  @Test
  void documentOverTheLimitIsRefusedUnread() {
    byte[] large = new byte[Document.MAX_LENGTH + 1];
    for (Notation notation : Notation.values()) {
      assertMalformed(large, notation, 0, "larger than");
    }
  }

  @Test
  void byteOrderMarkIsPassedOver() {
    assertEquals(Dossiers.lighthouse(), accepted("\ufeff" + Dossiers.LIGHTHOUSE));
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertEquals(Dossiers.lighthouse(), accepted(Dossiers.LIGHTHOUSE.replace("\n", "\r\n")));
  }

  @Test
  void wordsThatYamlTakesForValuesStayWords() {
    String yaml = Dossiers.LIGHTHOUSE.replace("via: Example Gazette", "via: no");
    assertEquals(Text.same("no"), accepted(yaml).sources().get(0).statements().get(1).via());
  }

  @Test
  void zerosAfterThePointAreTheSameNumber() {
    String yaml = Dossiers.LIGHTHOUSE.replace("percent: 12.5", "percent: 12.500");
    assertEquals(Dossiers.lighthouse(), accepted(yaml));
    String round = Dossiers.LIGHTHOUSE.replace("percent: 10,", "percent: 10.00,");
    assertEquals(
        new BigDecimal("10"),
        accepted(round).stakeholders().get(0).holdings().get(1).share().percent());
  }

  private static Dossier accepted(String yaml) {
    return DossierParser.dossier(Dossiers.bytes(yaml), Notation.YAML, REFERENCE);
  }

  private static void assertMalformed(byte[] document, Notation notation, int line, String en) {
    InvalidDocument refusal =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () ->
                assertThrows(
                    InvalidDocument.class,
                    () -> DossierParser.dossier(document, notation, REFERENCE)));
    assertTrue(refusal.isMalformed(), refusal::getMessage);
    Violation violation = refusal.violations().get(0);
    assertTrue(violation.message().en().contains(en), violation::toString);
    assertFalse(violation.message().fr().isBlank());
    assertEquals(line, violation.line(), violation::toString);
  }

  private static String laughs() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return yaml.toString();
  }
}

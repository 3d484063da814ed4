package org.clausebook.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.http.language.Text;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second act of the fictional deal is silent on hosting; two more come in 2026. */
class SentencesTest {

  private static final String ACTS =
      instrument("third-act", "2026-03-01") + instrument("fourth-act", "2026-07-04");

  @Test
  void whatIsSpokenOfAgainIsNotCalledUnknown() {
    Dossier deal = deal(Dossiers.LIGHTHOUSE, effect("third-act", "clarified"));
    for (Span span : bothWays(deal, "2026-01-01", "2027-01-01")) {
      assertEquals(Span.Outcome.unchanged, span.outcome());
      assertEquals(
          "Hosting: unchanged, and once more known to hold; clarified on 1 March 2026.",
          Sentences.held(span).en());
      assertEquals("second-act", span.silentInstrument());
    }
  }

  @Test
  void silenceOnTheLaterDayStaysUnknown() {
    for (Span span : bothWays(deal(Dossiers.LIGHTHOUSE, ""), "2025-06-02", "2027-01-01")) {
      assertEquals(Span.Outcome.unknown, span.outcome());
      assertTrue(Sentences.held(span).en().contains("nothing published says"));
    }
  }

  @Test
  void aTermThatCameAndWentInBetweenIsAChange() {
    String terms =
        """
              - from: 2026-03-01
                until: 2026-07-04
                introducedBy: third-act
                text: {fr: "De nouveau.", en: "Again."}
                cites: [notice/n1]
            effects:
        """;
    int hosting = Dossiers.LIGHTHOUSE.indexOf("  - id: hosting");
    String document =
        Dossiers.LIGHTHOUSE.substring(0, hosting).replace("    silentOn: [hosting]\n", "")
            + Dossiers.LIGHTHOUSE
                .substring(hosting)
                .replaceFirst("from: 2024-05-02\n", "from: 2024-05-02\n        until: 2025-06-03\n")
                .replaceFirst("    effects:\n", terms);
    Dossier deal =
        deal(
            document,
            effect("second-act", "removed")
                + effect("third-act", "revived")
                + effect("fourth-act", "removed"));
    for (Span span : bothWays(deal, "2026-01-01", "2027-01-01")) {
      assertEquals(Span.Outcome.changed, span.outcome());
      assertEquals(
          "Hosting: revived on 1 March 2026 (By third-act);"
              + " removed on 4 July 2026 (By fourth-act); no term holds any more.",
          Sentences.change(span).en());
    }
  }

  /** Only a word that begins no name is written small within the sentence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Les droits baissent. | les droits baissent | The dues are lower. | the dues are lower",
        "L’acte la fixe. | l’acte la fixe | A cap is set. | a cap is set",
        "Azure l’héberge. | Azure l’héberge | Azure hosts it. | Azure hosts it",
        "AGI y met fin. | AGI y met fin | AGI ends it. | AGI ends it"
      })
  void sentenceWithinAnotherKeepsTheCapitalsOfNames(
      String fr, String smallFr, String en, String smallEn) {
    assertEquals(new Text(smallFr, smallEn), Sentences.asAPart(new Text(fr, en)));
  }

  private static Span[] bothWays(Dossier deal, String one, String other) {
    Dossier.Clause hosting = deal.clause("hosting").orElseThrow();
    LocalDate earlier = LocalDate.parse(one);
    LocalDate later = LocalDate.parse(other);
    return new Span[] {
      Span.of(deal, hosting, earlier, later), Span.of(deal, hosting, later, earlier)
    };
  }

  /** The deal with two more instruments, and with more effects on hosting. */
  private static Dossier deal(String document, String effects) {
    String born = "text: {fr: \"Elle naît.\", en: \"It is born.\"}\n        cites: [notice/n1]\n";
    return DossierParser.dossier(
        Dossiers.bytes(
            document.replace("\nevents:\n", ACTS + "\nevents:\n").replace(born, born + effects)),
        Notation.YAML,
        Dossiers.reference());
  }

  private static String instrument(String id, String date) {
    return """
      - id: %1$s
        kind: amendment
        date: %2$s
        title: {fr: "Acte", en: "Act"}
        summary: {fr: "Il agit.", en: "It acts."}
        binding: true
        cites: [notice/n1]
    """
        .formatted(id, date);
  }

  private static String effect(String instrument, String kind) {
    return """
          - instrument: %1$s
            kind: %2$s
            text: {fr: "Par %1$s.", en: "By %1$s."}
            cites: [notice/n1]
    """
        .formatted(instrument, kind);
  }
}

package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.FictionalDeal;
import org.clausebook.testsupport.RawHttp;
import org.clausebook.testsupport.RawHttp.Answer;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a change was made, however a client manages to put that into a header field. */
@ClausebookTest
class NoteTest {

  private static final String FRENCH = "L’avenant d’été : « réécrit » à 50 %, œuvre de Noël";

  @Test
  void frenchInUtf8IsKept() {
    assertEquals(FRENCH, kept(FRENCH.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void frenchInLatin1IsKept() {
    String note = "Été à Noël, 50 %";
    assertEquals(note, kept(note.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void frenchInPercentSignsIsKept() {
    String encoded = URLEncoder.encode(FRENCH, StandardCharsets.UTF_8).replace("+", "%20");
    assertEquals(FRENCH, kept(encoded.getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @CsvSource({
    "50% of it, 50% of it",
    "100% %zz, 100% %zz",
    "a+b, a+b",
    "%C3%A9+%C3%A9, é+é",
    "%E9, %E9",
    "%25, %"
  })
  void whatIsNotEncodedStaysAsItIs(String sent, String kept) {
    assertEquals(kept, kept(sent.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void noteOfFiveHundredCharactersIsTheLongest() {
    assertEquals("é".repeat(500), kept("é".repeat(500).getBytes(StandardCharsets.UTF_8)));
    refused("é".repeat(501).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void emptyAndUnreadableNotesAreRefused() {
    for (String note :
        List.of("", "   ", "%20%20", "%0A", "a%0Ab", "a%00b", "a%1Bb", "a%C2%85b", "a\tb")) {
      refused(note.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String kept(byte[] note) {
    try (FictionalDeal deal = new FictionalDeal()) {
      Answer answer = send(deal, note);
      assertEquals(201, answer.status(), answer::text);
      return given().get(deal.address() + "/revisions/1").jsonPath().getString("change.note");
    }
  }

  private static void refused(byte[] note) {
    try (FictionalDeal deal = new FictionalDeal()) {
      Answer answer = send(deal, note);
      assertEquals(400, answer.status(), answer::text);
      assertTrue(answer.text().contains("Clausebook-Note"), answer::text);
    }
  }

  private static Answer send(FictionalDeal deal, byte[] note) {
    byte[] body = deal.document(1);
    String head =
        "PUT "
            + deal.dossier()
            + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\nIf-None-Match: *\r\n"
            + "Content-Type: application/yaml\r\nAuthorization: Bearer "
            + TestIssuer.token("curator")
            + "\r\nContent-Length: "
            + body.length
            + "\r\nClausebook-Note: ";
    return RawHttp.send(
        head.getBytes(StandardCharsets.US_ASCII),
        note,
        "\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        body);
  }
}

package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.PublicationListener;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.revision.RecordClock;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.CopiedDeal;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ClausebookTest
class BulkImportTest {

  private static final Authorship TEST =
      new Authorship("test", "test", "test", "For a test", ChangeKind.editorial);

  @Inject BulkImport bulk;
  @Inject RecordClock clock;
  @Inject PublicationListener listener;
  @Inject Publisher publisher;
  @Inject EntityManager entities;

  @TempDir Path directory;

  @Test
  void everyLineBecomesARevisionAndAnotherRunFindsNothingToDo() throws IOException {
    Path file = file(lines("whole", 3));
    long before = clock.dataset();
    assertEquals(3, bulk.publish(file, "Many at once"));
    assertEquals(before + 3, clock.dataset());
    listener.lookNow();
    given().get("/v1/deals/whole-3").then().statusCode(200).body("title", equalTo("Copy 3"));
    assertEquals(3, bulk.publish(file, "Many at once"));
    assertEquals(before + 3, clock.dataset());
  }

  @Test
  void blankLinesHoldNothingAndCountAsLines() throws IOException {
    List<String> lines = lines("spaced", 2);
    Path file = file(List.of(lines.get(0), "", lines.get(1), " ", ""));
    long before = clock.dataset();
    assertEquals(2, bulk.publish(file, "Many at once"));
    assertEquals(2, bulk.publish(file, "Many at once"));
    assertEquals(before + 2, clock.dataset());
    Path broken = file(List.of("", lines.get(0), "", "{\"deal\": }"));
    BulkImport.RefusedLine refused =
        assertThrows(BulkImport.RefusedLine.class, () -> bulk.publish(broken, "Many at once"));
    assertTrue(
        refused.getMessage().startsWith("line 4:\n  the document: This is not JSON"),
        refused.getMessage());
  }

  /** More lines than one transaction holds, so that it stops in the midst of the second. */
  @Test
  void whatStoodBeforeARefusedLineIsPublishedOnceHoweverOftenItIsRun() throws IOException {
    List<String> lines = lines("stopped", BulkImport.TOGETHER + 10);
    int broken = BulkImport.TOGETHER + 5;
    lines.set(broken - 1, "{\"deal\":\"stopped-" + broken + "\"}");
    Path file = file(lines);
    long before = clock.dataset();
    for (int run = 0; run < 2; run++) {
      BulkImport.RefusedLine refused =
          assertThrows(BulkImport.RefusedLine.class, () -> bulk.publish(file, "Many at once"));
      assertTrue(refused.getMessage().startsWith("line " + broken + ":"), refused.getMessage());
      assertEquals(before + broken - 1, clock.dataset());
    }
  }

  @Test
  void sourceOfAnotherDossierIsRefusedAndTheLinesBeforeItStand() throws IOException {
    List<String> lines = lines("resumed", 60);
    // A source of the 58th belongs to the first: found out only while publishing.
    lines.set(57, lines.get(57).replace("resumed-58-notice", "resumed-1-notice"));
    Path file = file(lines);
    long before = clock.dataset();
    BulkImport.RefusedLine refused =
        assertThrows(BulkImport.RefusedLine.class, () -> bulk.publish(file, "Many at once"));
    assertTrue(refused.getMessage().startsWith("line 58:"), refused.getMessage());
    assertEquals(before + 57, clock.dataset());
  }

  /** Whoever reads ahead reads against the reference of that moment. */
  @Test
  void linesReadBeforeTheReferenceChangedAreHeldAgainstTheNewOne() throws Exception {
    Path file = file(lines("overtaken", 2));
    Record lacking =
        DossierParser.reference(
            Dossiers.bytes(
                Dossiers.REFERENCE.replace("- id: microsoft\n", "- id: microsoft-renamed\n")),
            Notation.YAML);
    ExecutorService importer = Executors.newSingleThreadExecutor();
    try {
      Future<BulkImport.RefusedLine> refused =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    publisher.enterInOrder();
                    Future<BulkImport.RefusedLine> importing =
                        importer.submit(
                            () ->
                                assertThrows(
                                    BulkImport.RefusedLine.class,
                                    () -> bulk.publish(file, "Many at once")));
                    awaitSomebodyInLine();
                    publisher.publish("reference", lacking, TEST);
                    return importing;
                  });
      assertTrue(refused.get().getMessage().contains("'microsoft'"), refused.get().getMessage());
    } finally {
      importer.shutdownNow();
      publisher.publish("reference", Dossiers.reference(), TEST);
    }
    listener.lookNow();
    given().get("/v1/deals/overtaken-1").then().statusCode(404);
  }

  private void awaitSomebodyInLine() throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      Number waiting =
          (Number)
              entities
                  .createNativeQuery(
                      "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                  .getSingleResult();
      if (waiting.intValue() > 0) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("The import does not get as far as publishing");
  }

  private static List<String> lines(String slug, int count) {
    Dossier original = Dossiers.lighthouse();
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lines.add(
          new String(
              DossierParser.json(CopiedDeal.of(original, slug + "-" + i, i)),
              StandardCharsets.UTF_8));
    }
    return lines;
  }

  private Path file(List<String> lines) throws IOException {
    return Files.write(directory.resolve("deals.ndjson"), lines);
  }
}

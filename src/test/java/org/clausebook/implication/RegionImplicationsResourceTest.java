package org.clausebook.implication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clausebook.dossier.Dossier;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Editions;
import org.clausebook.revision.PublicationListener;
import org.clausebook.revision.Publisher;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.CopiedDeal;
import org.clausebook.testsupport.Statements;
import org.junit.jupiter.api.Test;

@ClausebookTest
class RegionImplicationsResourceTest {

  private static final String FRANCE = "/v1/regions/FR/implications";

  @Inject Editions editions;
  @Inject Publisher publisher;
  @Inject PublicationListener listener;

  @Test
  void franceHasItsOwnFirstAndThenWhatItInherits() {
    List<String> regions =
        read(FRANCE + "?limit=100")
            .body("items.find { it.region == 'EU' }.inherited", equalTo(true))
            .body("items.find { it.region == 'FR' }.inherited", equalTo(false))
            .body("items.deal", hasItem("microsoft-openai"))
            .body("items.revision", everyItem(greaterThan(0)))
            .extract()
            .path("items.region");
    assertEquals(List.of("FR", "EU", "WORLD"), regions.stream().distinct().toList());
    read(FRANCE + "?inherited=false&limit=100").body("items.region", everyItem(equalTo("FR")));
  }

  @Test
  void itSaysTheSameAsTheDealDoes() {
    List<Object> ofTheDeal =
        read("/v1/deals/microsoft-openai/implications?region=FR&limit=100")
            .extract()
            .path("items.id");
    List<Map<String, Object>> ofTheRegion = read(FRANCE + "?limit=100").extract().path("items");
    assertEquals(
        ofTheDeal,
        ofTheRegion.stream()
            .filter(each -> each.get("deal").equals("microsoft-openai"))
            .map(each -> each.get("id"))
            .toList());
  }

  @Test
  void filtersAndEvidenceWorkAcrossDeals() {
    read(FRANCE + "?nature=obligation&limit=100")
        .body("items.nature", everyItem(equalTo("obligation")));
    read(FRANCE + "?stakeholder=french-startups&regulation=data-act&limit=100")
        .body("items.id", hasItem("french-startups-may-gain-access-and-competition"));
    // As it was, and as it is: revisions that were replaced since are not counted.
    for (String record : List.of("&dataset=2", "")) {
      String path = FRANCE + "?limit=100" + record;
      int all = read(path).extract().path("items.size()");
      for (String policy : List.of("primary", "quoted", "secondary", "any")) {
        ValidatableResponse admitted = read(path + "&evidence=" + policy);
        int items = admitted.extract().path("items.size()");
        admitted.body("hidden", equalTo(all - items));
      }
    }
  }

  /** A walk sees one state of the record, whatever is published meanwhile. */
  @Test
  void aWalkMeetsEveryImplicationOnce() {
    ValidatableResponse page = read(FRANCE + "?limit=3");
    String pinned = page.extract().path("links.citeAs");
    byte[] first = page.extract().asByteArray();
    Dossier original = editions.deal("microsoft-openai", new Clocks()).dossier();
    publisher.publish(
        "walked-deal",
        CopiedDeal.of(original, "walked-deal", 1),
        new Publisher.Authorship("test", "test", "test", "During a walk", ChangeKind.editorial));
    List<Object> met = new ArrayList<>();
    while (true) {
      met.addAll(page.extract().<List<Object>>path("items.collect { it.deal + '/' + it.id }"));
      String next = page.extract().path("page.next");
      if (next == null) {
        break;
      }
      page = read(next.substring(next.indexOf("/v1/")));
    }
    assertEquals(met.size(), met.stream().distinct().count());
    assertEquals(0, met.stream().filter(each -> each.toString().startsWith("walked")).count());
    byte[] again = read(pinned.substring(pinned.indexOf("/v1/"))).extract().asByteArray();
    assertEquals(itemsOf(first), itemsOf(again));
    assertArrayEquals(
        again, read(pinned.substring(pinned.indexOf("/v1/"))).extract().asByteArray());
    read(FRANCE + "?limit=100").body("items.deal", hasItem("walked-deal"));
  }

  /**
   * Asked of the database, not deal by deal; what was read of a revision need not be read again.
   */
  @Test
  void theNumberOfStatementsDoesNotGrowWithTheDeals() {
    statements();
    long before = statements();
    Dossier original = editions.deal("microsoft-openai", new Clocks()).dossier();
    for (String slug : List.of("counted-one", "counted-two", "counted-three")) {
      publisher.publish(
          slug,
          CopiedDeal.of(original, slug, 1),
          new Publisher.Authorship("test", "test", "test", "To count", ChangeKind.editorial));
    }
    // What is heard of a publication later makes its reader look once more.
    listener.lookNow();
    long unread = statements();
    long after = statements();
    assertEquals(before, after);
    assertTrue(unread <= before + 1, unread + " statements where there were " + before);
  }

  private long statements() {
    return Statements.behind(FRANCE + "?limit=100");
  }

  @Test
  void unknownRegionIsNotFound() {
    given().get("/v1/regions/XX/implications").then().statusCode(404);
    read("/v1/regions/JP/implications?inherited=false").body("items", hasSize(0));
  }

  private static Object itemsOf(byte[] answer) {
    return Objects.requireNonNull(
        new io.restassured.path.json.JsonPath(new String(answer, StandardCharsets.UTF_8))
            .get("items"));
  }

  private static ValidatableResponse read(String address) {
    return given().urlEncodingEnabled(false).get(address).then().statusCode(200);
  }
}

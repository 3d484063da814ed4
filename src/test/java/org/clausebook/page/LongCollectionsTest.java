package org.clausebook.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FictionalDeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Collections of more than the hundred items that the API gives at once. The record has them to
 * itself: the reference cannot be withdrawn.
 */
@ClausebookTest
@TestProfile(LongCollectionsTest.RecordOfItsOwn.class)
class LongCollectionsTest {

  public static class RecordOfItsOwn implements QuarkusTestProfile {}

  private static final String LAW =
      """
        - id: zz-law-%1$d
          kind: law
          name: {fr: "Loi no. %1$d", en: "Act no. %1$d"}
          title: {fr: "La loi no. %1$d", en: "The act no. %1$d"}
          summary: {fr: "Elle règle.", en: "It rules."}
          region: FR
          identifiers: {}
          milestones:
            - id: adoption
              date: 2001-01-01
              text: {fr: "Elle est votée.", en: "It is passed."}
              cites: [legifrance-jorftext000000886460/law]
            - id: application
              date: %2$d-01-01
              text: {fr: "La loi no. %1$d s’applique.", en: "Act no. %1$d applies."}
              cites: [legifrance-jorftext000000886460/law]
          cites: [legifrance-jorftext000000886460/law]
      """;

  private static final String UNKNOWN =
      """
        - id: unknown-%1$d
          missing: cap
          reason: notPublished
          title: {fr: "Inconnue no. %1$d", en: "Unknown no. %1$d"}
          text: {fr: "Elle n’est pas publiée.", en: "It is not published."}
          terms: [fee/2025-06-03]
          sourcesRead: [%2$s-notice]
      """;

  private final FictionalDeal deal = new FictionalDeal();

  @BeforeEach
  void publish() {
    String tag = given().accept("application/yaml").get("/v1/reference/dossier").header("ETag");
    FictionalDeal.as("curator")
        .header("If-Match", tag)
        .body(
            Dossiers.bytes(
                Dossiers.REFERENCE + many(99, i -> LAW.formatted(i, i == 99 ? 2090 : 2002))))
        .put("/v1/reference/dossier")
        .then()
        .body("errors", nullValue())
        .statusCode(200);
    String links =
        many(
            99,
            i ->
                "      - {regulation: zz-law-%d, basis: editorial, reason: {fr: \"Oui.\", en: \"Yes.\"}}\n"
                    .formatted(i));
    String unknowns = many(101, i -> UNKNOWN.formatted(i, deal.slug));
    deal.create(
            deal.text(1)
                .replace("    regulations:\n", "    regulations:\n" + links)
                .replace("unknowns:\n", "unknowns:\n" + unknowns))
        .then()
        .body("errors", nullValue())
        .statusCode(201);
  }

  private static String many(int number, IntFunction<String> each) {
    return IntStream.rangeClosed(1, number).mapToObj(each).collect(Collectors.joining());
  }

  @Test
  void milestonesToComeAndLawsAreShownHoweverManyThereAre() {
    String europe = view(View.europe);
    assertTrue(europe.contains("Act no. 99 applies."), "the one milestone to come is the last");
    assertTrue(europe.contains("<li id=\"zz-law-99\">"), "the law is the last");
  }

  @Test
  void unknownsAreShownHoweverManyThereAre() {
    assertTrue(view(View.article).contains("Unknown no. 101<"));
  }

  private String view(View view) {
    return given()
        .get("/?lang=en&deal=" + deal.slug + "&view=" + view)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}

package org.clausebook.source;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.dossier.Reference;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client's evidence policy leaves is worked out here anew from the dossier. */
@ClausebookTest
class EvidencePolicyTest {

  private static final String DEAL = "/v1/deals/microsoft-openai";
  private static final Dossier DOSSIER = Dossiers.microsoftOpenAi();
  private static final Reference REFERENCE = Dossiers.reference();
  private static final List<String> DAYS =
      List.of("2019-07-22", "2023-01-23", "2025-01-21", "2025-10-28", "2026-04-27", "2026-11-23");

  /** The link is told from both its ends, whatever cites. */
  @Test
  void statementsSupportTheUnknownsThatCiteThem() {
    for (Dossier.Unknown unknown : DOSSIER.unknowns()) {
      for (String cited : unknown.cites()) {
        String[] parts = cited.split("/");
        given()
            .get("/v1/sources/" + parts[0] + "/statements?limit=100")
            .then()
            .body(
                "items.find { it.id == '%s' }.supports.findAll { it.kind == 'unknown' }.id"
                    .formatted(parts[1]),
                hasItem(unknown.id()));
      }
    }
  }

  @Test
  void whoeverReproducesAStatementIsNamedInTheLanguageOfTheAnswer() {
    String statements = "/v1/sources/microsoft-2023-01-23/statements?lang=";
    given().get(statements + "fr").then().body("items[0].via", equalTo("TweakTown, janvier 2023"));
    given().get(statements + "en").then().body("items[0].via", equalTo("TweakTown, January 2023"));
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void instrumentsAndWhatTheyDoAreHiddenAndCounted(EvidencePolicy policy) {
    JsonPath all = given().get(DEAL + "/instruments?limit=100").jsonPath();
    JsonPath left = given().get(DEAL + "/instruments?limit=100&evidence=" + policy).jsonPath();
    List<Map<String, Object>> served = left.getList("items");
    for (Map<String, Object> each : served) {
      assertOnlyAdmitted(each, policy);
    }
    int hidden = all.getList("items").size() - served.size();
    for (Map<String, Object> each : served) {
      hidden +=
          all.getList("items.find { it.id == '" + each.get("id") + "' }.changes").size()
              - ((List<?>) each.get("changes")).size();
    }
    assertEquals(hidden, left.getInt("hidden"));
    assertTrue(policy != EvidencePolicy.any || hidden == 0);
    assertTrue(policy != EvidencePolicy.primary || hidden > 0);
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void clausesHideWhatIsTooWeakAndCountItAndServeNothingOlder(EvidencePolicy policy) {
    for (String day : DAYS) {
      List<Map<String, Object>> all = clauses(day, EvidencePolicy.any).getList("items");
      JsonPath answer = clauses(day, policy);
      List<Map<String, Object>> left = answer.getList("items");
      assertEquals(all.size(), left.size());
      int hidden = 0;
      for (int i = 0; i < all.size(); i++) {
        Map<?, ?> term = (Map<?, ?>) all.get(i).get("term");
        boolean admitted = term != null && isAdmitted(term, policy);
        hidden += term != null && !admitted ? 1 : 0;
        assertEquals(all.get(i).get("status"), left.get(i).get("status"));
        assertEquals(term != null && !admitted, left.get(i).get("isHidden"));
        Map<?, ?> served = (Map<?, ?>) left.get(i).get("term");
        assertEquals(
            admitted ? term.get("from") : null, served == null ? null : served.get("from"));
        if (served != null) {
          assertOnlyAdmitted(served, policy);
        }
      }
      assertEquals(hidden, answer.getInt("hidden"), day + " " + policy);
    }
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void aClauseHidesTermsAndEffectsOfItsHistory(EvidencePolicy policy) {
    for (Dossier.Clause clause : DOSSIER.clauses()) {
      JsonPath answer = read("/clauses/" + clause.id() + "?asOf=2026-11-23&evidence=" + policy);
      List<String> terms =
          clause.terms().stream()
              .filter(term -> isAdmitted(term.cites(), policy))
              .map(term -> term.from().toString())
              .toList();
      assertEquals(terms, answer.getList("history.from"), clause.id());
      int effects =
          clause.effects().stream()
              .filter(effect -> isAdmitted(effect.cites(), policy))
              .toList()
              .size();
      assertEquals(effects, answer.getList("effects").size(), clause.id());
      assertEquals(
          clause.terms().size() + clause.effects().size() - terms.size() - effects,
          answer.getInt("hidden"),
          clause.id());
    }
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void stakeholdersHideThemselvesTheirHoldingsAndFacts(EvidencePolicy policy) {
    JsonPath answer = read("/stakeholders?limit=100&asOf=2025-10-28&evidence=" + policy);
    List<String> left = new ArrayList<>();
    int hidden = 0;
    for (Dossier.Stakeholder each : DOSSIER.stakeholders()) {
      List<Dossier.Fact> facts = each.facts();
      List<Dossier.Holding> holdings =
          each.holdings().stream().filter(held -> holdsOn(held, "2025-10-28")).toList();
      boolean isConcerned = isAdmitted(each.cites(), policy);
      int factsLeft =
          facts.stream().filter(fact -> isAdmitted(fact.cites(), policy)).toList().size();
      int holdingsLeft =
          holdings.stream().filter(held -> isAdmitted(held.cites(), policy)).toList().size();
      hidden += facts.size() - factsLeft + holdings.size() - holdingsLeft + (isConcerned ? 0 : 1);
      if (isConcerned || factsLeft + holdingsLeft > 0) {
        String item = "items[" + left.size() + "].";
        left.add(each.stakeholder());
        assertEquals(isConcerned, answer.get(item + "concern") != null);
        assertEquals(factsLeft, answer.getList(item + "facts").size());
        assertEquals(holdingsLeft, answer.getList(item + "holdings").size());
      }
    }
    assertEquals(left, answer.getList("items.id"));
    assertEquals(hidden, answer.getInt("hidden"));
  }

  /** Its concern rests on what others reproduce, its share on its own filing. */
  @Test
  void whatIsAdmittedOfAStakeholderIsServedWithoutItsConcern() {
    String address = DEAL + "/stakeholders/microsoft?lang=en&evidence=primary";
    given()
        .get(address)
        .then()
        .statusCode(200)
        .body("concern", nullValue())
        .body("citations", empty())
        .body("facts.text", hasItem("The share of OpenAI is about 27%, as converted and diluted."));
    given()
        .get(DEAL + "/stakeholders?limit=100&evidence=primary")
        .then()
        .body("items.id", hasItem("microsoft"));
  }

  /** Asked of one deal or of all, the same implications are hidden. */
  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void aDealHidesAsManyImplicationsAsItsRegionDoes(EvidencePolicy policy) {
    int across =
        given().get("/v1/regions/FR/implications?evidence=" + policy).jsonPath().getInt("hidden");
    assertEquals(across, read("/implications?region=FR&evidence=" + policy).getInt("hidden"));
  }

  private static boolean holdsOn(Dossier.Holding holding, String day) {
    return holding.from().toString().compareTo(day) <= 0
        && (holding.until() == null || holding.until().toString().compareTo(day) > 0);
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void implicationsAreHiddenWithTheirLinks(EvidencePolicy policy) {
    JsonPath answer = read("/implications?limit=100&evidence=" + policy);
    assertEquals(
        DOSSIER.implications().stream()
            .filter(each -> isAdmitted(each.cites(), policy))
            .map(Dossier.Implication::id)
            .toList(),
        answer.getList("items.id"));
    if (policy == EvidencePolicy.primary) {
      assertTrue(answer.getInt("hidden") > 0);
    }
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void theTimelineIsHiddenEntryByEntry(EvidencePolicy policy) {
    List<Map<String, Object>> all = timeline(EvidencePolicy.any).getList("items");
    List<Object> left =
        all.stream()
            .filter(each -> isAdmitted(each, policy))
            .<Object>map(each -> each.get("id"))
            .toList();
    JsonPath answer = timeline(policy);
    assertEquals(left, answer.getList("items.id"));
    assertEquals(all.size() - left.size(), answer.getInt("hidden"));
  }

  /** The article attaches the value of the stake to the company: both are served, none chosen. */
  @Test
  void whatIsContradictedIsServedWholeWhileBothAreAdmitted() {
    for (String policy : List.of("any", "secondary")) {
      given()
          .get(DEAL + "/clauses/equity-stake?asOf=2025-10-28&evidence=" + policy)
          .then()
          .body("conflict", equalTo(true))
          .body("term.from", equalTo("2025-10-28"))
          .body("disputedBy.statement", hasItems("s08", "s30"));
      given()
          .get(DEAL + "/stakeholders?limit=100&asOf=2025-10-28&evidence=" + policy)
          .then()
          .body("items.find { it.id == 'microsoft' }.conflict", equalTo(true))
          .body("items.find { it.id == 'microsoft' }.disputedBy.statement", hasItem("s08"));
    }
    given()
        .get(DEAL + "/clauses/equity-stake?asOf=2025-10-28&evidence=quoted")
        .then()
        .body("conflict", equalTo(false))
        .body("disputedBy", empty());
  }

  /** A filing that gives 27% bears out neither a value nor what Microsoft held before. */
  @ParameterizedTest
  @CsvSource({
    "equity-stake, 2026-11-23, primary",
    "api-distribution, 2025-12-01, primary",
    "corporate-structure, 2026-11-23, primary",
    "corporate-structure, 2020-01-01, quoted",
    "revenue-share-to-openai, 2025-03-01, quoted"
  })
  void aTermIsHiddenWhereOnlyAPartOfItIsBorneOut(String clause, String day, String policy) {
    given()
        .get(DEAL + "/clauses/" + clause + "?asOf=" + day + "&evidence=" + policy)
        .then()
        .body("isHidden", equalTo(true))
        .body("term", nullValue());
  }

  @Test
  void whatIsBorneOutOfAStakeIsAFactOfItsOwn() {
    String facts = "items.find { it.id == 'microsoft' }.facts.text";
    given()
        .get(DEAL + "/stakeholders?limit=100&evidence=quoted&lang=en")
        .then()
        .body(facts, hasItem("The share of OpenAI is about 27%, as converted and diluted."))
        .body(facts, hasItem("Funding commitments to OpenAI total USD 13 billion."))
        .body(facts.replace(".text", ""), everyItem(not(hasToString(containsString("11.6")))));
  }

  @Test
  void aTermOfWhichNobodySaysOtherwiseIsNotDisputedForALaterOne() {
    given()
        .get(DEAL + "/clauses/equity-stake?asOf=2020-01-01")
        .then()
        .body("term.from", equalTo("2019-07-22"))
        .body("conflict", equalTo(false))
        .body("disputedBy", empty());
  }

  @ParameterizedTest
  @EnumSource(EvidencePolicy.class)
  void theTimelineDisputesATermAsTheClauseDoes(EvidencePolicy policy) {
    String begin = "/timeline?limit=100&kind=termBegins&evidence=" + policy;
    List<Map<String, Object>> entries = read(begin).getList("items");
    for (Map<String, Object> entry : entries) {
      String clause = "/clauses/" + entry.get("clause") + "?asOf=" + entry.get("date");
      JsonPath served = read(clause + "&evidence=" + policy);
      assertEquals(served.getBoolean("conflict"), entry.get("conflict"), clause);
      assertEquals(served.getList("disputedBy"), entry.get("disputedBy"), clause);
    }
  }

  private static JsonPath clauses(String day, EvidencePolicy policy) {
    return read("/clauses?limit=100&asOf=" + day + "&evidence=" + policy);
  }

  /** What there was in 2025 fits on one page. */
  private static JsonPath timeline(EvidencePolicy policy) {
    JsonPath page = read("/timeline?limit=100&from=2025-01-01&until=2026-01-01&evidence=" + policy);
    assertNull(page.get("page.next"));
    return page;
  }

  private static JsonPath read(String address) {
    return given().get(DEAL + address).then().statusCode(200).extract().jsonPath();
  }

  private static boolean isAdmitted(Map<?, ?> fact, EvidencePolicy policy) {
    return evidence(fact).anyMatch(each -> isAdmitted(each, policy));
  }

  private static void assertOnlyAdmitted(Map<?, ?> fact, EvidencePolicy policy) {
    assertTrue(evidence(fact).allMatch(each -> isAdmitted(each, policy)), fact::toString);
  }

  private static Stream<Evidence> evidence(Map<?, ?> fact) {
    return ((List<?>) fact.get("citations"))
        .stream().map(each -> Evidence.valueOf((String) ((Map<?, ?>) each).get("evidence")));
  }

  private static boolean isAdmitted(List<String> cites, EvidencePolicy policy) {
    return cites.stream()
        .anyMatch(
            cite ->
                Stream.of(DOSSIER.sources(), REFERENCE.sources())
                    .flatMap(List::stream)
                    .flatMap(
                        source ->
                            source.statements().stream()
                                .filter(each -> cite.equals(source.id() + "/" + each.id())))
                    .anyMatch(each -> isAdmitted(each.evidence(), policy)));
  }

  /** Strongest first: primary, quoted, secondary, and then what only {@code any} admits. */
  private static boolean isAdmitted(Evidence evidence, EvidencePolicy policy) {
    return switch (policy) {
      case primary -> evidence == Evidence.primary;
      case quoted -> evidence == Evidence.primary || evidence == Evidence.quoted;
      case secondary ->
          evidence == Evidence.primary
              || evidence == Evidence.quoted
              || evidence == Evidence.secondary;
      case any -> true;
    };
  }
}

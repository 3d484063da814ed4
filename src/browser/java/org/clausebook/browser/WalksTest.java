package org.clausebook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks that readers take. */
@ClausebookTest
class WalksTest {

  @TestHTTPResource("/")
  URI root;

  private Reader reader(String lang, int width) {
    return Reader.with(root.toString(), lang, width, ColorScheme.LIGHT);
  }

  @ParameterizedTest
  @CsvSource({"en,1440", "fr,1440", "en,360", "fr,360"})
  void newcomerIsToldTheThreeAnswersByTheFirstScreens(String lang, int width) {
    boolean french = lang.equals("fr");
    try (Reader reader = reader(lang, width)) {
      Page page = reader.open("");
      // Of what 135 billion is the value, until when exclusive and until when any, what is left.
      assertThat(page.locator(".summary .lead"))
          .containsText(french ? "c’est la valeur de cette part" : "the value of that holding");
      assertThat(page.locator(".holdings"))
          .containsText(french ? "135 milliards de dollars" : "USD 135 billion");
      Locator ends = page.locator(".ends");
      assertThat(
              ends.locator(
                  "li", new Locator.LocatorOptions().setHas(clause(page, "ip-exclusivity"))))
          .containsText(french ? "A pris fin le 27 avril 2026" : "Ended on 27 April 2026");
      assertThat(
              ends.locator(
                  "li",
                  new Locator.LocatorOptions().setHas(clause(page, "ip-rights-models-products"))))
          .containsText("2032");
      assertThat(page.locator(".tally.is-notRestated .number")).hasText("9");
      assertThat(page.locator(".tally.is-inForce .number")).hasText("6");
      double lowest =
          List.of(".holdings .value", ".ends .when", ".tally .number").stream()
              .mapToDouble(each -> page.locator(each).first().boundingBox().y)
              .max()
              .orElseThrow();
      assertTrue(width > 500 ? lowest < 900 : page.locator(".summary").boundingBox().y < 780);
    }
  }

  private static Locator clause(Page page, String id) {
    return page.locator("a[href*='clause=" + id + "&']");
  }

  private static void moveTo(Page page, String day) {
    page.locator("#asOf").fill(day);
    page.locator(".day button").click();
  }

  @Test
  void dateMovesTheWholePageAndIsPartOfItsAddress() {
    try (Reader reader = reader("fr", 1440)) {
      Page page = reader.open("");
      moveTo(page, "2025-10-28");
      assertThat(page.locator(".dateline .notice")).containsText("28 octobre 2025");
      assertThat(page.locator(".tally.is-notRestated")).hasCount(0);
      assertThat(page).hasURL(Pattern.compile(".*asOf=2025-10-28.*"));
      assertReproduced(page);
      page.locator(".menu a").nth(1).click();
      assertThat(page.locator("#asOf")).hasValue("2025-10-28");
    }
  }

  @Test
  void searchAndBrandStayOnTheDayMovedTo() {
    try (Reader reader = reader("en", 1440)) {
      Page page = reader.open("");
      page.locator("#q").fill("exclusivity");
      moveTo(page, "2025-10-28");
      assertThat(page.locator(".dateline .notice")).containsText("28 October 2025");
      page.goBack();
      assertThat(page.locator(".search [name=asOf]")).hasCount(0);
      page.goForward();
      assertThat(page.locator(".brand a"))
          .hasAttribute("href", Pattern.compile(".*asOf=2025-10-28.*"));
      assertThat(page.locator("#q")).hasValue("exclusivity");
      page.locator("#q").press("Enter");
      assertThat(page.locator(".results a").first())
          .hasAttribute("href", Pattern.compile(".*asOf=2025-10-28.*"));
    }
  }

  @ParameterizedTest
  @CsvSource({"en,1440", "fr,360"})
  void keyboardAloneMovesTheDayOpensSourcesAndComesBack(String lang, int width) {
    try (Reader reader = reader(lang, width)) {
      Page page = reader.open("");
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#main")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator(".opening .proof summary")).isFocused();
      page.keyboard().press("Enter");
      Locator source = page.locator(".opening .proof li").first();
      assertThat(source).isVisible();
      assertThat(source.locator(".evidence")).isVisible();
      assertTrue(source.locator("a").last().getAttribute("href").contains("v1/sources/"));
      for (int turn = 0; turn < 20 && !isFocused(page, "slider"); turn++) {
        page.keyboard().press("Shift+Tab");
      }
      page.keyboard().press("Home");
      assertThat(page.locator(".dateline .notice")).containsText("2019");
      assertThat(page.locator("#slider")).isFocused();
      assertThat(page).hasURL(Pattern.compile(".*asOf=2019-07-22.*"));
      page.goBack();
      assertThat(page.locator(".dateline .notice")).hasCount(0);
    }
  }

  private static boolean isFocused(Page page, String id) {
    return id.equals(page.evaluate("document.activeElement.id"));
  }

  @ParameterizedTest
  @CsvSource({"fr", "en"})
  void clauseLeadsToItsHistoryItsSourceAndTheCallBehindIt(String lang) {
    try (Reader reader = reader(lang, 360)) {
      Page page = reader.open("");
      page.locator(".clause h4 a[href*='clause=ip-exclusivity&']").click();
      assertThat(page.locator(".history > li").first()).isVisible();
      assertThat(page.locator(".history .axis, .whole-axis .axis").first()).isVisible();
      assertReproduced(page);
      Locator proof = page.locator(".history .proof").first();
      proof.locator("summary").click();
      assertThat(proof.locator("li a[href^='https://']").first()).isVisible();
      String json = page.locator(".the-term a.json").getAttribute("href");
      assertEquals(200, page.request().get(root + json).status());
    }
  }

  @Test
  void comparisonIsAnAddressThatReproducesIt() {
    try (Reader reader = reader("en", 1440)) {
      Page page = reader.open("&view=comparison");
      page.locator("#from").fill("2025-10-28");
      page.locator("#until").fill("2026-04-27");
      page.locator(".two button").click();
      assertThat(page).hasURL(Pattern.compile(".*from=2025-10-28.*until=2026-04-27.*"));
      Locator sides = page.locator(".versus").first().locator(".side");
      assertThat(sides).hasCount(2);
      assertEquals(sides.nth(0).boundingBox().y, sides.nth(1).boundingBox().y, 1);
      assertReproduced(page);
    }
  }

  private static void assertReproduced(Page page) {
    assertThat(page.locator("[aria-busy]")).hasCount(0);
    String shown = page.locator("main").innerText();
    page.navigate(page.url());
    assertEquals(shown, page.locator("main").innerText());
  }

  @Test
  void searchAnswersWhileTypingAndSaysWhenThereIsNothing() {
    try (Reader reader = reader("fr", 360)) {
      Page page = reader.open("");
      page.locator("#q").pressSequentially("exclusiv");
      Locator found = page.locator(".found a");
      assertThat(found.first()).isVisible();
      page.keyboard().press("ArrowDown");
      assertThat(found.first()).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator("#q")).isFocused();
      page.locator("#q").fill("zzzzqqqq");
      assertThat(page.locator(".found")).containsText("Rien ne répond");
      page.locator("#q").fill("RGPD");
      page.keyboard().press("Enter");
      assertThat(page.locator(".results li").first()).isVisible();
      assertThat(page).hasURL(Pattern.compile(".*view=search.*"));
    }
  }

  @Test
  void loadingIsShownAndAnApiThatIsAwayIsSaidOverTheLastState() {
    try (Reader reader = reader("fr", 1440)) {
      Page page = reader.open("");
      AtomicReference<Route> held = new AtomicReference<>();
      page.route(Pattern.compile(".*asOf=2019.*"), held::set);
      page.locator(".steps a").first().click();
      assertThat(page.locator("#page")).hasAttribute("aria-busy", "true");
      assertThat(page.locator("#status")).hasText("Chargement…");
      held.get().abort();
      assertThat(page.locator("#failure")).containsText("L’API ne répond pas");
      assertThat(page.locator("#page")).not().hasAttribute("aria-busy", "true");
      assertThat(page.locator("h1")).isVisible();
      reader.photograph("api-away-fr-1440");
      page.unrouteAll();
      page.locator("#failure button").click();
      assertThat(page.locator(".dateline .notice")).containsText("22 juillet 2019");
      reader.forgive("ERR_FAILED");
    }
  }

  @Test
  void withoutJavaScriptItTellsTheSame() {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(360, 780).setJavaScriptEnabled(false);
    try (Reader reader = new Reader(root.toString(), "fr", options)) {
      Page page = reader.open("");
      assertThat(page.locator(".clause")).hasCount(17);
      page.locator(".clause h4 a").first().click();
      assertThat(page.locator(".history > li").first()).isVisible();
      reader.open("&view=europe");
      assertThat(page.locator(".implication").first()).isVisible();
      page.locator(".implication .proof summary").first().click();
      assertThat(page.locator(".implication .proof li").first()).isVisible();
      page.locator("#q").fill("exclusivité");
      page.locator(".search button").click();
      assertThat(page.locator(".results li").first()).isVisible();
      reader.open("");
      moveTo(page, "2025-10-28");
      assertThat(page.locator(".dateline .notice")).containsText("28 octobre 2025");
    }
  }

  @Test
  void nothingMovesForThoseWhoAskForStillness() {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    try (Reader reader = new Reader(root.toString(), "en", options)) {
      Page page = reader.open("");
      assertEquals(
          0,
          reader
              .number(
                  "[...document.querySelectorAll('*')].filter(each => getComputedStyle(each).transitionDuration.split(', ').some(time => time !== '0s') || getComputedStyle(each).animationName !== 'none').length")
              .intValue());
      assertThat(page.locator("h1")).isVisible();
    }
  }
}

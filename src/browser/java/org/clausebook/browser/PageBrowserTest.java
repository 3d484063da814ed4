package org.clausebook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ClausebookTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBrowserTest {

  private static final List<String> VIEWS =
      List.of(
          "view=deal",
          "view=clause&clause=ip-exclusivity",
          "view=europe",
          "view=people",
          "view=article",
          "view=timeline",
          "view=comparison",
          "view=search&q=cloud");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @TestHTTPResource("/")
  URI root;

  private Chromium chromium;
  private BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void leave() {
    context.close();
    List<String> heard = List.copyOf(complaints);
    complaints.clear();
    assertEquals(List.of(), heard, "what the console says, a refused resource among it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr 360", "fr 1440", "en 360", "en 1440"})
  void everyViewPassesAxeAndFitsItsWidthInLightAndDark(String languageAndWidth) throws IOException {
    String lang = languageAndWidth.split(" ")[0];
    int width = Integer.parseInt(languageAndWidth.split(" ")[1]);
    List<String> violations = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = page(width, scheme, true);
      for (String view : VIEWS) {
        page.navigate(root + "?lang=" + lang + "&" + view);
        String name =
            view.replaceAll("view=|[&=].*", "") + "-" + lang + "-" + width + "-" + scheme;
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".png")));
        violations.addAll(axe(page, name));
        Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(((Number) wide).intValue() <= 0, name + " scrolls sideways by " + wide);
      }
      context.close();
    }
    assertEquals(List.of(), violations);
  }

  @Test
  void readerFindsTheThreeAnswersOnTheFirstView() {
    Page page = page(1440, ColorScheme.LIGHT, true);
    page.navigate(root + "?lang=en");
    assertThat(page.locator(".holdings")).containsText("USD\u00a0135\u00a0billion");
    assertThat(page.locator(".v-contradicted")).isVisible();
    assertThat(page.locator(".ends")).containsText("27\u00a0April\u00a02026");
    assertThat(page.locator(".ends")).containsText("2032");
    assertThat(page.locator(".stands")).containsText("Not restated");
  }

  @Test
  void pageWithoutJavaScriptTellsTheSame() {
    Page page = page(1440, ColorScheme.LIGHT, false);
    page.navigate(root + "?lang=fr");
    assertThat(page.locator(".clause")).hasCount(17);
    page.locator(".clause h4 a").first().click();
    assertThat(page.locator(".history > li").first()).isVisible();
    page.navigate(root + "?lang=fr");
    page.locator("#asOf").fill("2025-10-28");
    page.locator(".day button").click();
    assertThat(page.locator(".dateline .notice")).containsText("28\u00a0octobre\u00a02025");
  }

  @Test
  void keyboardAloneMovesTheDayOpensSourcesAndComesBack() {
    Page page = page(1440, ColorScheme.LIGHT, true);
    page.navigate(root + "?lang=en");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator(".opening .proof summary")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".opening .proof li").first()).isVisible();
    page.locator("#slider").focus();
    page.keyboard().press("Home");
    assertThat(page.locator(".dateline .notice")).containsText("22\u00a0July\u00a02019");
    assertThat(page.locator("#slider")).isFocused();
    assertTrue(page.url().contains("asOf=2019-07-22"), page.url());
    page.goBack();
    assertThat(page.locator(".dateline .notice")).hasCount(0);
  }

  @Test
  void comparisonIsAnAddressThatReproducesIt() {
    Page page = page(1440, ColorScheme.LIGHT, true);
    page.navigate(root + "?lang=en&view=comparison");
    page.locator("#from").fill("2025-10-28");
    page.locator("#until").fill("2026-04-27");
    page.locator(".two button").click();
    assertThat(page).hasURL(Pattern.compile(".*from=2025-10-28.*until=2026-04-27.*"));
    String shown = page.locator("main").innerText();
    page.navigate(page.url());
    assertEquals(shown, page.locator("main").innerText());
  }

  @Test
  void searchAnswersWhileTyping() {
    Page page = page(360, ColorScheme.LIGHT, true);
    assumeTrue(
        page.request().get(root + "v1/search?q=cloud").ok(), "this build has no search to ask");
    page.navigate(root + "?lang=fr");
    page.locator("#q").pressSequentially("exclusiv");
    Locator found = page.locator(".found a");
    assertThat(found.first()).isVisible();
    page.keyboard().press("ArrowDown");
    assertThat(found.first()).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#q")).isFocused();
  }

  @Test
  void pageSaysWhenTheApiIsAway() {
    Page page = page(1440, ColorScheme.LIGHT, true);
    page.navigate(root + "?lang=fr");
    page.route(Pattern.compile(".*asOf=.*"), route -> route.abort());
    page.locator(".steps a").first().click();
    assertThat(page.locator("#failure")).containsText("L’API ne répond pas");
    assertThat(page.locator("h1")).isVisible();
    complaints.removeIf(each -> each.contains("ERR_FAILED"));
  }

  @Test
  void firstPaintIsQuickAndNothingMovesAfterIt() {
    Page page = page(1440, ColorScheme.LIGHT, true);
    page.navigate(root + "?lang=en");
    page.navigate(root + "?lang=en");
    Number paint =
        (Number)
            page.evaluate(
                "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
    Number shift =
        (Number)
            page.evaluate(
                "new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; })).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 600); })");
    assertTrue(paint.doubleValue() > 0 && paint.doubleValue() < 1000, "painted after " + paint);
    assertTrue(shift.doubleValue() < 0.01, "shifted by " + shift);
  }

  private Page page(int width, ColorScheme scheme, boolean scripted) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setJavaScriptEnabled(scripted));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  private static List<String> axe(Page page, String name) throws IOException {
    page.evaluate(script());
    @SuppressWarnings("unchecked")
    List<String> violations =
        (List<String>)
            page.evaluate(
                "async () => (await axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.failureSummary ?? '')).join(' | '))");
    return violations.stream().map(each -> name + " " + each).toList();
  }

  private static String script() throws IOException {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

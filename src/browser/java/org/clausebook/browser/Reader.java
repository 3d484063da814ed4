package org.clausebook.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who reads the page, in one language, on one screen; whatever is amiss is kept. */
final class Reader implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String AXE =
      "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
          + " 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(v => v.id + ': '"
          + " + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))";

  /** All of them count together: many small ones are no better than a large one. */
  private static final String SHIFTS =
      "new Promise(done => { const all = []; new PerformanceObserver(list => all.push("
          + "...list.getEntries().filter(each => !each.hadRecentInput)))"
          + ".observe({ type: 'layout-shift', buffered: true });"
          + " setTimeout(() => done(all.reduce((sum, each) => sum + each.value, 0) <= 0.0005 ? []"
          + " : all.map(each => each.value.toFixed(4) + ' at ' + Math.round(each.startTime) + ' ms: '"
          + " + each.sources.map(s => (s.node?.outerHTML ?? s.node?.data ?? '').slice(0, 60)"
          + " + ' from ' + [s.previousRect.x, s.previousRect.y].map(Math.round) + ' to ' +"
          + " [s.currentRect.x, s.currentRect.y].map(Math.round)).join(' | '))), 500); })";

  private static final int SLOW_BYTES_PER_SECOND = 8_000;

  private final BrowserContext context;
  private final Page page;
  private final String root;
  private final String lang;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Reader(String root, String lang, Browser.NewContextOptions options) {
    this.root = root;
    this.lang = lang;
    context =
        Chromium.browser().newContext(options.setLocale(lang.equals("fr") ? "fr-FR" : "en-GB"));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(this::hear);
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(root)) {
            complaints.add("asked elsewhere: " + request.url());
          }
        });
  }

  static Reader with(String root, String lang, int width, ColorScheme scheme) {
    return new Reader(
        root,
        lang,
        new Browser.NewContextOptions()
            .setViewportSize(width, width < 500 ? 780 : 900)
            .setColorScheme(scheme));
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text());
    }
  }

  Page open(String query) {
    page.navigate(root + "?lang=" + lang + query);
    return page;
  }

  Page page() {
    return page;
  }

  /** What a test has caused on purpose. */
  void forgive(String part) {
    complaints.removeIf(each -> each.contains(part));
  }

  void photograph(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Violations of WCAG 2.2 AA and of good practice that axe finds; none when all is well. */
  @SuppressWarnings("unchecked")
  List<String> violations() {
    page.evaluate(axe());
    return (List<String>) page.evaluate(AXE);
  }

  /** By how many pixels it has to be scrolled sideways. */
  int overflow() {
    return number("document.documentElement.scrollWidth - innerWidth").intValue();
  }

  /** What has moved by itself since the page was opened, by how much, from where and where to. */
  @SuppressWarnings("unchecked")
  List<String> shifts() {
    return (List<String>) page.evaluate(SHIFTS);
  }

  /** Everything comes over a thin line from now on. */
  void receiveSlowly() {
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", 50);
    line.addProperty("downloadThroughput", SLOW_BYTES_PER_SECOND);
    line.addProperty("uploadThroughput", SLOW_BYTES_PER_SECOND);
    context.newCDPSession(page).send("Network.emulateNetworkConditions", line);
  }

  Number number(String script) {
    return (Number) page.evaluate(script);
  }

  private static String axe() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints, "what the browser complained of");
  }
}

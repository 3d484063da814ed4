package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The deal on two days, side by side. */
@ApplicationScoped
class ComparisonView implements PageView {

  @Override
  public View view() {
    return View.comparison;
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    List<JsonNode> chain = PageContext.list(page.items("instruments"));
    chain.removeIf(each -> !each.path("isInEffect").asBoolean());
    String from = day(page.query().from, before(chain), page);
    String until = day(page.query().until, newest(chain), page);
    String path = page.path("/comparison?from=" + from + "&until=" + until);
    JsonNode comparison = page.answer(path);
    return Fields.of(
        "from", from,
        "until", until,
        "fromDay", page.words().day(from),
        "untilDay", page.words().day(until),
        "state",
            Layout.state(
                page.addresses().stateWithout("from", "until", "asOf", "clause", "q", "kind")),
        "isThere", !comparison.isMissingNode(),
        "summary", comparison.path("summary").asText(null),
        "changed", changed(comparison, page),
        "hasChanged", !comparison.path("items").isEmpty(),
        "unknown", held(comparison.path("unknown"), page),
        "hasUnknown", !comparison.path("unknown").isEmpty(),
        "unchanged", held(comparison.path("unchanged"), page),
        "hasUnchanged", !comparison.path("unchanged").isEmpty(),
        "swap", page.addresses().with("view", View.comparison, "from", until, "until", from),
        "json", page.json(path));
  }

  /** Without dates: what the newest instrument changed, null where there is none… */
  private static LocalDate newest(List<JsonNode> chain) {
    return chain.isEmpty() ? null : date(chain.get(chain.size() - 1));
  }

  /** …in the definitive agreement before it, else in the instrument before it, else in nothing. */
  private static LocalDate before(List<JsonNode> chain) {
    LocalDate newest = newest(chain);
    List<JsonNode> earlier = chain.stream().filter(each -> date(each).isBefore(newest)).toList();
    List<JsonNode> agreements =
        earlier.stream()
            .filter(each -> each.path("kind").asText().equals("definitiveAgreement"))
            .toList();
    if (earlier.isEmpty()) {
      return newest == null ? null : newest.minusDays(1);
    }
    return newest(agreements.isEmpty() ? earlier : agreements);
  }

  private static LocalDate date(JsonNode instrument) {
    return LocalDate.parse(instrument.path("date").asText());
  }

  /** The day asked for, else that of the instrument, else that of the page. */
  private static String day(LocalDate asked, LocalDate instrument, PageContext page) {
    return (asked != null ? asked : instrument != null ? instrument : page.asOf()).toString();
  }

  private static List<Map<String, Object>> changed(JsonNode comparison, PageContext page) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (JsonNode each : comparison.path("items")) {
      changed.add(
          Fields.of(
              "title", each.path("title").asText(),
              "href", page.addresses().clause(each.path("clause").asText()),
              "summary", untitled(each),
              "before", standing(each.path("before"), page),
              "after", standing(each.path("after"), page)));
    }
    return changed;
  }

  private static Map<String, Object> standing(JsonNode standing, PageContext page) {
    String status = standing.path("status").asText();
    JsonNode term = standing.path("term");
    return Fields.of(
        "status", status,
        "statusWord", page.words().of("status." + status),
        "text", term.path("text").asText(null),
        "end", term.path("end").path("text").asText(null),
        "proof", term.isMissingNode() ? null : Evidence.of(term, page));
  }

  private static List<Map<String, Object>> held(JsonNode clauses, PageContext page) {
    List<Map<String, Object>> held = new ArrayList<>();
    for (JsonNode each : clauses) {
      String status = each.path("after").asText();
      held.add(
          Fields.of(
              "title", each.path("title").asText(),
              "href", page.addresses().clause(each.path("clause").asText()),
              "summary", untitled(each),
              "status", status,
              "statusWord", page.words().of("status." + status)));
    }
    return held;
  }

  /** What is said of a clause, without its title: that stands above already. */
  private static String untitled(JsonNode clause) {
    String summary = clause.path("summary").asText();
    String said =
        summary.replaceFirst(
            "^" + Pattern.quote(clause.path("title").asText()) + "[\\s\\u00a0\\u202f]*:\\s*", "");
    return said.isEmpty()
        ? summary
        : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }
}

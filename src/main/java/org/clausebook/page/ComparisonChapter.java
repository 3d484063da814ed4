package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The deal on two days, side by side. */
@ApplicationScoped
class ComparisonChapter implements Chapter {

  @Override
  public View view() {
    return View.comparison;
  }

  @Override
  public Map<String, Object> tell(Desk desk) {
    JsonNode instruments = desk.items("instruments");
    JsonNode newest = instruments.path(instruments.size() - 1);
    JsonNode before = instruments.path(Math.max(0, instruments.size() - 2));
    // Without dates: what the newest binding change did to the one before.
    for (JsonNode each : instruments) {
      if (each.path("kind").asText().equals("definitiveAgreement")) {
        before = each;
      }
    }
    String from =
        desk.query().from == null ? before.path("date").asText() : desk.query().from.toString();
    String until =
        desk.query().until == null ? newest.path("date").asText() : desk.query().until.toString();
    String path = desk.path("/comparison?from=" + from + "&until=" + until);
    JsonNode comparison = desk.answer(path);
    return Shown.of(
        "from", from,
        "until", until,
        "fromDay", desk.words().day(from),
        "untilDay", desk.words().day(until),
        "state", Frame.state(desk.addresses().stateWithout("from", "until", "asOf", "clause", "q")),
        "isThere", !comparison.isMissingNode(),
        "summary", comparison.path("summary").asText(null),
        "changed", changed(comparison, desk),
        "hasChanged", !comparison.path("items").isEmpty(),
        "unknown", held(comparison.path("unknown"), desk),
        "hasUnknown", !comparison.path("unknown").isEmpty(),
        "unchanged", held(comparison.path("unchanged"), desk),
        "hasUnchanged", !comparison.path("unchanged").isEmpty(),
        "swap", desk.addresses().with("view", View.comparison, "from", until, "until", from),
        "json", desk.json(path));
  }

  private static List<Map<String, Object>> changed(JsonNode comparison, Desk desk) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (JsonNode each : comparison.path("items")) {
      List<Map<String, Object>> effects = new ArrayList<>();
      for (JsonNode effect : each.path("effects")) {
        effects.add(
            Shown.of(
                "word", desk.words().of("effect." + effect.path("kind").asText()),
                "day", desk.words().day(effect.path("date").asText()),
                "proof", Proof.of(effect, desk)));
      }
      changed.add(
          Shown.of(
              "title", each.path("title").asText(),
              "href", desk.addresses().clause(each.path("clause").asText()),
              "summary", each.path("summary").asText(),
              "effects", effects,
              "before", standing(each.path("before"), desk),
              "after", standing(each.path("after"), desk)));
    }
    return changed;
  }

  private static Map<String, Object> standing(JsonNode standing, Desk desk) {
    String status = standing.path("status").asText();
    JsonNode term = standing.path("term");
    return Shown.of(
        "status", status,
        "statusWord", desk.words().of("status." + status),
        "text", term.path("text").asText(null),
        "end", term.path("end").path("text").asText(null),
        "proof", term.isMissingNode() ? null : Proof.of(term, desk));
  }

  private static List<Map<String, Object>> held(JsonNode clauses, Desk desk) {
    List<Map<String, Object>> held = new ArrayList<>();
    for (JsonNode each : clauses) {
      String status = each.path("after").asText();
      held.add(
          Shown.of(
              "title", each.path("title").asText(),
              "href", desk.addresses().clause(each.path("clause").asText()),
              "summary", each.path("summary").asText(),
              "status", status,
              "statusWord", desk.words().of("status." + status)));
    }
    return held;
  }
}

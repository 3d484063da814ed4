package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses of a deal as the page shows them: each with its marks, its term and its history. */
final class Clauses {

  private static final Set<String> SAYS_THE_SAME = Set.of("clarified", "reaffirmed");

  private final PageContext page;
  private final Map<String, JsonNode> whole = new LinkedHashMap<>();
  private final Map<String, JsonNode> changes = new LinkedHashMap<>();
  private final Map<String, LocalDate> dates = new LinkedHashMap<>();
  private final Map<String, String> instruments = new LinkedHashMap<>();
  private final Axis axis;

  Clauses(PageContext page) {
    this.page = page;
    page.fetch(List.of(page.collection("clauses"), page.collection("instruments")));
    List<String> paths = new ArrayList<>();
    page.items("clauses").forEach(each -> paths.add(path(each)));
    page.fetch(paths);
    page.items("clauses")
        .forEach(each -> whole.put(each.path("id").asText(), page.answer(path(each))));
    for (JsonNode each : page.items("instruments")) {
      dates.put(each.path("id").asText(), LocalDate.parse(each.path("date").asText()));
      instruments.put(each.path("id").asText(), each.path("title").asText());
    }
    for (JsonNode each : page.deal().path("instrument").path("changes")) {
      if (!SAYS_THE_SAME.contains(each.path("kind").asText())) {
        LocalDate day = LocalDate.parse(each.path("date").asText());
        if (!day.isAfter(page.asOf())) {
          changes.merge(each.path("clause").asText(), each, Clauses::later);
        }
      }
    }
    this.axis = Axis.of(page, whole.values());
  }

  /** The later of two changes; of those of one day, the one told last. */
  private static JsonNode later(JsonNode one, JsonNode other) {
    return one.path("date").asText().compareTo(other.path("date").asText()) > 0 ? one : other;
  }

  private String path(JsonNode clause) {
    return page.path("/clauses/" + clause.path("id").asText());
  }

  Axis axis() {
    return axis;
  }

  Map<String, JsonNode> whole() {
    return whole;
  }

  String instrument(String id) {
    return instruments.getOrDefault(id, id);
  }

  /** Day, for people, on which an instrument took effect. */
  String day(String instrument) {
    return dates.containsKey(instrument) ? page.words().day(dates.get(instrument)) : instrument;
  }

  Map<String, Object> shown(JsonNode clause) {
    Words words = page.words();
    String id = clause.path("id").asText();
    String status = clause.path("status").asText();
    JsonNode term = clause.path("term");
    String silent = clause.path("silentInstrument").asText(null);
    return Fields.of(
        "id", id,
        "title", clause.path("title").asText(),
        "subject", clause.path("subject").asText(),
        "href", page.addresses().clause(id),
        "json", page.json(page.path("/clauses/" + id)),
        "status", status,
        "statusWord", words.of("status." + status),
        "change",
            changes.containsKey(id)
                ? words.of(
                    "changedBy",
                    words.of("effect." + changes.get(id).path("kind").asText()),
                    words.day(changes.get(id).path("date").asText()))
                : null,
        "silent", silent == null ? null : words.of("silent", day(silent)),
        "hasUnknowns", !clause.path("unknowns").isEmpty(),
        "unknownCount", words.count("unknown", clause.path("unknowns").size()),
        "text", term.isMissingNode() ? null : term.path("text").asText(),
        "over", over(clause),
        "end", term.path("end").path("text").asText(null),
        "since",
            term.isMissingNode() ? null : words.of("since", words.day(term.path("from").asText())),
        "figures", figures(term.path("figures")),
        "proof",
            term.isMissingNode()
                ? null
                : Evidence.of(term.path("citations"), clause.path("disputedBy"), page),
        "bars",
            axis.bars(
                clause.path("history"),
                page.asOf(),
                silent == null ? null : dates.get(silent),
                dates),
        "now", axis.x(page.asOf()));
  }

  /** In words, when and how the last term that had begun ended; null of a clause not over. */
  private String over(JsonNode clause) {
    if (!clause.path("status").asText().equals("ended")) {
      return null;
    }
    JsonNode ending = MissingNode.getInstance();
    for (JsonNode term : clause.path("history")) {
      if (!LocalDate.parse(term.path("from").asText()).isAfter(page.asOf())) {
        ending = term.path("ending");
      }
    }
    if (ending.isMissingNode()) {
      return null;
    }
    String over = over(ending, page.words());
    return clause.has("silentInstrument") ? page.words().of("ifItHeld", over) : over;
  }

  private static String over(JsonNode ending, Words words) {
    String cause = ending.path("cause").asText();
    LocalDate day = LocalDate.parse(ending.path("date").asText());
    // Of a foreseen date people say the last day that it leaves.
    return words.of("endedOn." + cause, words.day(cause.equals("date") ? day.minusDays(1) : day));
  }

  List<Map<String, Object>> figures(JsonNode figures) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : figures) {
      String value = page.words().amount(each.path("amount"));
      if (value == null) {
        value = page.words().share(each.path("share"));
      }
      boolean disclosed = each.path("disclosed").asBoolean(true) && value != null;
      shown.add(
          Fields.of(
              "label",
              each.path("label").asText(),
              "value",
              disclosed ? value : page.words().of("notDisclosed"),
              "basis",
              page.words().basis(each.path("share")),
              "isDisclosed",
              disclosed));
    }
    return shown;
  }
}

package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses of a deal as the page shows them: each with its marks, its term and its history. */
final class Clauses {

  private static final Set<String> SAYS_THE_SAME = Set.of("clarified", "reaffirmed");

  private final Desk desk;
  private final Map<String, JsonNode> whole = new LinkedHashMap<>();
  private final Map<String, String> changes = new LinkedHashMap<>();
  private final Map<String, LocalDate> dates = new LinkedHashMap<>();
  private final Map<String, String> instruments = new LinkedHashMap<>();
  private final Map<String, String> unknowns = new LinkedHashMap<>();
  private final Axis axis;

  Clauses(Desk desk) {
    this.desk = desk;
    desk.fetch(
        List.of(
            desk.collection("clauses"),
            desk.collection("instruments"),
            desk.collection("unknowns")));
    List<String> paths = new ArrayList<>();
    desk.items("clauses").forEach(each -> paths.add(path(each)));
    desk.fetch(paths);
    desk.items("clauses")
        .forEach(each -> whole.put(each.path("id").asText(), desk.answer(path(each))));
    for (JsonNode each : desk.items("instruments")) {
      dates.put(each.path("id").asText(), LocalDate.parse(each.path("date").asText()));
      instruments.put(each.path("id").asText(), each.path("title").asText());
    }
    for (JsonNode each : desk.items("unknowns")) {
      unknowns.put(each.path("id").asText(), each.path("title").asText());
    }
    for (JsonNode each : desk.deal().path("instrument").path("changes")) {
      if (!SAYS_THE_SAME.contains(each.path("kind").asText())) {
        changes.put(each.path("clause").asText(), each.path("kind").asText());
      }
    }
    this.axis = Axis.of(desk, whole.values());
  }

  private String path(JsonNode clause) {
    return desk.path("/clauses/" + clause.path("id").asText());
  }

  Axis axis() {
    return axis;
  }

  Map<String, JsonNode> whole() {
    return whole;
  }

  LocalDate date(String instrument) {
    return dates.get(instrument);
  }

  String instrument(String id) {
    return instruments.getOrDefault(id, id);
  }

  /** Day, for people, on which an instrument took effect. */
  String day(String instrument) {
    return dates.containsKey(instrument) ? desk.words().day(dates.get(instrument)) : instrument;
  }

  Map<String, Object> shown(JsonNode clause) {
    Words words = desk.words();
    String id = clause.path("id").asText();
    String status = clause.path("status").asText();
    JsonNode term = clause.path("term");
    String silent = clause.path("silentInstrument").asText(null);
    return Shown.of(
        "id", id,
        "title", clause.path("title").asText(),
        "subject", clause.path("subject").asText(),
        "href", desk.addresses().clause(id),
        "json", desk.json(desk.path("/clauses/" + id)),
        "status", status,
        "statusWord", words.of("status." + status),
        "change",
            changes.containsKey(id)
                ? words.of(
                    "changedBy",
                    words.of("effect." + changes.get(id)),
                    words.day(desk.deal().path("instrument").path("date").asText()))
                : null,
        "silent", silent == null ? null : words.of("silent", day(silent)),
        "unknowns", unknowns(clause),
        "hasUnknowns", !unknowns(clause).isEmpty(),
        "unknownCount", words.count("unknown", unknowns(clause).size()),
        "text", term.isMissingNode() ? null : term.path("text").asText(),
        "over", over(clause),
        "end", term.path("end").path("text").asText(null),
        "since",
            term.isMissingNode() ? null : words.of("since", words.day(term.path("from").asText())),
        "figures", figures(term.path("figures")),
        "proof",
            term.isMissingNode()
                ? null
                : Proof.of(term.path("citations"), clause.path("disputedBy"), desk),
        "bars",
            axis.bars(
                clause.path("history"), desk.asOf(), silent == null ? null : dates.get(silent)),
        "now", axis.x(desk.asOf()));
  }

  /** In words, when and how a clause without a term ended, or that it has not begun. */
  String over(JsonNode clause) {
    if (!clause.path("status").asText().equals("ended")) {
      return null;
    }
    String until = null;
    for (JsonNode term : clause.path("history")) {
      until = term.path("until").asText(until);
    }
    return until == null ? null : desk.words().of("endedOn", desk.words().day(until));
  }

  List<Map<String, Object>> figures(JsonNode figures) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : figures) {
      String value = desk.words().amount(each.path("amount"));
      if (value == null) {
        value = desk.words().share(each.path("share"));
      }
      if (value == null && each.has("number")) {
        value = desk.words().number(each.get("number").decimalValue());
      }
      boolean disclosed = each.path("disclosed").asBoolean(true) && value != null;
      shown.add(
          Shown.of(
              "label",
              each.path("label").asText(),
              "value",
              disclosed ? value : desk.words().of("notDisclosed"),
              "isDisclosed",
              disclosed));
    }
    return shown;
  }

  private List<Map<String, Object>> unknowns(JsonNode clause) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (JsonNode each : clause.path("unknowns")) {
      shown.add(Shown.of("title", unknowns.getOrDefault(each.asText(), each.asText())));
    }
    return shown;
  }
}

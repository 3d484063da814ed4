package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The deal at a glance: what it is, who holds what, what stands, until when, and what is misread.
 */
@ApplicationScoped
class DealChapter implements Chapter {

  private static final List<String> STATUSES = List.of("inForce", "notRestated", "ended", "notYet");

  @Override
  public View view() {
    return View.deal;
  }

  @Override
  public String title(Desk desk) {
    return desk.deal().path("title").asText();
  }

  @Override
  public Map<String, Object> tell(Desk desk) {
    desk.fetch(
        List.of(
            desk.collection("stakeholders"),
            desk.collection("discrepancies"),
            desk.collection("clauses"),
            desk.collection("instruments"),
            desk.collection("unknowns")));
    Clauses clauses = new Clauses(desk);
    List<Map<String, Object>> shown =
        clauses.whole().values().stream().map(clauses::shown).toList();
    JsonNode instrument = desk.deal().path("instrument");
    List<Map<String, Object>> misread = misread(desk);
    return Shown.of(
        "summary", desk.deal().path("summary").asText(),
        "summaryProof", Proof.of(desk.deal(), desk),
        "parties", parties(desk),
        "instrument", instrument.isMissingNode() ? null : instrument(instrument, desk),
        "ownership", Ownership.of(desk),
        "ownershipJson", desk.json(desk.collection("stakeholders")),
        "misread", misread,
        "hasMisread", !misread.isEmpty(),
        "misreadMore", desk.addresses().view(View.article),
        "misreadJson", desk.json(desk.collection("discrepancies")),
        "ends", ends(shown),
        "standing", standing(shown, desk),
        "themes", themes(clauses, shown, desk),
        "years", clauses.axis().years(),
        "now", clauses.axis().x(desk.asOf()),
        "clausesJson", desk.json(desk.collection("clauses")));
  }

  private static List<Map<String, Object>> parties(Desk desk) {
    List<Map<String, Object>> parties = new ArrayList<>();
    desk.deal()
        .path("parties")
        .forEach(each -> parties.add(Shown.of("name", each.path("name").asText())));
    return parties;
  }

  private static Map<String, Object> instrument(JsonNode instrument, Desk desk) {
    return Shown.of(
        "title", instrument.path("title").asText(),
        "kind", desk.words().of("instrumentKind." + instrument.path("kind").asText()),
        "day", desk.words().day(instrument.path("date").asText()),
        "summary", instrument.path("summary").asText(),
        "proof", Proof.of(instrument, desk));
  }

  /** What is plainly wrong, or has been overtaken: the rest is told in its own view. */
  private static List<Map<String, Object>> misread(Desk desk) {
    List<Map<String, Object>> misread = new ArrayList<>();
    for (JsonNode each : Discrepancies.gravestFirst(desk)) {
      String verdict = each.path("verdict").asText();
      if (verdict.equals("contradicted") || verdict.equals("outdated")) {
        misread.add(Discrepancies.shown(each, desk));
      }
    }
    return misread;
  }

  /** Whatever is over or has an end: the question that readers ask first. */
  private static List<Map<String, Object>> ends(List<Map<String, Object>> clauses) {
    return clauses.stream()
        .filter(each -> each.get("end") != null || each.get("over") != null)
        .sorted(
            java.util.Comparator.comparing(each -> STATUSES.indexOf((String) each.get("status"))))
        .toList();
  }

  private static List<Map<String, Object>> standing(List<Map<String, Object>> clauses, Desk desk) {
    List<Map<String, Object>> standing = new ArrayList<>();
    for (String status : STATUSES) {
      List<Map<String, Object>> those =
          clauses.stream().filter(each -> status.equals(each.get("status"))).toList();
      if (!those.isEmpty()) {
        standing.add(
            Shown.of(
                "status", status,
                "statusWord", desk.words().of("status." + status),
                "meaning", desk.words().of("statusMeaning." + status),
                "number", those.size(),
                "clauses", those));
      }
    }
    return standing;
  }

  private static List<Map<String, Object>> themes(
      Clauses clauses, List<Map<String, Object>> shown, Desk desk) {
    Map<String, List<Map<String, Object>>> byTheme = new LinkedHashMap<>();
    int at = 0;
    for (JsonNode each : clauses.whole().values()) {
      byTheme
          .computeIfAbsent(each.path("theme").asText(), theme -> new ArrayList<>())
          .add(shown.get(at++));
    }
    List<Map<String, Object>> themes = new ArrayList<>();
    byTheme.forEach(
        (theme, those) ->
            themes.add(
                Shown.of(
                    "theme", theme, "word", desk.words().of("theme." + theme), "clauses", those)));
    return themes;
  }
}

package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The deal at a glance: what it is, who holds what, what stands, until when, and what is misread.
 */
@ApplicationScoped
class DealView implements PageView {

  private static final List<String> STATUSES = List.of("inForce", "notRestated", "ended", "notYet");

  @Override
  public View view() {
    return View.deal;
  }

  @Override
  public String title(PageContext page) {
    return page.deal().path("title").asText();
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    page.fetch(
        List.of(
            page.collection("stakeholders"),
            page.collection("discrepancies"),
            page.collection("clauses"),
            page.collection("instruments")));
    Clauses clauses = new Clauses(page);
    List<Map<String, Object>> shown =
        clauses.whole().values().stream().map(clauses::shown).toList();
    JsonNode instrument = page.deal().path("instrument");
    List<Map<String, Object>> misread = misread(page);
    List<Map<String, Object>> ends = ends(shown);
    return Fields.of(
        "summary", page.deal().path("summary").asText(),
        "asReviewed",
            page.words()
                .of("glance.asReviewed", page.words().day(page.deal().path("reviewed").asText())),
        "summaryProof", Evidence.of(page.deal(), page),
        "parties", parties(page),
        "instrument", instrument.isMissingNode() ? null : instrument(instrument, page),
        "ownership", Ownership.of(page),
        "ownershipJson", page.json(page.collection("stakeholders")),
        "misread", misread,
        "hasMisread", !misread.isEmpty(),
        "misreadMore", page.addresses().view(View.article),
        "misreadJson", page.json(page.collection("discrepancies")),
        "ends", ends,
        "hasEnds", !ends.isEmpty(),
        "standing", standing(shown, page),
        "themes", themes(clauses, shown, page),
        "years", clauses.axis().years(),
        "now", clauses.axis().x(page.asOf()),
        "clausesJson", page.json(page.collection("clauses")));
  }

  private static List<Map<String, Object>> parties(PageContext page) {
    List<Map<String, Object>> parties = new ArrayList<>();
    page.deal()
        .path("parties")
        .forEach(each -> parties.add(Fields.of("name", each.path("name").asText())));
    return parties;
  }

  private static Map<String, Object> instrument(JsonNode instrument, PageContext page) {
    return Fields.of(
        "title", instrument.path("title").asText(),
        "kind", page.words().of("instrumentKind." + instrument.path("kind").asText()),
        "day", page.words().day(instrument.path("date").asText()),
        "summary", instrument.path("summary").asText(),
        "proof", Evidence.of(instrument, page));
  }

  /** What is plainly wrong, or has been overtaken: the rest is told in its own view. */
  private static List<Map<String, Object>> misread(PageContext page) {
    List<Map<String, Object>> misread = new ArrayList<>();
    for (JsonNode each : Discrepancies.gravestFirst(page)) {
      String verdict = each.path("verdict").asText();
      if (verdict.equals("contradicted") || verdict.equals("outdated")) {
        misread.add(Discrepancies.shown(each, page));
      }
    }
    return misread;
  }

  /** Whatever is over or has an end: the question that readers ask first. */
  private static List<Map<String, Object>> ends(List<Map<String, Object>> clauses) {
    return clauses.stream()
        .filter(each -> each.get("end") != null || each.get("over") != null)
        .sorted(Comparator.comparing(each -> STATUSES.indexOf((String) each.get("status"))))
        .toList();
  }

  private static List<Map<String, Object>> standing(
      List<Map<String, Object>> clauses, PageContext page) {
    List<Map<String, Object>> standing = new ArrayList<>();
    for (String status : STATUSES) {
      List<Map<String, Object>> those =
          clauses.stream().filter(each -> status.equals(each.get("status"))).toList();
      if (!those.isEmpty()) {
        standing.add(
            Fields.of(
                "status", status,
                "statusWord",
                    page.words().of((those.size() == 1 ? "status." : "statuses.") + status),
                "meaning", page.words().of("statusMeaning." + status),
                "number", those.size(),
                "clauses", those));
      }
    }
    return standing;
  }

  private static List<Map<String, Object>> themes(
      Clauses clauses, List<Map<String, Object>> shown, PageContext page) {
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
                Fields.of(
                    "theme", theme, "word", page.words().of("theme." + theme), "clauses", those)));
    return themes;
  }
}

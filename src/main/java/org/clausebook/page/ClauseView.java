package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** One clause: its term on the day, its whole history, and what follows from it. */
@ApplicationScoped
class ClauseView implements PageView {

  @Override
  public View view() {
    return View.clause;
  }

  @Override
  public String title(PageContext page) {
    return Discrepancies.title(page.query().clause, page);
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    String id = page.query().clause;
    Clauses clauses = new Clauses(page);
    if (id == null) {
      throw Problem.refused(
          "clause", Text.of("Say which clause is to be shown.", "Dites quelle clause montrer."));
    }
    JsonNode clause = clauses.whole().get(id);
    if (clause == null) {
      throw ProblemType.NOT_FOUND.because(
          "This deal has no clause '%s'.", "Cet accord n’a pas de clause « %s ».", id);
    }
    page.fetch(
        List.of(
            page.collection("implications?clause=" + id),
            page.collection("discrepancies"),
            page.collection("unknowns?clause=" + id),
            page.collection("stakeholders")));
    Map<String, Object> shown = new LinkedHashMap<>(clauses.shown(clause));
    List<Map<String, Object>> implications = new ArrayList<>();
    page.items("implications?clause=" + id)
        .forEach(each -> implications.add(Implications.shown(each, page)));
    List<Map<String, Object>> misread = new ArrayList<>();
    for (JsonNode each : Discrepancies.gravestFirst(page)) {
      each.path("clauses")
          .forEach(
              named -> {
                if (named.asText().equals(id)) {
                  misread.add(Discrepancies.shown(each, page));
                }
              });
    }
    shown.putAll(
        Fields.of(
            "theme", page.words().of("theme." + clause.path("theme").asText()),
            "covers", strings(clause.path("term").path("covers")),
            "excludes", strings(clause.path("term").path("excludes")),
            "hasCovers", !clause.path("term").path("covers").isEmpty(),
            "hasExcludes", !clause.path("term").path("excludes").isEmpty(),
            "history", history(clause, clauses, page),
            "binds", names(clause.path("binds"), page),
            "benefits", names(clause.path("benefits"), page),
            "missing", Unknowns.shown(page.items("unknowns?clause=" + id), page),
            "hasMissing", !page.items("unknowns?clause=" + id).isEmpty(),
            "implications", implications,
            "hasImplications", !implications.isEmpty(),
            "misread", misread,
            "hasMisread", !misread.isEmpty(),
            "years", clauses.axis().years(),
            "back", page.addresses().view(View.deal)));
    return shown;
  }

  /** Newest first: every term with what brought it. */
  private static List<Map<String, Object>> history(
      JsonNode clause, Clauses clauses, PageContext page) {
    Words words = page.words();
    List<Map<String, Object>> entries = new ArrayList<>();
    for (JsonNode effect : clause.path("effects")) {
      String date = effect.path("date").asText();
      JsonNode term = null;
      for (JsonNode each : clause.path("history")) {
        if (each.path("from").asText().equals(date)) {
          term = each;
        }
      }
      entries.add(
          0,
          Fields.of(
              "day", words.day(date),
              "date", date,
              "kind", effect.path("kind").asText(),
              "kindWord", words.of("effect." + effect.path("kind").asText()),
              "instrument", clauses.instrument(effect.path("instrument").asText()),
              "text", effect.path("text").asText(),
              "term", term == null ? null : term.path("text").asText(),
              "end", term == null ? null : term.path("end").path("text").asText(null),
              "isAhead", LocalDate.parse(date).isAfter(page.asOf()),
              "proof", Evidence.of(effect, page)));
    }
    return entries;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }

  private static String names(JsonNode slugs, PageContext page) {
    List<String> names = new ArrayList<>();
    for (JsonNode slug : slugs) {
      String name = slug.asText();
      for (JsonNode each : page.items("stakeholders")) {
        if (each.path("id").asText().equals(name)) {
          name = each.path("name").asText();
          break;
        }
      }
      names.add(name);
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }
}

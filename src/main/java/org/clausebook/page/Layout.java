package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Assets;

/** What surrounds every view: the menu, the day, the languages, where the data comes from. */
@ApplicationScoped
class Layout {

  Map<String, Object> around(PageContext page, PageView view) {
    Words words = page.words();
    Addresses addresses = page.addresses();
    PageQuery query = page.query();
    String lang = words.language().tag();
    JsonNode instruments = page.items("instruments");
    LocalDate today = page.today();
    return Fields.of(
        "t", words.tree(),
        "lang", lang,
        "dealTitle", page.deal().path("title").asText(),
        "pageTitle", view.title(page),
        "assets", Assets.VERSION,
        "viewName", query.view().name(),
        "description", page.deal().path("summary").asText(),
        "menu", menu(page),
        "home", addresses.view(View.deal),
        "inFrench", addresses.with("lang", "fr"),
        "inEnglish", addresses.with("lang", "en"),
        "isFrench", lang.equals("fr"),
        "asOf", page.asOf().toString(),
        "asOfDay", words.day(page.asOf()),
        "isToday", page.asOf().equals(today),
        "isPast", page.asOf().isBefore(today),
        "toToday", addresses.with("asOf", null, "dataset", null),
        "hasDay", query.view() != View.comparison && query.view() != View.search,
        "dateState", state(addresses.stateWithout("asOf")),
        "searchState",
            state(
                addresses.stateWithout(
                    "q", "includeHistory", "view", "clause", "from", "until", "kind")),
        "q", query.q,
        "steps", steps(instruments, page),
        "sliderFrom", instruments.path(0).path("date").asText(page.asOf().toString()),
        "sliderUntil", today.plusYears(7).withDayOfYear(1).toString(),
        "revision", page.deal().path("revision").asText(),
        "reviewed", words.day(page.deal().path("reviewed").asText()),
        "permalink",
            addresses.with("asOf", page.asOf(), "dataset", page.deal().path("dataset").asText()),
        "isPinned", query.dataset != null,
        "dealJson", page.json(page.path("")));
  }

  private static List<Map<String, Object>> menu(PageContext page) {
    List<Map<String, Object>> menu = new ArrayList<>();
    View here = page.query().view() == View.clause ? View.deal : page.query().view();
    for (View view : View.values()) {
      if (view.isInMenu()) {
        menu.add(
            Fields.of(
                "word", page.words().of("menu." + view),
                "href", page.addresses().view(view),
                "isHere", view == here));
      }
    }
    return menu;
  }

  /** The days on which an instrument took effect: where something may have changed. */
  private static List<Map<String, Object>> steps(JsonNode instruments, PageContext page) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (JsonNode each : instruments) {
      String date = each.path("date").asText();
      steps.add(
          Fields.of(
              "date", date,
              "day", page.words().day(date),
              "title", each.path("title").asText(),
              "href", page.addresses().with("asOf", date),
              "isHere", date.equals(page.asOf().toString())));
    }
    return steps;
  }

  static List<Map<String, Object>> state(Map<String, String> parameters) {
    List<Map<String, Object>> fields = new ArrayList<>();
    parameters.forEach((name, value) -> fields.add(Fields.of("name", name, "value", value)));
    return fields;
  }
}

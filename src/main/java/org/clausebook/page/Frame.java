package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What surrounds every view: the menu, the day, the languages, where the data comes from. */
@ApplicationScoped
class Frame {

  Map<String, Object> around(Desk desk, Chapter chapter) {
    Words words = desk.words();
    Addresses addresses = desk.addresses();
    PageQuery query = desk.query();
    String lang = words.language().tag();
    JsonNode instruments = desk.items("instruments");
    LocalDate today = desk.today();
    return Shown.of(
        "t", words.tree(),
        "lang", lang,
        "dealTitle", desk.deal().path("title").asText(),
        "dealStatus", words.of("dealStatus." + desk.deal().path("status").asText()),
        "pageTitle", chapter.title(desk),
        "assets", Assets.VERSION,
        "viewName", query.view().name(),
        "description", desk.deal().path("summary").asText(),
        "menu", menu(desk),
        "home", addresses.view(View.deal),
        "inFrench", addresses.with("lang", "fr"),
        "inEnglish", addresses.with("lang", "en"),
        "isFrench", lang.equals("fr"),
        "asOf", desk.asOf().toString(),
        "asOfDay", words.day(desk.asOf()),
        "isToday", desk.asOf().equals(today),
        "isPast", desk.asOf().isBefore(today),
        "toToday", addresses.with("asOf", null, "dataset", null),
        "isComparison", query.view() == View.comparison,
        "hasDay", query.view() != View.comparison && query.view() != View.search,
        "dateState", state(addresses.stateWithout("asOf")),
        "searchState", state(addresses.stateWithout("q", "view", "clause", "from", "until")),
        "q", query.q,
        "steps", steps(instruments, desk),
        "sliderFrom", instruments.path(0).path("date").asText(desk.asOf().toString()),
        "sliderUntil", today.plusYears(7).withDayOfYear(1).toString(),
        "revision", desk.deal().path("revision").asText(),
        "dataset", desk.deal().path("dataset").asText(),
        "reviewed", words.day(desk.deal().path("reviewed").asText()),
        "permalink",
            addresses.with("asOf", desk.asOf(), "dataset", desk.deal().path("dataset").asText()),
        "isPinned", query.dataset != null,
        "dealJson", desk.json(desk.path("")));
  }

  private static List<Map<String, Object>> menu(Desk desk) {
    List<Map<String, Object>> menu = new ArrayList<>();
    View here = desk.query().view() == View.clause ? View.deal : desk.query().view();
    for (View view : View.values()) {
      if (view.isInMenu()) {
        menu.add(
            Shown.of(
                "word", desk.words().of("menu." + view),
                "href", desk.addresses().view(view),
                "isHere", view == here));
      }
    }
    return menu;
  }

  /** The days on which an instrument took effect: where something may have changed. */
  private static List<Map<String, Object>> steps(JsonNode instruments, Desk desk) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (JsonNode each : instruments) {
      String date = each.path("date").asText();
      steps.add(
          Shown.of(
              "date", date,
              "day", desk.words().day(date),
              "title", each.path("title").asText(),
              "href", desk.addresses().with("asOf", date),
              "isHere", date.equals(desk.asOf().toString())));
    }
    return steps;
  }

  static List<Map<String, Object>> state(Map<String, String> parameters) {
    List<Map<String, Object>> fields = new ArrayList<>();
    parameters.forEach((name, value) -> fields.add(Shown.of("name", name, "value", value)));
    return fields;
  }
}

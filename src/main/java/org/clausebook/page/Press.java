package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.samskivert.mustache.Template;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.clausebook.http.Exchange;
import org.clausebook.http.language.Language;
import org.clausebook.http.problem.ProblemType;

/** Puts what a chapter tells into its template, and that into the frame of every page. */
@ApplicationScoped
class Press {

  /** Characters; a page has some hundred thousand. */
  private static final long ROOM = 16_000_000;

  /**
   * Pages printed at a time. Each waits for the API, which is served by the same threads: without a
   * bound, a rush for pages would leave none to answer them.
   */
  private static final int AT_A_TIME = 48;

  /** A page is the same as long as nothing is published and the day does not change. */
  private record Sheet(
      Language language,
      Map<String, String> query,
      long dataset,
      LocalDate asOf,
      LocalDate today) {}

  private final Api api;
  private final Frame frame;
  private final Map<View, Chapter> chapters = new EnumMap<>(View.class);
  private final Map<Language, Map<View, Template>> templates = new EnumMap<>(Language.class);
  private final Semaphore slots = new Semaphore(AT_A_TIME);
  private final Cache<Sheet, String> printed =
      Caffeine.newBuilder()
          .maximumWeight(ROOM)
          .weigher((Sheet sheet, String page) -> page.length())
          .build();

  Press(Api api, Frame frame, @All List<Chapter> chapters) {
    this.api = api;
    this.frame = frame;
    chapters.forEach(each -> this.chapters.put(each.view(), each));
    for (Language language : Language.values()) {
      Map<View, Template> ofLanguage = new EnumMap<>(View.class);
      for (View view : View.values()) {
        ofLanguage.put(view, Templates.compile(language, "page", view.name()));
      }
      templates.put(language, ofLanguage);
    }
  }

  String print(PageQuery query, Exchange exchange) {
    if (!slots.tryAcquire()) {
      throw ProblemType.UNAVAILABLE
          .because(
              "Too many pages are being written at the moment.",
              "Trop de pages s’écrivent en ce moment.")
          .withHeader("Retry-After", "1");
    }
    try {
      return printed(query, exchange);
    } finally {
      slots.release();
    }
  }

  private String printed(PageQuery query, Exchange exchange) {
    Desk desk = new Desk(api, exchange, query);
    Sheet sheet =
        new Sheet(
            exchange.language(),
            exchange.addresses().query(),
            desk.newest(),
            desk.asOf(),
            desk.today());
    return printed.get(sheet, asked -> print(desk, exchange.language()));
  }

  private String print(Desk desk, Language language) {
    View view = desk.query().view();
    Chapter chapter = chapters.get(view);
    Map<String, Object> shown = new LinkedHashMap<>(chapter.tell(desk));
    shown.putAll(frame.around(desk, chapter));
    return templates.get(language).get(view).execute(shown);
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}

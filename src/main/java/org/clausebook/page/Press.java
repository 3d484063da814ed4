package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clausebook.http.Exchange;
import org.clausebook.http.language.Language;

/** Puts what a chapter tells into its template, and that into the frame of every page. */
@ApplicationScoped
class Press {

  private final Api api;
  private final Frame frame;
  private final Map<View, Chapter> chapters = new EnumMap<>(View.class);
  private final Map<Language, Map<View, Template>> templates = new EnumMap<>(Language.class);

  Press(Api api, Frame frame, @All List<Chapter> chapters) {
    this.api = api;
    this.frame = frame;
    chapters.forEach(each -> this.chapters.put(each.view(), each));
    for (Language language : Language.values()) {
      Map<View, Template> ofLanguage = new EnumMap<>(View.class);
      for (View view : View.values()) {
        ofLanguage.put(view, compile(language, view));
      }
      templates.put(language, ofLanguage);
    }
  }

  String print(PageQuery query, Exchange exchange) {
    Desk desk = new Desk(api, exchange, query);
    Chapter chapter = chapters.get(query.view());
    Map<String, Object> shown = new LinkedHashMap<>(chapter.tell(desk));
    shown.putAll(frame.around(desk, chapter));
    return templates.get(exchange.language()).get(query.view()).execute(shown);
  }

  /** Looks names up in maps and lists, and nothing by reflection: a text has no members. */
  private static final class MapsOnly extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }

  private static Template compile(Language language, View view) {
    Words words = Words.in(language);
    return Mustache.compiler()
        .withCollector(new MapsOnly())
        .withEscaper(Press::escape)
        .defaultValue("")
        .emptyStringIsFalse(true)
        .withFormatter(
            value -> value instanceof String text ? words.typeset(text) : value.toString())
        .withLoader(name -> open(name.equals("body") ? view.name() : name))
        .compile(open("page"));
  }

  private static Reader open(String name) {
    return new InputStreamReader(
        Press.class.getResourceAsStream("/page/" + name + ".html"), StandardCharsets.UTF_8);
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}

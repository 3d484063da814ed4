package org.clausebook.page;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clausebook.http.language.Language;

/** The templates, each set in the typography of a language. */
final class Templates {

  private Templates() {}

  /**
   * Compiles a template.
   *
   * @param body the template that stands where the frame says {@code body}
   */
  static Template compile(Language language, String frame, String body) {
    Words words = Words.in(language);
    return Mustache.compiler()
        .withCollector(new MapsOnly())
        .withEscaper(Templates::escape)
        .defaultValue("")
        .emptyStringIsFalse(true)
        .withFormatter(
            value -> value instanceof String text ? words.typeset(text) : value.toString())
        .withLoader(name -> open(name.equals("body") ? body : name))
        .compile(open(frame));
  }

  private static Reader open(String name) {
    return new InputStreamReader(
        Templates.class.getResourceAsStream("/page/" + name + ".html"), StandardCharsets.UTF_8);
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Looks names up in maps and lists, and nothing by reflection: a text has no members. */
  private static final class MapsOnly extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}

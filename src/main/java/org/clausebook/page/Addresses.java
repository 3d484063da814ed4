package org.clausebook.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.language.Language;

/**
 * Addresses of the page and of the API behind it, relative to the page, so that they hold wherever
 * the service is mounted.
 */
final class Addresses {

  private final Map<String, String> state = new LinkedHashMap<>();
  private final Language language;

  Addresses(PageQuery query, String deal, Language language) {
    this.language = language;
    state.put("deal", deal);
    state.put("view", query.view == null ? null : query.view.name());
    state.put("clause", query.clause);
    state.put("from", string(query.from));
    state.put("until", string(query.until));
    state.put("q", query.q);
    state.put("includeHistory", query.includeHistory ? "true" : null);
    state.put("kind", query.kind);
    state.put("asOf", string(query.asOf));
    state.put("dataset", string(query.dataset));
    state.put("lang", language.tag());
  }

  private Addresses(Addresses other, String deal) {
    this.language = other.language;
    state.putAll(other.state);
    state.put("deal", deal);
  }

  /** Those of another deal, on the same day. */
  Addresses ofDeal(String deal) {
    return new Addresses(this, deal);
  }

  /** The page as it is with other values of some parameters, names and values in turn. */
  String with(Object... namesAndValues) {
    Map<String, String> set = new LinkedHashMap<>(state);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      set.put((String) namesAndValues[i], string(namesAndValues[i + 1]));
    }
    return query("", set);
  }

  /** Another view of the same deal on the same day. */
  String view(View view) {
    return of(view, null);
  }

  String clause(String clause) {
    return of(View.clause, clause);
  }

  /** Only what every view has in common is taken along. */
  private String of(View view, String clause) {
    Map<String, String> set = new LinkedHashMap<>(state);
    set.keySet().removeAll(List.of("from", "until", "q", "includeHistory", "kind"));
    set.put("view", view == View.deal ? null : view.name());
    set.put("clause", clause);
    return query("", set);
  }

  /** The state that a form keeps while it sets some parameters itself. */
  Map<String, String> stateWithout(String... names) {
    Map<String, String> kept = new LinkedHashMap<>(state);
    for (String name : names) {
      kept.remove(name);
    }
    kept.values().removeIf(value -> value == null);
    return kept;
  }

  /** What the API says behind the page, for a client to ask itself. */
  String api(String path, Object... namesAndValues) {
    Map<String, String> set = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      set.put((String) namesAndValues[i], string(namesAndValues[i + 1]));
    }
    set.put("lang", language.tag());
    return query(path.substring(1), set);
  }

  private static String string(Object value) {
    return value == null ? null : value.toString();
  }

  static String query(String path, Map<String, String> parameters) {
    StringBuilder url = new StringBuilder(path);
    char separator = path.contains("?") ? '&' : '?';
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      if (each.getValue() != null) {
        url.append(separator)
            .append(each.getKey())
            .append('=')
            .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
        separator = '&';
      }
    }
    return url.toString();
  }
}

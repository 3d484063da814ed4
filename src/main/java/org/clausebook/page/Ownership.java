package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who holds what of whom on the day, as one bar for each that is held. */
final class Ownership {

  private static final int LENGTH = 1000;

  private record Holding(String holder, JsonNode held) {
    boolean hasShare() {
      return held.path("share").has("percent");
    }

    /** Zero where no share is known. */
    BigDecimal percent() {
      return held.path("share").path("percent").decimalValue();
    }
  }

  private Ownership() {}

  static List<Map<String, Object>> of(PageContext page) {
    Map<String, List<Holding>> byHeld = new LinkedHashMap<>();
    for (JsonNode stakeholder : page.items("stakeholders")) {
      for (JsonNode held : stakeholder.path("holdings")) {
        if (held.has("share") || held.has("value")) {
          byHeld
              .computeIfAbsent(held.path("of").path("name").asText(), name -> new ArrayList<>())
              .add(new Holding(stakeholder.path("name").asText(), held));
        }
      }
    }
    List<Map<String, Object>> charts = new ArrayList<>();
    byHeld.forEach((of, holdings) -> charts.add(chart(of, holdings, page)));
    return charts;
  }

  private static Map<String, Object> chart(String of, List<Holding> holdings, PageContext page) {
    List<Map<String, Object>> parts = new ArrayList<>();
    double at = 0;
    String since = "";
    for (Holding each : holdings) {
      double width = each.percent().doubleValue() * LENGTH / 100;
      String from = each.held().path("from").asText();
      since = from.compareTo(since) > 0 ? from : since;
      parts.add(
          Fields.of(
              "number", parts.size() + 1,
              "isDrawn", each.hasShare(),
              "isPatterned", parts.size() == 1 || parts.size() == 2,
              "x", Math.round(at),
              "width", Math.round(width) - 3,
              "holder", each.holder(),
              "share", page.words().share(each.held().path("share")),
              "percent", page.words().percent(each.percent()),
              "basis", page.words().basis(each.held().path("share")),
              "value", page.words().amount(each.held().path("value")),
              "text", each.held().path("text").asText(null),
              "proof", Evidence.of(each.held(), page)));
      at += width;
    }
    double rest = LENGTH - at;
    return Fields.of(
        "title", page.words().of("ownsOf", of),
        "since", page.words().of("asStatedOn", page.words().day(since)),
        "parts", parts,
        "restX", Math.round(at),
        "restWidth", Math.max(0, Math.round(rest)),
        "hasRest", rest > 5);
  }
}

package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the deal means in each region it is said to touch, and under which law. */
@ApplicationScoped
class EuropeView implements PageView {

  private static final List<String> NATURES =
      List.of("opportunity", "challenge", "obligation", "neutral");

  private static final String REGULATIONS = "/v1/regulations?limit=100";

  @Override
  public View view() {
    return View.europe;
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    String milestones = page.collection("timeline?kind=milestone");
    page.fetch(
        List.of(
            page.collection("implications"),
            page.collection("instruments"),
            REGULATIONS,
            milestones));
    List<JsonNode> implications = PageContext.list(page.items("implications"));
    Set<String> spokenOf = new LinkedHashSet<>();
    Set<String> touched = new LinkedHashSet<>();
    for (JsonNode each : implications) {
      spokenOf.add(each.path("region").asText());
      each.path("regulations").forEach(link -> touched.add(link.path("regulation").asText()));
    }
    List<String> regions = page.regions().inOrder(spokenOf);
    List<Map<String, Object>> toCome = TimelineEntries.toCome(page.whole(milestones), page);
    return Fields.of(
        "matrix", matrix(implications, regions, page),
        "regions", columns(regions, page),
        "matrixJson", page.json(page.path("/implications/matrix")),
        "groups", groups(implications, regions, page),
        "implicationsJson", page.json(page.collection("implications")),
        "milestones", toCome,
        "hasMilestones", !toCome.isEmpty(),
        "milestonesJson", page.json(milestones),
        "regulations", regulations(page, touched),
        "regulationsJson", page.addresses().api("/v1/regulations"));
  }

  private static List<Map<String, Object>> columns(List<String> regions, PageContext page) {
    return regions.stream()
        .map(each -> Fields.of("code", each, "word", page.regions().name(each)))
        .toList();
  }

  /** One row for each nature, one column for each region. */
  private static List<Map<String, Object>> matrix(
      List<JsonNode> implications, List<String> regions, PageContext page) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String nature : NATURES) {
      List<Map<String, Object>> cells = new ArrayList<>();
      for (String region : regions) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (JsonNode each : implications) {
          if (each.path("nature").asText().equals(nature)
              && each.path("region").asText().equals(region)) {
            found.add(
                Fields.of("id", each.path("id").asText(), "title", each.path("title").asText()));
          }
        }
        cells.add(
            Fields.of(
                "regionWord", page.regions().name(region),
                "found", found,
                "isEmpty", found.isEmpty()));
      }
      rows.add(
          Fields.of(
              "nature",
              nature,
              "natureWord",
              page.words().of("natures." + nature),
              "cells",
              cells));
    }
    return rows;
  }

  private static List<Map<String, Object>> groups(
      List<JsonNode> implications, List<String> regions, PageContext page) {
    Map<String, List<Map<String, Object>>> byRegion = new LinkedHashMap<>();
    regions.forEach(region -> byRegion.put(region, new ArrayList<>()));
    implications.forEach(
        each -> byRegion.get(each.path("region").asText()).add(Implications.shown(each, page)));
    List<Map<String, Object>> groups = new ArrayList<>();
    byRegion.forEach(
        (region, those) ->
            groups.add(
                Fields.of(
                    "code",
                    region,
                    "word",
                    page.regions().name(region),
                    "count",
                    page.words().count("implications", those.size()),
                    "implications",
                    those)));
    return groups;
  }

  private static List<Map<String, Object>> regulations(PageContext page, Set<String> touched) {
    List<Map<String, Object>> regulations = new ArrayList<>();
    for (JsonNode each : page.whole(REGULATIONS)) {
      String id = each.path("id").asText();
      if (touched.contains(id)) {
        List<String> authorities = new ArrayList<>();
        each.path("authorities").forEach(one -> authorities.add(one.path("name").asText()));
        JsonNode ids = each.path("identifiers");
        String url = each.path("url").asText("");
        regulations.add(
            Fields.of(
                "id", id,
                "name", each.path("name").asText(),
                "title", each.path("title").asText(),
                "summary", each.path("summary").asText(),
                "regionWord", page.regions().name(each.path("region")),
                "kind", page.words().of("regulationKind." + each.path("kind").asText()),
                "number",
                    ids.path("celex")
                        .asText(ids.path("jorf").asText(ids.path("number").asText(null))),
                "url", url.startsWith("https://") ? url : null,
                "authorities", authorities.isEmpty() ? null : String.join(", ", authorities),
                "json", page.addresses().api("/v1/regulations/" + id)));
      }
    }
    return regulations;
  }
}

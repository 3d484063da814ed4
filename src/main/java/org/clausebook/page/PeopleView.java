package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is concerned, in which role. */
@ApplicationScoped
class PeopleView implements PageView {

  @Override
  public View view() {
    return View.people;
  }

  @Override
  public Map<String, Object> show(PageContext page) {
    page.fetch(
        List.of(
            page.collection("stakeholders"),
            page.collection("clauses"),
            page.collection("instruments")));
    Map<String, List<Map<String, Object>>> byRole = new LinkedHashMap<>();
    for (JsonNode each : page.items("stakeholders")) {
      byRole
          .computeIfAbsent(each.path("role").asText(), role -> new ArrayList<>())
          .add(shown(each, page));
    }
    List<Map<String, Object>> roles = new ArrayList<>();
    byRole.forEach(
        (role, those) ->
            roles.add(
                Fields.of(
                    "role",
                    role,
                    "word",
                    page.words().of("roles." + role),
                    "number",
                    those.size(),
                    "stakeholders",
                    those)));
    return Fields.of("roles", roles, "json", page.json(page.collection("stakeholders")));
  }

  private static Map<String, Object> shown(JsonNode each, PageContext page) {
    List<Map<String, Object>> facts = new ArrayList<>();
    for (JsonNode held : each.path("holdings")) {
      facts.add(
          Fields.of("text", held.path("text").asText(null), "proof", Evidence.of(held, page)));
    }
    for (JsonNode fact : each.path("facts")) {
      facts.add(Fields.of("text", fact.path("text").asText(), "proof", Evidence.of(fact, page)));
    }
    return Fields.of(
        "id", each.path("id").asText(),
        "name", each.path("name").asText(),
        "kind", page.words().of("stakeholderKind." + each.path("kind").asText()),
        "regionWord", page.regions().name(each.path("region")),
        "concern", each.path("concern").asText(),
        "facts", facts,
        "hasFacts", !facts.isEmpty(),
        "factCount", page.words().count("facts", facts.size()),
        "boundBy", clauses(each.path("boundBy"), page),
        "isBound", !each.path("boundBy").isEmpty(),
        "benefitsFrom", clauses(each.path("benefitsFrom"), page),
        "isFavoured", !each.path("benefitsFrom").isEmpty(),
        "proof", Evidence.of(each.path("citations"), each.path("disputedBy"), page));
  }

  private static List<Map<String, Object>> clauses(JsonNode slugs, PageContext page) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    slugs.forEach(
        slug ->
            clauses.add(
                Fields.of(
                    "title", Discrepancies.title(slug.asText(), page),
                    "href", page.addresses().clause(slug.asText()))));
    return clauses;
  }
}

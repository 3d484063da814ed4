package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is concerned, in which role. */
@ApplicationScoped
class PeopleChapter implements Chapter {

  @Override
  public View view() {
    return View.people;
  }

  @Override
  public Map<String, Object> tell(Desk desk) {
    desk.fetch(
        List.of(
            desk.collection("stakeholders"),
            desk.collection("clauses"),
            desk.collection("instruments")));
    Map<String, List<Map<String, Object>>> byRole = new LinkedHashMap<>();
    for (JsonNode each : desk.items("stakeholders")) {
      byRole
          .computeIfAbsent(each.path("role").asText(), role -> new ArrayList<>())
          .add(shown(each, desk));
    }
    List<Map<String, Object>> roles = new ArrayList<>();
    byRole.forEach(
        (role, those) ->
            roles.add(
                Shown.of(
                    "role",
                    role,
                    "word",
                    desk.words().of("roles." + role),
                    "number",
                    those.size(),
                    "stakeholders",
                    those)));
    return Shown.of("roles", roles, "json", desk.json(desk.collection("stakeholders")));
  }

  private static Map<String, Object> shown(JsonNode each, Desk desk) {
    List<Map<String, Object>> facts = new ArrayList<>();
    for (JsonNode held : each.path("holdings")) {
      facts.add(Shown.of("text", held.path("text").asText(null), "proof", Proof.of(held, desk)));
    }
    for (JsonNode fact : each.path("facts")) {
      facts.add(Shown.of("text", fact.path("text").asText(), "proof", Proof.of(fact, desk)));
    }
    return Shown.of(
        "id", each.path("id").asText(),
        "name", each.path("name").asText(),
        "kind", desk.words().of("stakeholderKind." + each.path("kind").asText()),
        "regionWord", desk.words().of("region." + each.path("region").asText()),
        "concern", each.path("concern").asText(),
        "facts", facts,
        "hasFacts", !facts.isEmpty(),
        "factCount", desk.words().count("facts", facts.size()),
        "boundBy", clauses(each.path("boundBy"), desk),
        "isBound", !each.path("boundBy").isEmpty(),
        "benefitsFrom", clauses(each.path("benefitsFrom"), desk),
        "isFavoured", !each.path("benefitsFrom").isEmpty(),
        "proof", Proof.of(each.path("citations"), each.path("disputedBy"), desk));
  }

  private static List<Map<String, Object>> clauses(JsonNode slugs, Desk desk) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    slugs.forEach(
        slug ->
            clauses.add(
                Shown.of(
                    "title", Discrepancies.title(slug.asText(), desk),
                    "href", desk.addresses().clause(slug.asText()))));
    return clauses;
  }
}

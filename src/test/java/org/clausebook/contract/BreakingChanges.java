package org.clausebook.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client of one contract would trip over in the next. Deliberately strict on answers (no
 * member, status or media type may go, no type may change or become nullable) and on requests (no
 * parameter may go or become required, no accepted value may be refused).
 */
final class BreakingChanges {

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> found = new ArrayList<>();

  private BreakingChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  static List<String> between(JsonNode before, JsonNode after) {
    BreakingChanges changes = new BreakingChanges(before, after);
    before
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            changes.operation(
                                method.getKey() + ' ' + path.getKey(),
                                method.getValue(),
                                after.path("paths").path(path.getKey()).path(method.getKey()))));
    return changes.found;
  }

  private void operation(String name, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      found.add(name + " is gone");
      return;
    }
    if (!old.path("operationId").equals(now.path("operationId"))) {
      found.add(name + " has another operationId");
    }
    Map<String, JsonNode> parameters = parameters(after, now);
    Map<String, JsonNode> known = parameters(before, old);
    known.forEach((key, each) -> parameter(name + ' ' + key, each, parameters.get(key)));
    parameters.forEach(
        (key, each) -> {
          if (each.path("required").asBoolean()
              && !(known.containsKey(key) && known.get(key).path("required").asBoolean())) {
            found.add(name + ' ' + key + " is now required");
          }
        });
    old.path("responses")
        .properties()
        .forEach(
            response -> {
              if (response.getKey().startsWith("2")) {
                answer(
                    name + ' ' + response.getKey(),
                    resolve(before, response.getValue()),
                    resolve(after, now.path("responses").path(response.getKey())));
              }
            });
  }

  private void parameter(String name, JsonNode old, JsonNode now) {
    if (now == null) {
      found.add(name + " is gone");
      return;
    }
    JsonNode was = resolve(before, old.path("schema"));
    JsonNode is = resolve(after, now.path("schema"));
    if (!was.path("type").equals(is.path("type"))) {
      found.add(name + " has another type");
    }
    if (is.has("enum")) {
      was.path("enum")
          .forEach(
              value -> {
                if (!values(is.path("enum")).contains(value.asText())) {
                  found.add(name + " refuses " + value.asText());
                }
              });
    }
    for (String bound : List.of("maximum", "maxLength")) {
      if (is.has(bound) && (!was.has(bound) || is.get(bound).asLong() < was.get(bound).asLong())) {
        found.add(name + " has a tighter " + bound);
      }
    }
    for (String bound : List.of("minimum", "minLength")) {
      if (is.has(bound) && (!was.has(bound) || is.get(bound).asLong() > was.get(bound).asLong())) {
        found.add(name + " has a tighter " + bound);
      }
    }
    if (is.has("pattern") && !is.path("pattern").equals(was.path("pattern"))) {
      found.add(name + " has another pattern");
    }
  }

  private void answer(String name, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      found.add(name + " is gone");
      return;
    }
    old.path("headers")
        .fieldNames()
        .forEachRemaining(
            header -> {
              if (!now.path("headers").has(header)) {
                found.add(name + " header " + header + " is gone");
              }
            });
    old.path("content")
        .properties()
        .forEach(
            type -> {
              JsonNode same = now.path("content").path(type.getKey());
              if (same.isMissingNode()) {
                found.add(name + " is no longer served as " + type.getKey());
              } else {
                schema(
                    name + ' ' + type.getKey(),
                    type.getValue().path("schema"),
                    same.path("schema"),
                    new TreeSet<>());
              }
            });
  }

  private void schema(String name, JsonNode old, JsonNode now, Set<String> seen) {
    if (old.has("$ref") && !seen.add(old.path("$ref").asText())) {
      return;
    }
    JsonNode was = resolve(before, old);
    JsonNode is = resolve(after, now);
    if (!values(was.path("type")).containsAll(values(is.path("type")))) {
      found.add(name + " changed from " + was.path("type") + " to " + is.path("type"));
    }
    if (!was.path("format").equals(is.path("format"))) {
      found.add(name + " has another format");
    }
    List<String> required = values(is.path("required"));
    values(was.path("required")).stream()
        .filter(member -> !required.contains(member))
        .forEach(member -> found.add(name + '.' + member + " may now be absent"));
    was.path("properties")
        .properties()
        .forEach(
            member -> {
              JsonNode same = is.path("properties").path(member.getKey());
              if (same.isMissingNode()) {
                found.add(name + '.' + member.getKey() + " is gone");
              } else {
                schema(name + '.' + member.getKey(), member.getValue(), same, seen);
              }
            });
    for (String below : List.of("items", "additionalProperties")) {
      if (was.path(below).isObject()) {
        schema(name + "[]", was.path(below), is.path(below), seen);
      }
    }
  }

  private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = resolve(document, each);
      parameters.put(
          parameter.path("in").asText() + ' ' + parameter.path("name").asText(), parameter);
    }
    return parameters;
  }

  private static List<String> values(JsonNode node) {
    List<String> values = new ArrayList<>();
    if (node.isTextual()) {
      values.add(node.asText());
    }
    node.forEach(each -> values.add(each.asText()));
    return values;
  }

  private static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = document.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }
}

package org.clausebook.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the columns of a collection are when it is written as a table. */
public final class Columns {

  private static final int DEPTH = 3;

  private final JsonNode document;

  public Columns(JsonNode document) {
    this.document = document;
  }

  /** The members of the items of a path's collection; those of objects within as {@code a.b}. */
  public List<String> ofItems(String path) {
    JsonNode page =
        document
            .path("paths")
            .path(path)
            .at("/get/responses/200/content")
            .path("application/json")
            .path("schema");
    List<String> columns = new ArrayList<>();
    JsonNode items = resolve(page).at("/properties/items/items");
    collect(items, "", 1, columns);
    // What is told once for all items is not repeated in every line; a namesake is something else.
    for (var member : resolve(page).path("properties").properties()) {
      if (member.getValue().equals(resolve(items).at("/properties/" + member.getKey()))) {
        columns.removeIf(
            name -> name.equals(member.getKey()) || name.startsWith(member.getKey() + "."));
      }
    }
    columns.add("links.self");
    return columns;
  }

  private void collect(JsonNode schema, String prefix, int depth, List<String> columns) {
    for (var member : resolve(schema).path("properties").properties()) {
      String name = prefix + member.getKey();
      if (resolve(member.getValue()).path("properties").isEmpty() || depth == DEPTH) {
        columns.add(name);
      } else {
        collect(member.getValue(), name + ".", depth + 1, columns);
      }
    }
  }

  private JsonNode resolve(JsonNode node) {
    return Contract.resolve(node, document);
  }
}

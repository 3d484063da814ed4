package org.clausebook.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The contract in short (llmstxt.org): what there is, where, and what for. */
final class Summary {

  private final JsonNode document;
  private final String server;

  /**
   * Tells a contract.
   *
   * @param server where it is reached, without a slash at the end
   */
  Summary(JsonNode document, String server) {
    this.document = document;
    this.server = server;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("# ")
            .append(document.at("/info/title").asText())
            .append("\n\n> ")
            .append(document.at("/info/summary").asText())
            .append("\n\n")
            .append(document.at("/info/description").asText().strip())
            .append("\n\nThe whole contract: [OpenAPI 3.1](")
            .append(server)
            .append("/openapi)\n");
    Map<String, StringBuilder> sections = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          JsonNode operation = method.getValue();
                          line(
                              sections.computeIfAbsent(
                                  operation.at("/tags/0").asText(), tag -> new StringBuilder()),
                              method.getKey(),
                              server + path.getKey(),
                              operation);
                        }));
    sections.forEach((tag, lines) -> text.append("\n## ").append(tag).append("\n\n").append(lines));
    return text.toString();
  }

  private void line(StringBuilder lines, String method, String url, JsonNode operation) {
    lines
        .append("- [")
        .append(operation.path("summary").asText())
        .append("](")
        .append(url)
        .append("): `")
        .append(method.toUpperCase(Locale.ROOT))
        .append("`. ")
        .append(operation.path("description").asText().strip().replaceAll("\\s+", " "));
    StringBuilder filters = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        filters.append(filters.length() == 0 ? "" : ", ").append('`');
        filters.append(parameter.path("name").asText()).append('`');
      }
    }
    if (filters.length() > 0) {
      lines.append(" Parameters: ").append(filters).append('.');
    }
    lines.append('\n');
  }
}

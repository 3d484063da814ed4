package org.clausebook.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clausebook.http.contract.Columns;
import org.clausebook.http.contract.Contract;

/**
 * A collection as a table (RFC 4180, UTF-8). The columns come from the contract, not from the data,
 * so they are the same whatever the filters find.
 */
@ApplicationScoped
class Csv implements Renderer {

  /** What makes a spreadsheet take a text for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private final Contract contract;
  private final Map<String, List<String>> columns = new ConcurrentHashMap<>();

  Csv(Contract contract) {
    this.contract = contract;
  }

  @Override
  public String mediaType() {
    return MediaTypes.CSV;
  }

  @Override
  public boolean renders(Object answer) {
    return true;
  }

  @Override
  public byte[] render(Object answer, Exchange exchange) throws IOException {
    List<String> names =
        columns.computeIfAbsent(
            exchange.operation().id(),
            id -> new Columns(contract.document()).ofItems(exchange.route().template()));
    StringBuilder table = new StringBuilder();
    line(table, names);
    MappingIterator<JsonNode> items = Items.of(answer, exchange);
    while (items.hasNextValue()) {
      JsonNode item = items.nextValue();
      List<String> cells = new ArrayList<>();
      for (String name : names) {
        cells.add(cell(item.at('/' + name.replace('.', '/'))));
      }
      line(table, cells);
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Several values are separated by a bar; what is not flat is JSON. */
  static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isTextual()) {
      String text = value.asText();
      return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.isTextual() ? part.asText() : part.toString()));
      String joined = String.join(" | ", parts);
      return !joined.isEmpty() && FORMULA.indexOf(joined.charAt(0)) >= 0 ? "'" + joined : joined;
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
  }

  private static void line(StringBuilder table, List<String> cells) {
    table.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(","))).append("\r\n");
  }

  static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}

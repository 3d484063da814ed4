package org.clausebook.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds one answer against the contract: status, media type, header fields and content. */
public final class ContractCheck {

  /** Transport, and what every answer of the service carries (told once, in the description). */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "date",
          "content-length",
          "content-type",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "strict-transport-security",
          "content-security-policy",
          "x-content-type-options",
          "referrer-policy",
          "access-control-allow-origin",
          "access-control-expose-headers");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PublishedContract contract;

  public ContractCheck(PublishedContract contract) {
    this.contract = contract;
  }

  /**
   * Everything in which an answer departs from the contract.
   *
   * @param headers names in lower case
   * @param body empty for none
   */
  public List<String> faults(
      String method, String path, int status, Map<String, String> headers, byte[] body) {
    if (path.startsWith("/q/") || path.startsWith("/assets/")) {
      return List.of();
    }
    if (method.equals("OPTIONS") && status == 204) {
      return headers.containsKey("allow") ? List.of() : List.of("OPTIONS without Allow");
    }
    JsonNode response = response(method, path, status);
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not documented");
    }
    List<String> faults = new ArrayList<>(headerFaults(response, status, headers));
    JsonNode content = response.path("content");
    String type = headers.getOrDefault("content-type", "").replaceAll("\\s*;.*", "");
    if (content.isMissingNode()) {
      if (body.length > 0) {
        faults.add("content where none is documented");
      }
    } else if (!content.has(type)) {
      faults.add("media type " + type + " is not documented for status " + status);
    } else if (!method.equals("HEAD") && type.endsWith("json") && !type.contains("ndjson")) {
      try {
        faults.addAll(contract.faults(content.get(type).path("schema"), MAPPER.readTree(body)));
      } catch (IOException e) {
        faults.add("the content is not JSON: " + e.getMessage());
      }
    }
    return faults;
  }

  private JsonNode response(String method, String path, int status) {
    JsonNode responses =
        contract
            .operation(method, path)
            .map(operation -> operation.node().path("responses"))
            .orElse(MAPPER.createObjectNode());
    JsonNode documented = responses.path(Integer.toString(status));
    if (!documented.isMissingNode()) {
      return contract.resolve(documented);
    }
    // Those that belong to no operation: no such address, no such method here, or anywhere.
    boolean outside =
        (status == 404 && !contract.hasPath(path))
            || ((status == 405 || status == 501) && contract.operation(method, path).isEmpty())
            || ((status == 400 || status == 414 || status == 431)
                && contract.operation(method, path).isEmpty());
    if (!outside) {
      return contract.document().path("nothing");
    }
    // Whoever looks for a page outside the API is told on a page.
    return contract
        .document()
        .at("/components/responses/" + (path.startsWith("/v1") ? "NotFound" : "NotFoundPage"));
  }

  private List<String> headerFaults(JsonNode response, int status, Map<String, String> headers) {
    List<String> faults = new ArrayList<>();
    JsonNode documented = response.path("headers");
    List<String> known = new ArrayList<>();
    documented
        .properties()
        .forEach(
            header -> {
              String name = header.getKey().toLowerCase(Locale.ROOT);
              known.add(name);
              if (contract.resolve(header.getValue()).path("required").asBoolean()
                  && !headers.containsKey(name)) {
                faults.add("header " + header.getKey() + " is missing");
              }
            });
    headers.keySet().stream()
        .filter(name -> !EVERYWHERE.contains(name) && !known.contains(name))
        .filter(name -> !(status == 405 && name.equals("allow")))
        .forEach(name -> faults.add("header " + name + " is not documented"));
    for (String name : EVERYWHERE) {
      if (name.contains("-") && !name.startsWith("content-") && !name.startsWith("transfer-")) {
        if (!headers.containsKey(name)) {
          faults.add("header " + name + " is missing");
        }
      }
    }
    return faults;
  }
}

package org.clausebook.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a request stands, for the links of its answer.
 *
 * @param base the configured public URL, without a slash at the end
 * @param path path of the request
 * @param query its parameters, decoded, in their order
 */
public record Addresses(String base, String path, Map<String, String> query) {

  public String absolute(Link link) {
    if (link.path() != null) {
      return base + link.path();
    }
    Map<String, String> parameters = new LinkedHashMap<>(query);
    // In alphabetical order: that of Map.of differs from process to process, and with it the tag.
    new TreeMap<>(link.set())
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                parameters.remove(name);
              } else {
                parameters.put(name, value);
              }
            });
    StringBuilder url = new StringBuilder(base).append(path);
    char separator = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      url.append(separator)
          .append(parameter.getKey())
          .append('=')
          .append(
              URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                  .replace("+", "%20")
                  .replace("%3A", ":")
                  .replace("%2C", ","));
      separator = '&';
    }
    return url.toString();
  }
}

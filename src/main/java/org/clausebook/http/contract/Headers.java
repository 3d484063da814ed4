package org.clausebook.http.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;

/** References to the header fields described among the shared components. */
final class Headers {

  private static final Map<String, String> COMPONENTS =
      Map.of("X-Request-Id", "RequestId", "WWW-Authenticate", "WwwAuthenticate");

  private Headers() {}

  /** By name of the field; its component has the same name without hyphens. */
  static Map<String, Header> of(String... names) {
    Map<String, Header> headers = new LinkedHashMap<>();
    for (String name : names) {
      headers.put(name, ref(COMPONENTS.getOrDefault(name, name.replace("-", ""))));
    }
    return headers;
  }

  private static Header ref(String component) {
    return OASFactory.createHeader().ref("#/components/headers/" + component);
  }
}

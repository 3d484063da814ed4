package org.clausebook.http.contract;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One path of the contract.
 *
 * @param template as in the contract: {@code /v1/deals/{deal}}
 * @param operations by method, in upper case; HEAD is answered wherever GET is
 */
public record Route(String template, Pattern pattern, Map<String, Operation> operations) {

  /** The value of the header {@code Allow}. */
  public String allow() {
    StringBuilder allow = new StringBuilder();
    for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "DELETE"}) {
      if (operations.containsKey(method.equals("HEAD") ? "GET" : method)) {
        allow.append(method).append(", ");
      }
    }
    return allow.append("OPTIONS").toString();
  }

  public Operation operation(String method) {
    return operations.get(method.equals("HEAD") ? "GET" : method);
  }
}

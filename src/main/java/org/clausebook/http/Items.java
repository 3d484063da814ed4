package org.clausebook.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The items of a collection as JSON, for the formats that write them one by one. */
final class Items {

  private Items() {}

  static JsonNode of(Object answer, Exchange exchange) throws IOException {
    return Json.mapper()
        .readTree(Json.writer(exchange.language(), exchange.addresses()).writeValueAsBytes(answer))
        .path("items");
  }
}

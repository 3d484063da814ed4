package org.clausebook.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;

/** The items of a collection as JSON, for the formats that write them one by one. */
final class Items {

  private Items() {}

  /** One at a time: a whole collection would take many times its length as a tree. */
  static MappingIterator<JsonNode> of(Object answer, Exchange exchange) throws IOException {
    byte[] json = Json.writer(exchange.language(), exchange.addresses()).writeValueAsBytes(answer);
    JsonParser parser = Json.mapper().createParser(json);
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME && !parser.currentName().equals("items")) {
      parser.nextToken();
      parser.skipChildren();
    }
    parser.nextToken();
    // The iterator takes the array for its first value unless it has been entered.
    parser.clearCurrentToken();
    return Json.mapper().readerFor(JsonNode.class).readValues(parser);
  }
}

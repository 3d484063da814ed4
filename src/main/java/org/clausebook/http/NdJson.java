package org.clausebook.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A collection as one JSON object per line. */
@ApplicationScoped
class NdJson implements Renderer {

  @Override
  public String mediaType() {
    return MediaTypes.NDJSON;
  }

  @Override
  public boolean renders(Object answer) {
    return true;
  }

  @Override
  public byte[] render(Object answer, Exchange exchange) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    MappingIterator<JsonNode> items = Items.of(answer, exchange);
    while (items.hasNextValue()) {
      lines.write(Json.mapper().writeValueAsBytes(items.nextValue()));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}

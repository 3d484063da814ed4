package org.clausebook.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.language.Language;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Real answers as examples, in both languages: {@code examples/<operationId>.json} holds the
 * request and, by language, what was answered. A test asks again and compares.
 */
final class Examples {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Examples() {}

  static void addTo(Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    MediaType json =
        ok == null || ok.getContent() == null
            ? null
            : ok.getContent().getMediaType(MediaTypes.JSON);
    if (json == null) {
      return;
    }
    String resource = "/examples/" + operation.getOperationId() + ".json";
    try (InputStream in = Examples.class.getResourceAsStream(resource)) {
      if (in == null) {
        return;
      }
      JsonNode example = MAPPER.readTree(in);
      for (Language language : Language.values()) {
        json.addExample(
            language.tag(),
            OASFactory.createExample()
                .summary("GET " + example.get("request").asText() + " in " + language.tag())
                .value(MAPPER.convertValue(example.get(language.tag()), Object.class)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}

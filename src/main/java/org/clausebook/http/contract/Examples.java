package org.clausebook.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Real answers as examples, in both languages: {@code examples/<operationId>.json} holds the
 * request, with the content of a write, and what was answered by media type and language. A test
 * asks again and compares. What is shared by several operations names each example after its own.
 */
final class Examples {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OpenAPI contract;

  Examples(OpenAPI contract) {
    this.contract = contract;
  }

  void addTo(Operation operation) {
    String resource = "/examples/" + operation.getOperationId() + ".json";
    try (InputStream in = Examples.class.getResourceAsStream(resource)) {
      if (in != null) {
        add(operation, MAPPER.readTree(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void add(Operation operation, JsonNode file) {
    String request = file.path("method").asText("GET") + ' ' + file.get("request").asText();
    if (file.has("content")) {
      Example sent = example(request, file.get("content"));
      for (MediaType each : body(operation).getMediaTypes().values()) {
        each.addExample(operation.getOperationId(), sent);
      }
    }
    APIResponse response =
        operation.getResponses().getAPIResponse(file.path("status").asText("200"));
    boolean shared = response.getRef() != null;
    Content content = (shared ? response(response) : response).getContent();
    for (var answers : file.get("answers").properties()) {
      for (var answer : answers.getValue().properties()) {
        content
            .getMediaType(answers.getKey())
            .addExample(
                (shared ? operation.getOperationId() + '-' : "") + answer.getKey(),
                example(request + " in " + answer.getKey(), answer.getValue()));
      }
    }
  }

  private static Example example(String summary, JsonNode value) {
    return OASFactory.createExample()
        .summary(summary)
        .value(MAPPER.convertValue(value, Object.class));
  }

  private Content body(Operation operation) {
    RequestBody body = operation.getRequestBody();
    return body.getRef() == null
        ? body.getContent()
        : contract.getComponents().getRequestBodies().get(name(body.getRef())).getContent();
  }

  private APIResponse response(APIResponse reference) {
    return contract.getComponents().getResponses().get(name(reference.getRef()));
  }

  private static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}

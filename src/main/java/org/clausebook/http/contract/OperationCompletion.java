package org.clausebook.http.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clausebook.http.MediaTypes;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the HTTP layer adds to one operation. */
final class OperationCompletion {

  private static final String[] ANSWERED = {
    "ETag",
    "Cache-Control",
    "Vary",
    "Content-Language",
    "Link",
    "Age",
    "RateLimit",
    "RateLimit-Policy",
    "X-Request-Id"
  };

  private final OpenAPI contract;
  private final ProblemResponses problems;
  private final String path;
  private final Operation operation;

  OperationCompletion(
      OpenAPI contract, ProblemResponses problems, String path, Operation operation) {
    this.contract = contract;
    this.problems = problems;
    this.path = path;
    this.operation = operation;
  }

  void complete(boolean reads) {
    if (reads) {
      offerWholeCollections();
      if (operation.getSecurity() == null) {
        operation.setSecurity(new ArrayList<>());
      }
    }
    new ParameterCompletion(operation).complete(reads);
    for (Map.Entry<String, APIResponse> response :
        operation.getResponses().getAPIResponses().entrySet()) {
      if (response.getValue().getRef() != null) {
        // The scanner describes every 200 by itself, which would hide what the component says.
        response.getValue().setDescription(null);
        response.getValue().setContent(null);
      } else if (response.getKey().startsWith("2")) {
        succeed(response.getValue());
      }
    }
    if (reads && !isStream()) {
      APIResponse notModified =
          OASFactory.createAPIResponse().description("Nothing has changed since; no content.");
      Headers.of(ANSWERED).forEach(notModified::addHeader);
      addShared("304", "NotModified", notModified);
    }
    for (int status : failures(reads)) {
      String code = Integer.toString(status);
      if (!operation.getResponses().hasAPIResponse(code)) {
        operation.getResponses().addAPIResponse(code, problems.of(status, !isData()));
      }
    }
    operation
        .getResponses()
        .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
  }

  /** The rest is for reading, in a browser too. */
  private boolean isData() {
    return path.startsWith("/v1");
  }

  private List<Integer> failures(boolean reads) {
    List<Integer> statuses = new ArrayList<>(List.of(400, 414, 429, 431, 503));
    boolean showsADeal = path.equals("/");
    if (!isStream()) {
      statuses.add(412);
    }
    if (isData() && !isStream()) {
      // The rest is ready before anybody asks, or has been begun before anything can fail.
      statuses.add(500);
    }
    // Nothing is there by that name, or nothing was known at that time.
    if (path.contains("{") || has("dataset") || showsADeal) {
      statuses.add(404);
    }
    // Revisions outlive a withdrawal, and publishing the dossier ends it.
    boolean publishes = operation.getRequestBody() != null && path.endsWith("/dossier");
    boolean outlives = path.contains("/revisions") || publishes;
    if ((path.startsWith("/v1/deals/{deal}") && !outlives) || showsADeal) {
      statuses.add(410);
    }
    if (reads) {
      statuses.add(406);
    } else {
      statuses.addAll(List.of(401, 403, 409, 428));
      if (operation.getRequestBody() != null) {
        statuses.addAll(List.of(413, 415, 422));
      }
    }
    return statuses;
  }

  private boolean isStream() {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    return ok != null
        && ok.getContent() != null
        && ok.getContent().hasMediaType(MediaTypes.EVENT_STREAM);
  }

  private boolean has(String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(each -> parameter.equals(each.getName()));
  }

  /** A page of items can also be had as a table, or as lines of JSON, whole. */
  private void offerWholeCollections() {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    Content content = ok == null ? null : ok.getContent();
    MediaType json = content == null ? null : content.getMediaType(MediaTypes.JSON);
    if (json == null || json.getSchema() == null || json.getSchema().getRef() == null) {
      return;
    }
    String name = json.getSchema().getRef().replace("#/components/schemas/", "");
    Schema page = contract.getComponents().getSchemas().get(name);
    if (page == null
        || page.getProperties() == null
        || !page.getProperties().keySet().containsAll(List.of("items", "page"))) {
      return;
    }
    content.addMediaType(
        MediaTypes.CSV,
        OASFactory.createMediaType()
            .schema(
                text(
                    "The whole collection as a table (RFC 4180, UTF-8), or one page of it when `limit` is given. One of many dossiers that is too long for an answer is refused and has to be asked for in pages.")));
    content.addMediaType(
        MediaTypes.NDJSON,
        OASFactory.createMediaType()
            .schema(
                text(
                    "The whole collection, one item as JSON per line, or one page of it when `limit` is given. One of many dossiers that is too long for an answer is refused and has to be asked for in pages.")));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
  }

  /** An object whose members are told elsewhere; generators would take a bare one for empty. */
  private static Schema anything(String description) {
    return OASFactory.createSchema()
        .type(List.of(SchemaType.OBJECT))
        .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true))
        .description(description);
  }

  private void succeed(APIResponse response) {
    Headers.of(ANSWERED)
        .forEach(
            (name, header) -> {
              if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
                response.addHeader(name, header);
              }
            });
    if (response.getContent() == null) {
      return;
    }
    if (response.getContent().hasMediaType(MediaTypes.EVENT_STREAM)) {
      Headers.of("X-Accel-Buffering").forEach(response::addHeader);
    }
    response
        .getContent()
        .getMediaTypes()
        .forEach(
            (name, mediaType) -> {
              boolean structured = name.endsWith("json") || name.endsWith("yaml");
              if (structured && isContent(mediaType.getSchema())) {
                mediaType.setSchema(anything(operation.getSummary()));
              }
              if (!structured
                  && (mediaType.getSchema() == null || mediaType.getSchema().getRef() != null)) {
                mediaType.setSchema(text(operation.getSummary()));
              }
              if (name.equals(MediaTypes.JSON_LD)) {
                mediaType.setSchema(
                    anything("The same as linked data, in the terms of schema.org and ELI."));
              }
            });
  }

  /** Whether it is something ready-made, of which Java knows no structure. */
  private static boolean isContent(Schema schema) {
    return schema != null && "#/components/schemas/Content".equals(schema.getRef());
  }

  private void addShared(String status, String name, APIResponse response) {
    Map<String, APIResponse> components = contract.getComponents().getResponses();
    if (components == null || !components.containsKey(name)) {
      contract.getComponents().addResponse(name, response);
    }
    operation
        .getResponses()
        .addAPIResponse(
            status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
  }
}

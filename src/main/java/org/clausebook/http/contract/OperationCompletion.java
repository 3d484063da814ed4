package org.clausebook.http.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clausebook.http.Formats;
import org.clausebook.http.MediaTypes;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the HTTP layer adds to one operation. */
final class OperationCompletion {

  private static final String SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$";
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "deal", "microsoft-openai",
          "clause", "ip-exclusivity",
          "stakeholder", "microsoft",
          "region", "FR",
          "regulation", "gdpr",
          "source", "article",
          "implication", "french-tech-players-and-firms-affected",
          "problem", "not-found");

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
    parameters(reads);
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
    if (reads) {
      APIResponse notModified =
          OASFactory.createAPIResponse().description("Nothing has changed since; no content.");
      Headers.of("ETag", "Cache-Control", "Vary", "Content-Language", "Link", "X-Request-Id")
          .forEach(notModified::addHeader);
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
    List<Integer> statuses = new ArrayList<>(List.of(400, 412, 414, 429, 431, 500, 503));
    boolean showsADeal = path.equals("/");
    // What can be pinned to a point may not have been known at that point.
    if (path.contains("{") || showsADeal || takes("dataset")) {
      statuses.add(404);
    }
    if (path.startsWith("/v1/deals/{deal}") || showsADeal) {
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

  private boolean takes(String parameter) {
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
                    "The whole collection as a table (RFC 4180, UTF-8), or one page of it when `limit` is given.")));
    content.addMediaType(
        MediaTypes.NDJSON,
        OASFactory.createMediaType()
            .schema(
                text(
                    "The whole collection, one item as JSON per line, or one page of it when `limit` is given.")));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
  }

  private void succeed(APIResponse response) {
    Headers.of("ETag", "Cache-Control", "Vary", "Content-Language", "Link", "X-Request-Id")
        .forEach(
            (name, header) -> {
              if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
                response.addHeader(name, header);
              }
            });
    if (response.getContent() == null) {
      return;
    }
    response
        .getContent()
        .getMediaTypes()
        .forEach(
            (name, mediaType) -> {
              boolean structured = name.endsWith("json") || name.endsWith("yaml");
              if (structured && isContent(mediaType.getSchema())) {
                mediaType.setSchema(
                    OASFactory.createSchema()
                        .type(List.of(SchemaType.OBJECT))
                        .description(operation.getSummary()));
              }
              if (!structured
                  && (mediaType.getSchema() == null || mediaType.getSchema().getRef() != null)) {
                mediaType.setSchema(text(operation.getSummary()));
              }
              if (name.equals(MediaTypes.JSON_LD)) {
                mediaType.setSchema(
                    OASFactory.createSchema()
                        .type(List.of(SchemaType.OBJECT))
                        .description(
                            "The same as linked data, in the terms of schema.org and ELI."));
              }
            });
  }

  /** Whether it is something ready-made, of which Java knows no structure. */
  private static boolean isContent(Schema schema) {
    return schema != null && "#/components/schemas/Content".equals(schema.getRef());
  }

  private void parameters(boolean reads) {
    List<Parameter> parameters =
        operation.getParameters() == null
            ? new ArrayList<>()
            : new ArrayList<>(operation.getParameters());
    parameters.forEach(OperationCompletion::bound);
    formats()
        .ifPresent(
            names ->
                parameters.add(
                    OASFactory.createParameter()
                        .name("format")
                        .in(Parameter.In.QUERY)
                        .description(
                            "Format of the answer, for those who cannot send `Accept`; wins over it.")
                        .example(names.get(0))
                        .schema(
                            OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .enumeration(new ArrayList<>(names)))));
    parameters.sort(
        Comparator.comparing((Parameter each) -> each.getIn() != Parameter.In.PATH)
            .thenComparing(Parameter::getName));
    parameters.add(OASFactory.createParameter().ref("#/components/parameters/Lang"));
    parameters.add(OASFactory.createParameter().ref("#/components/parameters/AcceptLanguage"));
    if (reads) {
      parameters.add(OASFactory.createParameter().ref("#/components/parameters/IfNoneMatch"));
    }
    operation.setParameters(parameters);
  }

  /** The short names of the formats, where there is a choice. */
  private java.util.Optional<List<String>> formats() {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    if (ok == null || ok.getContent() == null || ok.getContent().getMediaTypes().size() < 2) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        ok.getContent().getMediaTypes().keySet().stream()
            .flatMap(type -> Formats.name(type).stream())
            .sorted()
            .toList());
  }

  private static void bound(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema != null
        && schema.getType() != null
        && schema.getType().contains(SchemaType.STRING)
        && schema.getMaxLength() == null
        && schema.getFormat() == null
        && schema.getEnumeration() == null) {
      schema.setMaxLength(parameter.getIn() == Parameter.In.PATH ? 80 : 200);
    }
    if (parameter.getIn() != Parameter.In.PATH || schema == null || schema.getType() == null) {
      return;
    }
    String name = parameter.getName();
    if (schema.getType().contains(SchemaType.INTEGER)) {
      if (schema.getMinimum() == null) {
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Integer.MAX_VALUE));
      }
      if (parameter.getExample() == null) {
        parameter.setExample(1);
      }
    } else if (schema.getType().contains(SchemaType.STRING) && schema.getFormat() == null) {
      if (schema.getPattern() == null) {
        schema.setPattern(name.equals("region") ? "^[A-Z]+(-[A-Z0-9]+)*$" : SLUG);
      }
      if (parameter.getExample() == null && EXAMPLES.containsKey(name)) {
        parameter.setExample(EXAMPLES.get(name));
      }
    }
    if (parameter.getDescription() == null) {
      parameter.setDescription(
          name.equals("region") ? "Code of the region." : "Identifier of the " + name + ".");
    }
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

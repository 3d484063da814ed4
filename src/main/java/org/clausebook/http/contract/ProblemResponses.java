package org.clausebook.http.contract;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.language.Language;
import org.clausebook.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers of the problem catalogue as shared components, one per status. */
final class ProblemResponses {

  private static final String SERVICE = "https://clausebook.org";

  private static final Map<Integer, List<String>> HEADERS =
      Map.of(
          401, List.of("WWW-Authenticate"),
          403, List.of("WWW-Authenticate"),
          415, List.of("Accept", "Accept-Encoding"),
          429, List.of("Retry-After"),
          503, List.of("Retry-After"));

  private final Map<Integer, List<ProblemType>> types =
      Stream.of(ProblemType.values())
          .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
  private final OpenAPI contract;

  ProblemResponses(OpenAPI contract) {
    this.contract = contract;
  }

  /**
   * A reference to the answer with a status; the component appears with its first use.
   *
   * @param forPeople whether a browser is told on a page
   */
  APIResponse of(int status, boolean forPeople) {
    String name = name(status) + (forPeople ? "Page" : "");
    Map<String, APIResponse> components = contract.getComponents().getResponses();
    if (components == null || !components.containsKey(name)) {
      contract.getComponents().addResponse(name, response(status, forPeople));
    }
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }

  private String name(int status) {
    List<ProblemType> ofStatus = types.get(status);
    return ofStatus.size() == 1
        ? ofStatus.get(0).component()
        : HttpResponseStatus.valueOf(status).reasonPhrase().replace(" ", "");
  }

  private APIResponse response(int status, boolean forPeople) {
    MediaType problem =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
    StringBuilder description = new StringBuilder();
    for (ProblemType type : types.get(status)) {
      description
          .append(description.length() == 0 ? "" : " ")
          .append("[`")
          .append(type.slug())
          .append("`](")
          .append(type.uri(SERVICE))
          .append("): ")
          .append(type.description().en());
      for (Language language : Language.values()) {
        problem.addExample(type.slug() + "-" + language.tag(), example(type, language));
      }
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description.toString())
            .content(OASFactory.createContent().addMediaType(MediaTypes.PROBLEM, problem));
    if (forPeople) {
      response
          .getContent()
          .addMediaType(
              MediaTypes.HTML,
              OASFactory.createMediaType()
                  .schema(
                      OASFactory.createSchema()
                          .type(List.of(SchemaType.STRING))
                          .description(
                              "The same told on a page, where `Accept` names `text/html`.")));
    }
    Headers.of(
            "X-Request-Id",
            "Cache-Control",
            "Vary",
            "Content-Language",
            "RateLimit",
            "RateLimit-Policy")
        .forEach(response::addHeader);
    Headers.of(HEADERS.getOrDefault(status, List.of()).toArray(String[]::new))
        .forEach(response::addHeader);
    return response;
  }

  private static Example example(ProblemType type, Language language) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", type.uri(SERVICE));
    value.put("title", type.title().in(language));
    value.put("status", type.status());
    value.put("detail", type.description().in(language));
    value.put("instance", "urn:clausebook:request:4f8f6f7e-8a55-4a6e-9c0e-0f6a4fd0b7f1");
    return OASFactory.createExample()
        .summary(type.title().en() + (language == Language.FR ? ", in French" : ""))
        .value(value);
  }
}

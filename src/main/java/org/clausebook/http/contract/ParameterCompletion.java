package org.clausebook.http.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.http.Formats;
import org.clausebook.http.Slug;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What the HTTP layer adds to the parameters of one operation: bounds, examples, the shared ones.
 */
final class ParameterCompletion {

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

  /** As {@link org.clausebook.http.contract.Parameter} holds every text against. */
  private static final String NO_CONTROLS = "^[^\\u0000-\\u001F\\u007F]*$";

  private final Operation operation;

  ParameterCompletion(Operation operation) {
    this.operation = operation;
  }

  void complete(boolean reads) {
    List<Parameter> parameters =
        operation.getParameters() == null
            ? new ArrayList<>()
            : new ArrayList<>(operation.getParameters());
    parameters.forEach(ParameterCompletion::bound);
    formats()
        .ifPresent(
            names ->
                parameters.add(
                    OASFactory.createParameter()
                        .name("format")
                        .in(Parameter.In.QUERY)
                        .description(
                            "Format of the answer, for those who cannot send `Accept`; wins over it.")
                        .example(names.contains("json") ? "json" : names.get(0))
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
    parameters.forEach(ParameterCompletion::illustrate);
    operation.setParameters(parameters);
  }

  /** The short names of the formats, where there is a choice. */
  private Optional<List<String>> formats() {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    if (ok == null || ok.getContent() == null || ok.getContent().getMediaTypes().size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        ok.getContent().getMediaTypes().keySet().stream()
            .flatMap(type -> Formats.name(type).stream())
            .sorted()
            .toList());
  }

  /**
   * An example of a parameter is what Swagger UI sends unless it is cleared: only what has to be
   * sent has one. What may be left out is illustrated in its schema.
   */
  private static void illustrate(Parameter parameter) {
    if (parameter.getExample() != null && !Boolean.TRUE.equals(parameter.getRequired())) {
      parameter.getSchema().setExamples(List.of(parameter.getExample()));
      parameter.setExample(null);
    }
  }

  private static boolean isFreeText(Schema schema) {
    return schema != null
        && schema.getType() != null
        && schema.getType().contains(SchemaType.STRING)
        && schema.getFormat() == null
        && schema.getEnumeration() == null
        && schema.getPattern() == null;
  }

  private static void bound(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema != null
        && schema.getType() != null
        && schema.getType().contains(SchemaType.STRING)
        && schema.getMaxLength() == null
        && schema.getFormat() == null
        && schema.getEnumeration() == null) {
      schema.setMaxLength(parameter.getIn() == Parameter.In.PATH ? Slug.MAX_LENGTH : 200);
    }
    if (parameter.getIn() == Parameter.In.QUERY && isFreeText(schema)) {
      schema.setPattern(NO_CONTROLS);
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
        schema.setPattern(name.equals("region") ? Slug.REGION : Slug.PATTERN);
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
}

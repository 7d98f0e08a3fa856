package org.customerfocus.conventions.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.problem.Problem;
import org.customerfocus.conventions.problem.ProblemType;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// What every operation takes and may answer, by its method.
final class OperationConventions {

  private static final List<ProblemType> ALWAYS =
      List.of(
          Problems.INVALID_PARAMETER,
          Problems.UNAUTHENTICATED,
          Problems.FORBIDDEN,
          Problems.NOT_FOUND,
          Problems.NOT_ACCEPTABLE,
          Problems.TOO_MANY_REQUESTS,
          Problems.INTERNAL,
          Problems.BAD_GATEWAY,
          Problems.UNAVAILABLE,
          Problems.TIMEOUT);
  private static final List<ProblemType> WITH_BODY =
      List.of(Problems.TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE, Problems.INVALID);
  private static final List<ProblemType> PRECONDITIONS =
      List.of(Problems.CONFLICT, Problems.PRECONDITION_FAILED, Problems.PRECONDITION_REQUIRED);

  private static final List<ProblemType> PRECONDITIONS_BY_REF =
      List.of(Problems.CONFLICT, Problems.PRECONDITION_FAILED);

  /// What a path ends with that names a part of something computed.
  private static final Set<String> COMPUTED = Set.of("{period}", "{dimension}");

  private static final Set<HttpMethod> CHANGES =
      Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

  private final OpenAPI document;
  private final Examples examples;

  OperationConventions(OpenAPI document, Examples examples) {
    this.document = document;
    this.examples = examples;
  }

  void apply(String path, PathItem item) {
    // One resource has a version; what is computed from many has none.
    Set<HttpMethod> methods = item.getOperations().keySet();
    boolean resource =
        (path.endsWith("}") && COMPUTED.stream().noneMatch(path::endsWith))
            || methods.stream().anyMatch(CHANGES::contains);
    boolean byRef = path.contains("/by-ref/");
    item.getOperations().forEach((method, operation) -> apply(method, operation, resource, byRef));
  }

  private void apply(HttpMethod method, Operation operation, boolean resource, boolean byRef) {
    boolean body = operation.getRequestBody() != null;
    if (body) {
      operation.getRequestBody().setRequired(true);
      if (operation.getRequestBody().getContent() != null) {
        operation.getRequestBody().getContent().getMediaTypes().values().forEach(this::exemplify);
      }
    }
    switch (method) {
      case POST -> {
        operation.addParameter(idempotencyKey());
        answer(operation, List.of(Problems.CONFLICT));
        answer(operation, List.of(Problems.INVALID));
      }
      case PATCH, PUT, DELETE -> {
        // By reference, who sends no precondition makes or replaces.
        operation.addParameter(ifMatch().required(!byRef));
        if (byRef) {
          operation.addParameter(ifNoneMatch());
        }
        answer(operation, byRef ? PRECONDITIONS_BY_REF : PRECONDITIONS);
      }
      default -> {}
    }
    if (body) {
      answer(operation, WITH_BODY);
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(OperationConventions::typeDefault);
    }
    // The scanner adds one of its own, without content, where it sees a validated parameter.
    operation.getResponses().removeAPIResponse("400");
    answer(operation, ALWAYS);
    boolean open =
        operation.getSecurity() != null
            && operation.getSecurity().stream().allMatch(each -> each.getSchemes().isEmpty());
    if (open) {
      operation.getResponses().removeAPIResponse("401");
      operation.getResponses().removeAPIResponse("403");
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> complete(operation, status, response, resource));
    sortAnswers(operation);
  }

  /// The scanner writes every default as text, as the annotation has it.
  private static void typeDefault(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema == null || !(schema.getDefaultValue() instanceof String text)) {
      return;
    }
    List<SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
    if (types.contains(SchemaType.INTEGER)) {
      schema.setDefaultValue(Long.valueOf(text));
    } else if (types.contains(SchemaType.BOOLEAN)) {
      schema.setDefaultValue(Boolean.valueOf(text));
    }
  }

  private void complete(
      Operation operation, String status, APIResponse response, boolean resource) {
    response.addHeader("X-Request-Id", text("The id under which the logs know this request.", 64));
    boolean success = status.startsWith("2");
    if (success && response.getContent() != null) {
      response.getContent().getMediaTypes().values().forEach(each -> describe(operation, each));
      boolean json = response.getContent().getMediaTypes().containsKey("application/json");
      if (json && (resource || status.equals("201"))) {
        response.addHeader("ETag", text("The version of the aggregate, for If-Match.", 100));
      }
    }
    if (status.equals("201")) {
      response.addHeader("Location", text("The path of the new resource.", 2000));
    }
    if (status.equals("429") || status.equals("503")) {
      response.addHeader("Retry-After", text("In how many seconds to try again.", 20));
    }
  }

  /// An answer without a schema is a file.
  private void describe(Operation operation, MediaType media) {
    if (media.getSchema() == null) {
      media.setSchema(OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
      String example = examples.file(operation.getOperationId());
      if (example != null) {
        media.addExample("example", OASFactory.createExample().value(example));
      }
    }
    exemplify(media);
  }

  private void exemplify(MediaType media) {
    if (media.getExamples() != null || media.getExample() != null) {
      keepText(media);
      return;
    }
    Object example = examples.find(Examples.name(media));
    if (example != null) {
      media.addExample("example", OASFactory.createExample().value(example));
    }
  }

  /// Lines of JSON are text: the scanner takes the example of one line for the object in it.
  private static void keepText(MediaType media) {
    boolean text =
        media.getSchema() != null
            && media.getSchema().getType() != null
            && media.getSchema().getType().contains(SchemaType.STRING);
    if (text && media.getExamples() != null) {
      media
          .getExamples()
          .values()
          .forEach(
              example -> {
                if (!(example.getValue() instanceof String)) {
                  example.setValue(Examples.line(example.getValue()));
                }
              });
    }
  }

  private void answer(Operation operation, List<ProblemType> types) {
    for (ProblemType type : types) {
      String status = Integer.toString(type.status());
      if (!operation.getResponses().hasAPIResponse(status)) {
        operation
            .getResponses()
            .addAPIResponse(status, OASFactory.createAPIResponse().ref(component(type)));
      }
    }
  }

  /// One shared response a problem type, under `components/responses`.
  private String component(ProblemType type) {
    String name = componentName(type.slug());
    if (document.getComponents().getResponses() == null
        || !document.getComponents().getResponses().containsKey(name)) {
      Schema schema = OASFactory.createSchema().ref(SchemaConventions.PROBLEM);
      APIResponse response =
          OASFactory.createAPIResponse()
              .description(type.title() + ".")
              .addHeader("X-Request-Id", text("The id under which the logs know this request.", 64))
              .content(
                  OASFactory.createContent()
                      .addMediaType(
                          Problem.MEDIA_TYPE,
                          OASFactory.createMediaType()
                              .schema(schema)
                              .addExample(
                                  "example", OASFactory.createExample().value(example(type)))));
      if (type.status() == 429 || type.status() == 503) {
        response.addHeader("Retry-After", text("In how many seconds to try again.", 20));
      }
      document.getComponents().addResponse(name, response);
    }
    return name;
  }

  private static Map<String, Object> example(ProblemType type) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", type.uri());
    example.put("title", type.title());
    example.put("status", type.status());
    example.put("detail", type.explanation());
    example.put("instance", "/v1/example");
    example.put("requestId", "01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a10");
    return example;
  }

  private static String componentName(String slug) {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static void sortAnswers(Operation operation) {
    Map<String, APIResponse> sorted =
        new java.util.TreeMap<>(operation.getResponses().getAPIResponses());
    operation.getResponses().setAPIResponses(new LinkedHashMap<>(sorted));
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description(
            "Makes the request safe to repeat for 24 hours: the same key and body get the first"
                + " answer again.")
        .schema(
            OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .minLength(1)
                .maxLength(255)
                .pattern("^[!-~]+$"));
  }

  private static Parameter ifMatch() {
    return OASFactory.createParameter()
        .name("If-Match")
        .in(Parameter.In.HEADER)
        .description("The ETag that the resource was read with, or *.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(200));
  }

  private static Parameter ifNoneMatch() {
    return OASFactory.createParameter()
        .name("If-None-Match")
        .in(Parameter.In.HEADER)
        .description("*, to make the resource only where there is none.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(200));
  }

  private static Header text(String description, int maxLength) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(maxLength));
  }
}

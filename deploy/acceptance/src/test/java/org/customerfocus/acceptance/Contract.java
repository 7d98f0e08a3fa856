package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The merged document, as the gateway serves it: which operations there are, and whether an answer
/// is one of those that it promises.
final class Contract {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String LOCATION = "https://contract.test/openapi.json";

  private final JsonNode document;
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  // Every schema is a part of this one: asked for by itself, each would bring a copy of the
  // document.
  private final JsonSchema whole;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  Contract(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> add(path.getKey(), method.getKey(), method.getValue())));
    String text = new String(Api.write(document), StandardCharsets.UTF_8);
    whole =
        JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder ->
                    builder.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, text))))
            .getSchema(
                SchemaLocation.of(LOCATION),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  private void add(String path, String method, JsonNode definition) {
    String id = definition.path("operationId").asText();
    ObjectNode resolved = definition.deepCopy();
    ArrayNode parameters = resolved.putArray("parameters");
    definition.path("parameters").forEach(each -> parameters.add(parameter(each)));
    Operation operation =
        new Operation(id, method.toUpperCase(java.util.Locale.ROOT), path, resolved);
    Operation other = operations.put(id, operation);
    assertThat(other).as("operations named '%s'", id).isNull();
  }

  private JsonNode parameter(JsonNode declared) {
    ObjectNode parameter = resolve(declared).deepCopy();
    parameter.set("schema", resolve(parameter.path("schema")));
    return parameter;
  }

  List<Operation> operations() {
    return List.copyOf(operations.values());
  }

  Operation operation(String id) {
    Operation operation = operations.get(id);
    assertThat(operation).as("operation %s in the document", id).isNotNull();
    return operation;
  }

  /// The methods of each path.
  Map<String, Set<String>> methods() {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    operations
        .values()
        .forEach(
            each ->
                methods.computeIfAbsent(each.path(), path -> new TreeSet<>()).add(each.method()));
    return methods;
  }

  /// All scopes that any operation needs.
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    operations.values().forEach(each -> scopes.addAll(each.scopes()));
    return scopes;
  }

  JsonNode problemTypes() {
    return document.path("x-problem-types");
  }

  /// The documented answer of a status, references resolved.
  JsonNode response(Operation operation, int status) {
    return resolve(operation.definition().path("responses").path(String.valueOf(status)));
  }

  /// Demands that the document promises this answer: its status, its content type, its body.
  Answer require(Operation operation, Answer answer) {
    JsonNode declared = operation.definition().path("responses");
    String status = String.valueOf(answer.status());
    assertThat(declared.has(status)).as("%s documents %s: %s", operation, status, answer).isTrue();
    JsonNode response = resolve(declared.path(status));
    JsonNode content = response.path("content");
    boolean lines = content.has("application/x-ndjson") || content.has("application/fhir+ndjson");
    if (answer.bytes().length == 0 && !lines) {
      assertThat(content).as("%s documents a body for %s", operation, status).isEmpty();
      return answer;
    }
    assertThat(content.has(answer.contentType()))
        .as("%s documents %s for %s: %s", operation, answer.contentType(), status, answer)
        .isTrue();
    if (answer.contentType().contains("json") && !lines) {
      String pointer =
          declared.path(status).has("$ref")
              ? declared.path(status).path("$ref").asText().substring(1)
              : pointer(operation) + "/responses/" + status;
      requireSchema(
          pointer + "/content/" + escape(answer.contentType()) + "/schema", operation, answer);
    }
    return answer;
  }

  /// Demands that a request body is one that the document allows.
  void requireRequest(Operation operation, JsonNode body) {
    String pointer =
        pointer(operation) + "/requestBody/content/" + escape(operation.requestMedia()) + "/schema";
    assertThat(schema(pointer).validate(body)).as("request body of %s", operation).isEmpty();
  }

  private void requireSchema(String pointer, Operation operation, Answer answer) {
    assertThat(schema(pointer).validate(answer.json()))
        .as("%s keeps its schema: %s", operation, answer)
        .isEmpty();
  }

  private JsonSchema schema(String pointer) {
    return schemas.computeIfAbsent(
        pointer, at -> whole.getRefSchema(SchemaLocation.of(LOCATION + "#" + at).getFragment()));
  }

  private static String pointer(Operation operation) {
    return "/paths/"
        + escape(operation.path())
        + "/"
        + operation.method().toLowerCase(java.util.Locale.ROOT);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}

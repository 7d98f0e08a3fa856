package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes a valid request for each operation. What an operation needs is made through the API
/// itself, and bodies are the document's own examples with the ids of what was made: so the
/// examples are proven too.
final class Fixtures {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /// Puts real ids, and values that must be unique, into an example.
  @FunctionalInterface
  interface Filling {
    void fill(Scene scene, ObjectNode example);
  }

  /// Makes the whole request.
  @FunctionalInterface
  interface Recipe {
    Request request(Scene scene, Operation operation);
  }

  /// One tenant in which requests are made.
  record Scene(Fixtures fixtures, Tenant tenant) {

    /// Performs an operation with a valid request.
    Answer perform(String operationId) {
      Operation operation = operation(operationId);
      Request request = request(operation);
      Answer answer = fixtures.client(operation, tenant).send(request);
      assertThat(answer.status()).as("status of %s", answer).isBetween(200, 299);
      return answer;
    }

    Operation operation(String operationId) {
      return fixtures.contract.operation(operationId);
    }

    /// The id of something new.
    String id(String operationId) {
      return perform(operationId).id();
    }

    Request request(Operation operation) {
      Recipe recipe = fixtures.recipes.get(operation.id());
      if (recipe == null) {
        throw new AssertionError(
            "%s (%s %s) has no fixture: add one to the table in FixtureTable"
                .formatted(operation.id(), operation.method(), operation.path()));
      }
      Request request = recipe.request(this, operation);
      return operation.changes() ? request.with("If-Match", "*") : request;
    }

    /// The id of a new person; the documented example of a party is an organisation.
    String person() {
      ObjectNode person =
          Api.object().put("kind", "person").put("givenName", "Ada").put("familyName", "Okafor");
      return tenant.admin().post("/v1/parties", person).expect(201).id();
    }

    /// A text that is used once.
    String unique(String text) {
      return text + "-" + COUNT.incrementAndGet();
    }
  }

  private final Contract contract;
  private final Map<String, Recipe> recipes = new HashMap<>();

  Fixtures(Contract contract) {
    this.contract = contract;
    FixtureTable.fill(this);
  }

  Scene in(Tenant tenant) {
    return new Scene(this, tenant);
  }

  /// A client with access to an operation: the tenant's own, or the platform's operator.
  Api client(Operation operation, Tenant tenant) {
    return operation.scopes().contains(FixtureTable.OPERATOR) ? Running.operator() : tenant.admin();
  }

  boolean has(Operation operation) {
    return recipes.containsKey(operation.id());
  }

  /// The names in the table, to find those that no operation has any more.
  Set<String> operationIds() {
    return recipes.keySet();
  }

  // --- the words of the table
  // ----------------------------------------------------------------------

  /// Operations without ids in their path.
  Fixtures plain(String... operationIds) {
    return with((scene, example) -> {}, operationIds);
  }

  /// Operations without ids in their path whose body needs filling.
  Fixtures with(Filling filling, String... operationIds) {
    for (String id : operationIds) {
      recipes.put(id, (scene, operation) -> withBody(scene, operation, operation.path(), filling));
    }
    return this;
  }

  /// Operations on what another operation makes: the path's only id is the new one's.
  Fixtures on(String creator, String... operationIds) {
    for (String id : operationIds) {
      onPart(creator, "/id", id);
    }
    return this;
  }

  /// An operation on a part of what another operation makes.
  ///
  /// @param pointer where the id is in the creator's answer
  Fixtures onPart(String creator, String pointer, String operationId) {
    recipes.put(
        operationId,
        (scene, operation) -> {
          String made = scene.perform(creator).json().at(pointer).asText();
          assertThat(made).as("%s of %s", pointer, creator).isNotBlank();
          String path = operation.path().replaceFirst("\\{[^}]+}", made);
          return withBody(scene, operation, path, (same, example) -> {});
        });
    return this;
  }

  /// An operation that is like no other.
  Fixtures special(String operationId, Recipe recipe) {
    recipes.put(operationId, recipe);
    return this;
  }

  private Request withBody(Scene scene, Operation operation, String path, Filling filling) {
    Request request = Request.of(operation.method(), path);
    if (!operation.hasBody()) {
      return request;
    }
    Request typed = request.with("Content-Type", operation.requestMedia());
    JsonNode example = operation.example();
    if (!operation.hasJsonBody()) {
      return typed.body(example.asText().getBytes(StandardCharsets.UTF_8));
    }
    if (example instanceof ObjectNode object) {
      filling.fill(scene, object);
    }
    contract.requireRequest(operation, example);
    return typed.body(example);
  }
}

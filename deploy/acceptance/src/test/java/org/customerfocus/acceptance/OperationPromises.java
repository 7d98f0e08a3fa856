package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customerfocus.acceptance.Operation.Parameter;
import org.junit.jupiter.api.DynamicTest;

/// What every operation of the published document keeps. Each line of [#of] is one promise; an
/// operation to which it does not apply has no test of that name.
final class OperationPromises {

  private static final String NO_UUID = "not-a-uuid";

  private final Contract contract;
  private final Fixtures fixtures;
  private final Tenant ours = Tenant.fresh();
  private final Tenant theirs = Tenant.fresh();

  OperationPromises(Contract contract) {
    this.contract = contract;
    fixtures = new Fixtures(contract);
  }

  /// A test for each promise that applies.
  List<DynamicTest> of(Operation op) {
    boolean closed = !op.isOpen();
    boolean hasId = op.parameters("path").stream().anyMatch(OperationPromises::isUuid);
    boolean post = op.method().equals("POST");
    boolean get = op.method().equals("GET");
    Applicable promises = new Applicable();
    if (!fixtures.has(op)) {
      promises.add(true, "has a fixture", () -> valid(op));
      return promises.tests;
    }
    promises.add(true, "answers as documented to a key with its scopes alone", () -> succeeds(op));
    promises.add(closed, "401 without a valid credential", () -> unauthenticated(op));
    promises.add(closed, "403 without its scope", () -> forbidden(op));
    promises.add(
        closed && hasId && !ofOperator(op), "404 for another tenant", () -> foreignTenant(op));
    promises.add(hasId, "404 for what is not there", () -> absent(op));
    promises.add(hasId, "400 for an id that is none", () -> badId(op));
    promises.add(
        !op.parameters("query").isEmpty(), "400 for a bad query parameter", () -> badQuery(op));
    promises.add(op.hasJsonBody(), "400 for malformed JSON", () -> malformed(op));
    boolean kept = FixtureTable.KEPT_WHOLE.contains(op.id());
    promises.add(
        op.hasJsonBody() && !kept, "422 for an unknown property", () -> unknownProperty(op));
    promises.add(op.hasBody(), "415 for another media type", () -> mediaType(op));
    promises.add(get, "a problem, whatever Accept says", () -> notAcceptable(op));
    boolean byRef = op.path().contains("/by-ref/");
    promises.add(
        op.changes() && !byRef, "428 and 412 without the current ETag", () -> preconditions(op));
    promises.add(
        op.changes() && byRef, "makes or replaces as the preconditions say", () -> upsert(op));
    promises.add(get && documentsETag(op), "304 for the current ETag", () -> notModified(op));
    promises.add(post, "the same answer to a retry", () -> retry(op));
    return promises.tests;
  }

  private static final class Applicable {
    private final List<DynamicTest> tests = new ArrayList<>();

    void add(boolean applies, String name, org.junit.jupiter.api.function.Executable check) {
      if (applies) {
        tests.add(dynamicTest(name, check));
      }
    }
  }

  // --- success
  // -------------------------------------------------------------------------------------

  private void succeeds(Operation op) {
    Answer answer = contract.require(op, client(op).send(valid(op)));
    assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
    for (String header : List.of("ETag", "Location")) {
      if (contract.response(op, answer.status()).path("headers").has(header)) {
        assertThat(answer.header(header)).as("%s of %s", header, answer).isNotBlank();
      }
    }
    if (answer.status() == 201 && answer.header("Location").startsWith("/v1/")) {
      Answer read = fixtures.client(op, ours).get(answer.header("Location"));
      assertThat(read.status()).as("what Location leads to: %s", read).isBetween(200, 299);
    }
  }

  // --- access
  // --------------------------------------------------------------------------------------

  private void unauthenticated(Operation op) {
    Request request = valid(op);
    contract.require(op, Running.api().send(request).expect(401));
    contract.require(op, Running.api().as("cf_wrong").send(request).expect(401));
    String cut = ours.admin().credential();
    contract.require(
        op, Running.api().as(cut.substring(0, cut.length() - 1)).send(request).expect(401));
  }

  private void forbidden(Operation op) {
    Set<String> others = new TreeSet<>(contract.scopes());
    others.removeAll(op.scopes());
    others.remove(FixtureTable.OPERATOR);
    // The key that may do everything has no need of single scopes, and would have these.
    others.remove("admin");
    contract.require(op, ours.with(others).send(valid(op)).expect(403));
  }

  private void foreignTenant(Operation op) {
    Request request = valid(op);
    contract.require(op, theirs.admin().send(request).expect(404));
  }

  // --- parameters
  // ----------------------------------------------------------------------------------

  private void absent(Operation op) {
    Request request = valid(op);
    contract.require(op, client(op).send(withIds(op, request, unknownId())).expect(404));
  }

  private void badId(Operation op) {
    contract.require(op, client(op).send(withIds(op, valid(op), NO_UUID)).expect(400));
  }

  private void badQuery(Operation op) {
    Request request = valid(op);
    for (Parameter parameter : op.parameters("query")) {
      for (String bad : badValues(parameter)) {
        Request wrong = request.query(parameter.name(), bad);
        contract.require(op, client(op).send(wrong).expect(400));
      }
    }
  }

  /// Values that break what the schema says, or what the conventions say of a list's parameters.
  private static List<String> badValues(Parameter parameter) {
    JsonNode schema = parameter.schema();
    List<String> bad = new ArrayList<>();
    switch (parameter.name()) {
      case "cursor" -> bad.addAll(List.of("nonsense", "%%%"));
      case "sort" -> bad.addAll(List.of("noSuchField", "-"));
      case "filter" -> bad.addAll(List.of("((", "noSuchField==1", "id==nonsense", "id"));
      default -> {}
    }
    String type = schema.path("type").asText();
    if (type.equals("integer") || type.equals("number") || type.equals("boolean")) {
      bad.add("nonsense");
    }
    if ((schema.has("format") && type.equals("string")) || schema.has("enum")) {
      bad.add("nonsense");
    }
    if (schema.has("maximum")) {
      bad.add(String.valueOf(schema.path("maximum").asLong() + 1));
    }
    if (schema.has("minimum")) {
      bad.add(String.valueOf(schema.path("minimum").asLong() - 1));
    }
    if (schema.has("maxLength") && schema.path("maxLength").asInt() <= 2000) {
      bad.add("x".repeat(schema.path("maxLength").asInt() + 1));
    }
    return bad;
  }

  // --- bodies
  // --------------------------------------------------------------------------------------

  private void malformed(Operation op) {
    Request request = valid(op);
    String trailing = new String(request.body(), StandardCharsets.UTF_8) + " x";
    for (String bad : List.of("{\"name\": ", "[[[", "nonsense", trailing, "[]", "\"text\"")) {
      byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
      contract.require(op, client(op).send(request.body(bytes)).expect(400));
    }
    contract.require(op, client(op).send(request.body(new byte[0])).expect(400, 422));
    contract.require(op, client(op).send(request.body(new byte[] {'"', -1, '"'})).expect(400));
  }

  private void unknownProperty(Operation op) {
    Request request = valid(op);
    ObjectNode body = (ObjectNode) Api.read(request.body());
    body.put("noSuchProperty", 1);
    Answer answer = client(op).send(request.body(body)).expect(422);
    contract.require(op, answer);
    assertThat(answer.json().at("/errors/0/pointer").asText())
        .as("%s", answer)
        .isEqualTo("/noSuchProperty");
  }

  private void mediaType(Operation op) {
    Request request = valid(op);
    for (String other : List.of("text/html", "application/xml")) {
      contract.require(op, client(op).send(request.with("Content-Type", other)).expect(415));
    }
  }

  private void notAcceptable(Operation op) {
    Request request = valid(op).with("Accept", "image/png");
    contract.require(op, client(op).send(request).expect(406));
    Answer unauthenticated =
        Running.api().send(valid(op).with("Accept", "text/html")).expect(401, 200, 406);
    assertThat(unauthenticated.status() == 200).isEqualTo(op.isOpen());
  }

  // --- versions
  // ------------------------------------------------------------------------------------

  private void preconditions(Operation op) {
    Request request = valid(op);
    Api client = client(op);
    contract.require(op, client.send(request.without("If-Match")).expect(428));
    contract.require(op, client.send(request.with("If-Match", "\"987654\"")).expect(412));
    contract.require(op, client.send(request.with("If-Match", "nonsense")).expect(412));
    Answer done = client.send(request.with("If-Match", "*"));
    assertThat(done.status()).as("%s", done).isBetween(200, 299);
  }

  private void upsert(Operation op) {
    Request request = valid(op);
    Api client = client(op);
    contract.require(op, client.send(request.with("If-Match", "\"987654\"")).expect(412));
    Request free = request.without("If-Match");
    contract.require(op, client.send(free.with("If-None-Match", "*")).expect(412));
    contract.require(op, client.send(free).expect(200));
    ObjectNode body = (ObjectNode) Api.read(request.body());
    if (body.has("partyId")) {
      ObjectNode person = Api.object().put("kind", "person").put("familyName", "Another");
      body.put("partyId", ours.admin().post("/v1/parties", person).expect(201).id());
    }
    Request another = free.at(request.path() + "-another").body(body);
    contract.require(op, client.send(another.with("If-Match", "*")).expect(412));
    contract.require(op, client.send(another.with("If-None-Match", "*")).expect(201));
    contract.require(op, client.send(another).expect(200));
  }

  private void notModified(Operation op) {
    Request request = valid(op);
    Answer first = client(op).send(request).expect(200);
    assertThat(first.header("ETag")).as("ETag of %s", first).matches("\"[^\"]+\"");
    Answer second = client(op).send(request.with("If-None-Match", first.header("ETag")));
    assertThat(second.expect(304).bytes()).isEmpty();
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    client(op).send(request.with("If-None-Match", "\"987654\"")).expect(200);
  }

  // --- retries
  // -------------------------------------------------------------------------------------

  private void retry(Operation op) {
    Request request = valid(op).with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = client(op).send(request);
    assertThat(first.status()).as("%s", first).isBetween(200, 299);
    Answer again = client(op).send(request).expect(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    for (String header : List.of("Location", "ETag", "Content-Type")) {
      assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
    }
    if (op.hasBody()) {
      // A blank more is another body: what is compared are the bytes.
      byte[] other =
          (new String(request.body(), StandardCharsets.UTF_8) + " ")
              .getBytes(StandardCharsets.UTF_8);
      Answer reused = contract.require(op, client(op).send(request.body(other)).expect(422));
      assertThat(reused.json().path("type").asText()).isEqualTo("/problems/idempotency-key-reused");
    }
    for (String bad : List.of("with blank", "x".repeat(256))) {
      Request wrong = request.with("Idempotency-Key", bad);
      contract.require(op, client(op).send(wrong).expect(400));
    }
  }

  // --- words
  // ---------------------------------------------------------------------------------------

  private Request valid(Operation op) {
    return fixtures.in(ours).request(op);
  }

  /// A client with just the scopes of the operation.
  private Api client(Operation op) {
    return ofOperator(op) ? Running.operator() : ours.with(op.scopes());
  }

  /// Above all tenants: there is no foreign one.
  private static boolean ofOperator(Operation op) {
    return op.scopes().contains(FixtureTable.OPERATOR);
  }

  private boolean documentsETag(Operation op) {
    return contract.response(op, 200).path("headers").has("ETag");
  }

  private static boolean isUuid(Parameter parameter) {
    return parameter.schema().path("format").asText().equals("uuid");
  }

  private static String unknownId() {
    return "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43";
  }

  /// The request with every id of its path replaced.
  private static Request withIds(Operation op, Request request, String id) {
    List<String> names = List.of(op.path().split("/"));
    List<String> values = List.of(request.path().replaceFirst("\\?.*", "").split("/"));
    boolean any = op.parameters("path").stream().anyMatch(OperationPromises::isUuid);
    String path = op.path();
    for (Parameter parameter : op.parameters("path")) {
      String name = "{" + parameter.name() + "}";
      // What is no id stays as it is, where there is an id that is not there.
      String other = any && names.contains(name) ? values.get(names.indexOf(name)) : "x";
      path = path.replace(name, isUuid(parameter) ? id : other);
    }
    int query = request.path().indexOf('?');
    return request.at(query < 0 ? path : path + request.path().substring(query));
  }
}

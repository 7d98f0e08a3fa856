package org.customerfocus.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Another process that answers as customer-service does what this service asks it, for every test
/// of this service. It knows everything and everybody, but for what a test puts in here; tests are
/// told apart by ids, which no other test has.
@WithTestResource(value = CustomerStandIn.class, scope = TestResourceScope.GLOBAL)
public class CustomerStandIn implements QuarkusTestResourceLifecycleManager {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// What is not there, or no requirement of the customer.
  public static final Set<String> UNKNOWN = new ConcurrentSkipListSet<>();

  /// Who may not sign, and why.
  public static final Map<String, String> REFUSED = new ConcurrentHashMap<>();

  /// What was asked about signatures, the latest last.
  public static final CopyOnWriteArrayList<JsonNode> SIGNINGS = new CopyOnWriteArrayList<>();

  /// How often it was asked about promises, by customer.
  public static final Map<String, Integer> PROMISES = new ConcurrentHashMap<>();

  /// What happens once while it is asked about a customer, or about who signs.
  public static final Map<String, Runnable> MEANWHILE = new ConcurrentHashMap<>();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/promise-checks", CustomerStandIn::promises);
    server.createContext("/internal/signing-checks", CustomerStandIn::signing);
    server.createContext(
        "/internal/events",
        exchange -> answer(exchange, JSON.createObjectNode().putArray("items")));
    server.start();
    return Map.of(
        "customerfocus.customer-url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void promises(HttpExchange exchange) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    String customer = question.path("customerId").asText();
    PROMISES.merge(customer, 1, Integer::sum);
    meanwhile(customer);
    ObjectNode known = JSON.createObjectNode();
    known.put("customer", !UNKNOWN.contains(customer));
    known.put("provider", !UNKNOWN.contains(question.path("providerPartyId").asText()));
    known.put("itself", customer.equals(question.path("providerPartyId").asText()));
    known.put("customerParty", !UNKNOWN.contains(question.path("customerPartyId").asText()));
    for (String each : new String[] {"coveredUserIds", "requirementIds", "offeringIds"}) {
      ArrayNode there = known.putArray(each);
      for (JsonNode id : question.path(each)) {
        if (!UNKNOWN.contains(id.asText())) {
          there.add(id);
        }
      }
    }
    answer(exchange, known);
  }

  private static void signing(HttpExchange exchange) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    SIGNINGS.add(question);
    meanwhile(question.path("personPartyId").asText());
    ObjectNode ground = JSON.createObjectNode();
    ArrayNode missing = ground.putArray("missing");
    String refused = REFUSED.get(question.path("personPartyId").asText());
    ground.put("authorized", refused == null);
    if (refused == null) {
      ground.put("basis", "authority");
      ground.put("partyId", question.path("partyId").asText(Given.CUSTOMER));
      ground
          .putObject("authority")
          .put("id", "01a0b7c4-0000-7000-8000-00000000e001")
          .put("scope", "any");
    } else {
      missing.add(refused);
    }
    answer(exchange, ground);
  }

  private static void meanwhile(String id) {
    Runnable happens = MEANWHILE.remove(id);
    if (happens != null) {
      happens.run();
    }
  }

  private static void answer(HttpExchange exchange, JsonNode body) throws IOException {
    JsonNode whole = body.isArray() ? JSON.createObjectNode().set("items", body) : body;
    byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}

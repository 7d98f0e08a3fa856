package org.customerfocus.survey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Another process that answers as customer-service does what this service asks it. What each test
/// puts in is told apart by ids, which no other test has.
public class CustomerStandIn implements QuarkusTestResourceLifecycleManager {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern PARTY = Pattern.compile("partyId=([0-9a-f-]{36})");

  /// Audience members as JSON, in the order of customer and party, by segment.
  public static final Map<String, List<String>> AUDIENCES = new ConcurrentHashMap<>();

  /// Customers as JSON audience members, by id, for whom no segment is named.
  public static final Map<String, String> CUSTOMERS = new ConcurrentHashMap<>();

  /// Customers about whom nothing can be asked for as long as they are in here.
  public static final Set<String> SILENT = new ConcurrentSkipListSet<>();

  /// The one period of customer statistics.
  public static volatile String period = "{\"roles\": [], \"segments\": []}";

  /// Why a party may not be contacted, by party; those missing have said nothing.
  public static final Map<String, String> REFUSALS = new ConcurrentHashMap<>();

  /// When a party consented, by party; it counts for every purpose and channel.
  public static final Map<String, String> SAID = new ConcurrentHashMap<>();

  /// The purposes that permissions were asked for.
  public static final Set<String> PURPOSES = new ConcurrentSkipListSet<>();

  /// The segments about which nothing is answered for as long as they are in here, and those that
  /// somebody waits for.
  public static final Set<String> SLOW = new ConcurrentSkipListSet<>();

  public static final Set<String> WAITING = new ConcurrentSkipListSet<>();

  /// The segment uses that are registered, as paths.
  public static final Set<String> USES = new ConcurrentSkipListSet<>();

  /// What was told of how far a requirement is met, by requirement.
  public static final Map<String, String> DEGREES = new ConcurrentHashMap<>();

  /// The events of the feed, the first at position 1.
  public static final List<String> EVENTS = new java.util.concurrent.CopyOnWriteArrayList<>();

  /// Interactions as JSON, by the instant from which they are asked for.
  public static final Map<String, List<String>> INTERACTIONS = new ConcurrentHashMap<>();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/audience-pages", CustomerStandIn::audience);
    server.createContext("/internal/requirements", CustomerStandIn::degree);
    server.createContext("/internal/segments", CustomerStandIn::use);
    server.createContext("/internal/events", CustomerStandIn::events);
    server.createContext(
        "/v1/customer-statistics",
        exchange -> answer(exchange, 200, "{\"periods\": [%s]}".formatted(period)));
    server.createContext("/v1/contact-permissions", CustomerStandIn::permissions);
    server.createContext("/v1/segments", CustomerStandIn::segments);
    server.createContext("/v1/interactions", CustomerStandIn::interactions);
    server.start();
    return Map.of(
        "customerfocus.customer-url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void audience(HttpExchange exchange) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    String after =
        question.path("afterCustomerId").asText("") + question.path("afterPartyId").asText("");
    Set<String> only = new TreeSet<>();
    question.path("customerIds").forEach(id -> only.add(id.asText()));
    if (only.stream().anyMatch(SILENT::contains)) {
      answer(exchange, 503, "");
      return;
    }
    String within = question.path("withinCustomerId").asText("");
    List<String> page = new ArrayList<>();
    for (JsonNode segment : question.path("segmentIds")) {
      for (String each : AUDIENCES.getOrDefault(segment.asText(), List.of())) {
        JsonNode member = JSON.readTree(each);
        String through = member.path("throughCustomerId").asText();
        String key = through + member.path("partyId").asText();
        if (key.compareTo(after) > 0
            && (only.isEmpty() || only.contains(through))
            && (within.isEmpty() || within.equals(through))
            && page.size() < question.path("limit").asInt()) {
          page.add(each);
        }
      }
    }
    if (question.path("segmentIds").isEmpty()) {
      only.stream().filter(CUSTOMERS::containsKey).map(CUSTOMERS::get).forEach(page::add);
    }
    answer(exchange, 200, "{\"items\": [%s]}".formatted(String.join(",", page)));
  }

  private static void permissions(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    PURPOSES.add(query.replaceAll(".*purpose=([a-z-]+).*", "$1"));
    String items =
        PARTY
            .matcher(query)
            .results()
            .map(each -> permission(each.group(1)))
            .collect(Collectors.joining(","));
    answer(exchange, 200, "{\"items\": [%s]}".formatted(items));
  }

  private static String permission(String party) {
    String said = SAID.get(party);
    return said == null
        ? "{\"partyId\": \"%s\", \"allowed\": false, \"reason\": \"%s\"}"
            .formatted(party, REFUSALS.getOrDefault(party, "not-stated"))
        : "{\"partyId\": \"%s\", \"allowed\": true, \"reason\": \"given\", \"saidAt\": \"%s\"}"
            .formatted(party, said);
  }

  private static void degree(HttpExchange exchange) throws IOException {
    String requirement = exchange.getRequestURI().getPath().split("/")[3];
    DEGREES.put(
        requirement, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, 204, "");
  }

  private static void use(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("PUT")) {
      USES.add(path);
    } else {
      USES.remove(path);
    }
    answer(exchange, 204, "");
  }

  private static void segments(HttpExchange exchange) throws IOException {
    List<String> ids =
        ID.matcher(exchange.getRequestURI().getQuery()).results().map(MatchResult::group).toList();
    WAITING.addAll(ids);
    await().atMost(Duration.ofSeconds(8)).until(() -> ids.stream().noneMatch(SLOW::contains));
    String known =
        ids.stream()
            .filter(AUDIENCES::containsKey)
            .map("{\"id\": \"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    answer(exchange, 200, "{\"items\": [%s]}".formatted(known));
  }

  /// Two of them a page, so that there are several.
  private static void interactions(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String from = query.replaceAll(".*startedAt=ge=([^;]+);.*", "$1");
    List<String> all = INTERACTIONS.getOrDefault(from, List.of());
    int start = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
    int end = Math.min(start + 2, all.size());
    String next = end < all.size() ? ", \"nextCursor\": \"%d\"".formatted(end) : "";
    answer(
        exchange,
        200,
        "{\"items\": [%s]%s}".formatted(String.join(",", all.subList(start, end)), next));
  }

  private static void events(HttpExchange exchange) throws IOException {
    int after =
        Stream.of(exchange.getRequestURI().getQuery().split("&"))
            .filter(each -> each.startsWith("after="))
            .mapToInt(each -> Integer.parseInt(each.substring(6)))
            .findFirst()
            .orElse(0);
    List<String> all = List.copyOf(EVENTS);
    String items = String.join(",", all.subList(Math.min(after, all.size()), all.size()));
    answer(exchange, 200, "{\"items\": [%s]}".formatted(items));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}

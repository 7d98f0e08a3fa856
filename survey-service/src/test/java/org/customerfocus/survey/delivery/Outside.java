package org.customerfocus.survey.delivery;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// What lies outside of the service: a real SMTP server, and somebody who answers as
/// customer-service does about parties.
public final class Outside implements QuarkusTestResourceLifecycleManager {

  /// What is answered about a party, by its id; where nothing is said, [#PERSON].
  static final Map<String, String> PARTIES = new ConcurrentHashMap<>();

  /// Who has refused.
  static final Set<String> REFUSING = ConcurrentHashMap.newKeySet();

  /// What was asked about permissions.
  static final List<String> ASKED = new CopyOnWriteArrayList<>();

  /// What was told of refusals.
  static final List<String> TOLD = new CopyOnWriteArrayList<>();

  static final String PERSON =
      """
      {"id": "%1$s", "kind": "person", "name": "Maya Lindqvist", "contactPoints": [
        {"type": "phone", "value": "+31201234567"},
        {"type": "email", "value": "old-%1$s@people.example", "validTo": "2020-01-01"},
        {"type": "email", "value": "bills-%1$s@people.example", "purpose": "billing"},
        {"type": "email", "value": "%1$s@people.example"}],
       "preferences": {"languages": ["de-AT", "en"]}}""";

  private static GreenMail mail;
  private static HttpServer customers;
  private static int port;

  @Override
  public Map<String, String> start() {
    listen();
    port = mail.getSmtp().getPort();
    try {
      customers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    customers.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    customers.createContext("/", Outside::answer);
    customers.start();
    return Map.of(
        "customerfocus.customer-url",
        "http://127.0.0.1:" + customers.getAddress().getPort(),
        "customerfocus.public-url",
        "https://focus.example/",
        "customerfocus.mail.host",
        "127.0.0.1",
        "customerfocus.mail.port",
        String.valueOf(port),
        "customerfocus.mail.security",
        "none",
        "customerfocus.mail.from",
        "surveys@harbour.example",
        "customerfocus.mail.per-second",
        "1000",
        "customerfocus.mail.lease",
        "PT5S",
        "customerfocus.mail.pause",
        "PT1S");
  }

  /// The SMTP server; each test tells its own e-mails from others' by their addresses.
  static GreenMail mail() {
    return mail;
  }

  /// Takes the SMTP server away.
  static void hangUp() {
    mail.stop();
  }

  /// Brings it back, where it was.
  static void listen() {
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String[] parts = path.split("/");
    String body =
        switch (parts[parts.length - 1]) {
          case "own-organization" ->
              "{\"party\": {\"id\": \"%s\", \"name\": \"Harbour & Co\"}}"
                  .formatted(java.util.UUID.randomUUID());
          case "contact-permissions" -> permissions(exchange.getRequestURI().getQuery());
          case "events" -> "{\"items\": []}";
          case "refusals" -> {
            TOLD.add(
                parts[3]
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            yield "";
          }
          default -> PARTIES.getOrDefault(parts[3], PERSON.formatted(parts[3]));
        };
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        bytes.length == 0 ? 204 : 200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String permissions(String query) {
    ASKED.add(query);
    String party = query.replaceAll(".*partyId=([^&]+).*", "$1");
    return "{\"items\": [{\"partyId\": \"%s\", \"allowed\": false, \"reason\": \"%s\"}]}"
        .formatted(party, REFUSING.contains(party) ? "withdrawn" : "not-stated");
  }

  @Override
  public void stop() {
    mail.stop();
    customers.stop(0);
  }
}

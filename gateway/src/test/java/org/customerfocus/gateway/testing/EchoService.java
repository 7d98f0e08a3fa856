package org.customerfocus.gateway.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// A service that answers with what it was asked, and is ready for as long as it runs.
final class EchoService {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final HttpServer server;

  EchoService(String name) {
    this.name = name;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::echo);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void echo(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (key, value) -> headers.put(key.toLowerCase(Locale.ROOT), String.join("|", value)));
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("service", name);
    seen.put("method", exchange.getRequestMethod());
    seen.put("target", exchange.getRequestURI().toString());
    seen.put("headers", headers);
    seen.put("body", new String(body, StandardCharsets.UTF_8));
    byte[] answer = JSON.writeValueAsBytes(seen);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : answer.length);
    if (!head) {
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }
}

package org.customerfocus.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;

/// The proxy alone before one service, on a port of its own.
final class ProxyFixture implements AutoCloseable {

  static final int MAX_BODY = 1_000_000;
  static final String TOKEN = "Bearer internal";

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  ProxyFixture(int backendPort) {
    this(backendPort, Duration.ofSeconds(5));
  }

  ProxyFixture(int backendPort, Duration responseTimeout) {
    ReverseProxy proxy =
        new ReverseProxy(
            vertx,
            new ProxySettings(
                MAX_BODY, 4 * MAX_BODY, Duration.ofSeconds(1), responseTimeout, 4, 4));
    Backend backend = Backend.of("survey", URI.create("http://127.0.0.1:" + backendPort));
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  request.pause();
                  String id = RequestId.of(request);
                  if (proxy.admits(request, id)) {
                    proxy.forward(new Passage(request, backend, TOKEN, id));
                  }
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

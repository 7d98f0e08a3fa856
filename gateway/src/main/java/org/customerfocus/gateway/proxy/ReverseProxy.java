package org.customerfocus.gateway.proxy;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Passes requests on to services and their answers back, piece by piece as they come.
///
/// To be called on an event loop, with the request paused. Each event loop has its own connections,
/// so that a request and its answer never change threads.
public final class ReverseProxy {

  private static final int KEEP_ALIVE_SECONDS = 60;

  private final Vertx vertx;
  private final ProxySettings settings;
  private final FastThreadLocal<HttpClient> clients =
      new FastThreadLocal<>() {
        @Override
        protected HttpClient initialValue() {
          return newClient();
        }
      };

  public ReverseProxy(Vertx vertx, ProxySettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  /// Whether the request is sound and within the limits; if not, it has been answered.
  public boolean admits(HttpServerRequest request, String requestId) {
    @Nullable String fault = Framing.fault(request);
    if (fault != null) {
      // After a request whose end is in doubt nothing on this connection can be trusted.
      Unread.promiseClose(request);
      ProblemAnswer.send(request, Problems.MALFORMED, fault, requestId);
      return false;
    }
    long limit = settings.limit(request);
    if (Framing.of(request).length() > limit) {
      ProblemAnswer.send(request, Problems.TOO_LARGE, tooLarge(limit), requestId);
      return false;
    }
    return true;
  }

  /// Of a request that was admitted.
  public void forward(Passage passage) {
    new Exchange(vertx, clients.get(), settings, passage).start();
  }

  static String tooLarge(long limit) {
    return "The body may have at most %d bytes. Send it in parts.".formatted(limit);
  }

  private HttpClient newClient() {
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAlive(true)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setPipelining(false)
            .setDecompressionSupported(false)
            .setTcpNoDelay(true)
            .setConnectTimeout((int) settings.connectTimeout().toMillis())
            .setMaxWaitQueueSize(settings.waiting());
    return vertx
        .httpClientBuilder()
        .with(options)
        .with(new PoolOptions().setHttp1MaxSize(settings.connections()))
        // A broken connection is a matter of the request on it; without one it is no matter at all.
        .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
        .build();
  }
}

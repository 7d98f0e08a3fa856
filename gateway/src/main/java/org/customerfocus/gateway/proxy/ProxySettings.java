package org.customerfocus.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// The limits of the proxy.
///
/// @param maxBody the largest request body, in bytes
/// @param maxFile the largest file of rows, which no service holds in memory
/// @param connectTimeout how long a service may take to accept a connection; a request waits twice
///   as long for one to come free
/// @param responseTimeout how long a service may be silent, both before its answer and within it
/// @param connections how many connections each event loop keeps to each service
/// @param waiting how many requests may wait for a connection before more are answered 503
public record ProxySettings(
    long maxBody,
    long maxFile,
    Duration connectTimeout,
    Duration responseTimeout,
    int connections,
    int waiting) {

  private static final Set<String> FILES = Set.of("text/csv", "application/x-ndjson");

  /// How long the body of this request may be.
  long limit(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && FILES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        ? maxFile
        : maxBody;
  }
}

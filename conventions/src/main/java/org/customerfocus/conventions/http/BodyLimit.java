package org.customerfocus.conventions.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.customerfocus.conventions.problem.Problem;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Answers a body that is announced as too large with a problem, where the HTTP layer would answer
/// with an empty 413. Bodies that are bound to a type lie in memory and are kept small; files of
/// rows are spooled, so that only the disk limits them (`quarkus.http.limits.max-body-size`).
@ApplicationScoped
class BodyLimit {

  private static final Set<String> FILES = Set.of("text/csv", "application/x-ndjson");

  /// The HTTP layer sets its own limit in a route of order -2; a filter's order is its negated
  /// priority.
  private static final int AFTER_THE_SERVERS_OWN = 1;

  private final ObjectMapper json;
  private final long bound;
  private final long spooled;

  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "customerfocus.http.max-body") MemorySize bound,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize spooled) {
    this.json = json;
    this.bound = Math.min(bound.asLongValue(), spooled.asLongValue());
    this.spooled = spooled.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, RequestIds.EARLY - 1);
    filters.register(this::limit, AFTER_THE_SERVERS_OWN);
  }

  private long limit(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && FILES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        ? spooled
        : bound;
  }

  /// A body of unannounced length is counted while it is read.
  private void limit(RoutingContext context) {
    if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context.request()));
    }
    context.next();
  }

  private void check(RoutingContext context) {
    long limit = limit(context.request());
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || (length.length() < 19 && Long.parseLong(length) <= limit)) {
      context.next();
      return;
    }
    Problem problem =
        Problem.of(
            Problems.TOO_LARGE,
            "The body is over the limit of %d bytes: send less at once.".formatted(limit),
            context.normalizedPath(),
            context.response().headers().get(RequestIds.HEADER),
            List.of());
    try {
      context
          .response()
          .setStatusCode(413)
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          // The rest of the body is not read: the connection cannot serve another request.
          .putHeader(HttpHeaders.CONNECTION, "close")
          .end(json.writeValueAsString(problem))
          .onComplete(ended -> context.request().connection().close());
    } catch (JsonProcessingException e) {
      context.fail(413, e);
    }
  }
}

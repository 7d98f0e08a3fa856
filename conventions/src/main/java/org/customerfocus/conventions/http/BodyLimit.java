package org.customerfocus.conventions.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.customerfocus.conventions.problem.Problem;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Answers a body that is announced as too large with a problem, where the HTTP layer would answer
/// with an empty 413.
@ApplicationScoped
class BodyLimit {

  private final ObjectMapper json;
  private final long limit;

  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, RequestIds.EARLY - 1);
  }

  private void check(RoutingContext context) {
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

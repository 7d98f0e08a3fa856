package org.customerfocus.conventions.http;

import com.fasterxml.uuid.Generators;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/// Gives every request an id that is on its answer and on each of its log lines, those that no
/// resource answers included, and puts the trace of the caller beside it.
class RequestIds {

  static final String HEADER = "X-Request-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  static final int EARLY = 10_000;

  void register(@Observes Filters filters) {
    filters.register(RequestIds::identify, EARLY);
  }

  private static void identify(RoutingContext context) {
    String given = context.request().getHeader(HEADER);
    String id =
        given != null && ACCEPTED.matcher(given).matches()
            ? given
            : Generators.timeBasedEpochGenerator().generate().toString();
    MDC.put("requestId", id);
    String trace = context.request().getHeader("traceparent");
    if (trace != null) {
      var matcher = TRACEPARENT.matcher(trace);
      if (matcher.matches()) {
        MDC.put("traceId", matcher.group(1));
        MDC.put("traceparent", trace);
      }
    }
    context.response().putHeader(HEADER, id);
    context.next();
  }
}

package org.customerfocus.conventions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/// Leaves `;` in a query what it is by RFC 3986: a character like others. The HTTP layer takes it
/// for a separator of parameters, as HTML 4 had recommended, and `filter=a==1;b==2` would then be
/// half a filter.
class Semicolons {

  void register(@Observes Filters filters) {
    filters.register(Semicolons::keep, RequestIds.EARLY - 1);
  }

  private static void keep(RoutingContext context) {
    HttpServerRequest request = context.request();
    String query = request.query();
    if (query != null && query.indexOf(';') >= 0) {
      try {
        MultiMap whole = request.params(true);
        // What is read of the parameters from here on is what this map, kept by the context, holds.
        context.queryParams().clear().addAll(whole);
      } catch (IllegalArgumentException e) {
        // A broken percent-encoding is refused where the parameters are read.
        context.next();
        return;
      }
    }
    context.next();
  }
}

package org.customerfocus.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.customerfocus.conventions.problem.ProblemType;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.gateway.access.Access;
import org.customerfocus.gateway.access.Credentials;
import org.customerfocus.gateway.contract.Contract;
import org.customerfocus.gateway.contract.Route;
import org.customerfocus.gateway.contract.RouteTable;
import org.customerfocus.gateway.proxy.Passage;
import org.customerfocus.gateway.proxy.ProblemAnswer;
import org.customerfocus.gateway.proxy.ProxySettings;
import org.customerfocus.gateway.proxy.RequestId;
import org.customerfocus.gateway.proxy.ReverseProxy;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Meets every request before anything else of the gateway does. Runs on event loops and never
/// blocks: only a credential that is not remembered waits, and that off the loop.
@ApplicationScoped
class FrontDoor {

  private static final Logger LOG = Logger.getLogger(FrontDoor.class);
  // Before the filters of the conventions, which are for what the gateway answers itself.
  private static final int FIRST = -20_000;
  private static final String BEARER = "Bearer ";
  private static final String DEAD_LINK =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>This link leads nowhere</title>
      <style>body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style>
      </head>
      <body>
      <main>
      <h1>This link leads nowhere</h1>
      <p>It may be incomplete, or its owner has closed it. Please open it again from where you found
      it, whole.</p>
      </main>
      </body>
      </html>
      """;

  private final RouteTable routes;
  private final Credentials credentials;
  private final Backends backends;
  private final ReverseProxy proxy;

  FrontDoor(
      Vertx vertx,
      DoorConfig config,
      Contract contract,
      Credentials credentials,
      Backends backends) {
    this.routes = contract.routes();
    this.credentials = credentials;
    this.backends = backends;
    this.proxy =
        new ReverseProxy(
            vertx,
            new ProxySettings(
                config.maxBody().asLongValue(),
                config.maxFile().asLongValue(),
                config.connectTimeout(),
                config.responseTimeout(),
                config.connections(),
                config.waiting()));
  }

  void open(@Observes Router router) {
    router.route().order(FIRST).handler(this::meet);
  }

  private void meet(RoutingContext context) {
    HttpServerRequest request = context.request();
    String id = RequestId.of(request);
    if (!proxy.admits(request, id)) {
      return;
    }
    String path = request.path();
    if (path == null || Paths.hasDotSegment(path)) {
      refuse(request, Problems.MALFORMED, "The path must not have . or .. as a segment.", id);
      return;
    }
    if (OwnPages.has(path)) {
      stay(context, null, id);
      return;
    }
    PublicLink link = PublicLink.parse(path);
    if (link != null) {
      followLink(context, link, id);
      return;
    }
    Route route = routes.find(path);
    if (route == null) {
      refuse(
          request,
          Problems.NOT_FOUND,
          "There is no operation at this path; the API reference at /docs lists those there are.",
          id);
      return;
    }
    follow(context, route, id);
  }

  private void follow(RoutingContext context, Route route, String id) {
    HttpServerRequest request = context.request();
    String method = request.method().name();
    if (!route.allows(method)) {
      HttpServerResponse response = request.response().putHeader(HttpHeaders.ALLOW, route.allow());
      if (method.equals("OPTIONS")) {
        response.putHeader(RequestId.HEADER, id).setStatusCode(204).end();
        return;
      }
      refuse(
          request,
          Problems.METHOD_NOT_ALLOWED,
          "The header Allow lists the methods of this resource.",
          id);
      return;
    }
    if (route.open(method)) {
      pass(context, route.service(), null, id);
      return;
    }
    String credential = credential(request);
    if (credential == null) {
      refuseUnknown(request, "Send an API key or token: Authorization: Bearer <credential>.", id);
      return;
    }
    when(
        context,
        id,
        credentials.find(credential),
        access -> {
          switch (access) {
            case Access.Granted granted ->
                pass(context, route.service(), granted.authorization(), id);
            case Access.Refused refused -> refuseUnknown(request, refused.detail(), id);
          }
        });
  }

  private void followLink(RoutingContext context, PublicLink link, String id) {
    when(
        context,
        id,
        credentials.findLink(link.handle(), link.scope()),
        access -> {
          switch (access) {
            case Access.Granted granted ->
                pass(context, link.service(), granted.authorization(), id);
            case Access.Refused refused -> refuseLink(context.request(), id);
          }
        });
  }

  /// Whoever followed a link in a browser is a person, and gets a page.
  private static void refuseLink(HttpServerRequest request, String id) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null || !accept.contains("text/html") || !request.method().name().equals("GET")) {
      refuse(
          request,
          Problems.NOT_FOUND,
          "This link leads nowhere: it is incomplete, or its owner has closed it.",
          id);
      return;
    }
    request
        .response()
        .setStatusCode(404)
        .putHeader(RequestId.HEADER, id)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .putHeader("Referrer-Policy", "no-referrer")
        .end(DEAD_LINK);
  }

  /// Goes on at once where the look-up is remembered, else on the same event loop once it is done.
  private static void when(
      RoutingContext context, String id, CompletableFuture<Access> lookUp, Consumer<Access> then) {
    if (lookUp.isDone() && !lookUp.isCompletedExceptionally()) {
      then.accept(lookUp.join());
      return;
    }
    io.vertx.core.Context loop = Vertx.currentContext();
    var _ =
        lookUp.whenComplete(
            (access, failure) ->
                loop.runOnContext(
                    resumed -> {
                      if (failure == null) {
                        then.accept(access);
                        return;
                      }
                      LOG.errorf(failure, "%s: the credential could not be looked up", id);
                      context.response().putHeader(HttpHeaders.RETRY_AFTER, "2");
                      refuse(
                          context.request(),
                          Problems.UNAVAILABLE,
                          "The credential cannot be checked at the moment. Try again shortly.",
                          id);
                    }));
  }

  private void pass(
      RoutingContext context, String service, @Nullable String authorization, String id) {
    if (service.equals(Backends.OWN)) {
      stay(context, authorization, id);
    } else {
      proxy.forward(new Passage(context.request(), backends.of(service), authorization, id));
    }
  }

  /// The gateway's own operations see what any service sees: an internal token and an id.
  private static void stay(RoutingContext context, @Nullable String authorization, String id) {
    HttpServerRequest request = context.request();
    request.headers().set(RequestId.HEADER, id);
    if (authorization == null) {
      request.headers().remove(HttpHeaders.AUTHORIZATION);
    } else {
      request.headers().set(HttpHeaders.AUTHORIZATION, authorization);
    }
    context.next();
  }

  private static @Nullable String credential(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer && header != null ? header.substring(BEARER.length()).strip() : null;
  }

  private static void refuseUnknown(HttpServerRequest request, String detail, String id) {
    request.response().putHeader("WWW-Authenticate", "Bearer");
    refuse(request, Problems.UNAUTHENTICATED, detail, id);
  }

  private static void refuse(
      HttpServerRequest request, ProblemType type, String detail, String id) {
    ProblemAnswer.send(request, type, detail, id);
  }
}

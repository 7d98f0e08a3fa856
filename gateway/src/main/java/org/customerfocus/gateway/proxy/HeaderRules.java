package org.customerfocus.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Which header fields end at the gateway.
///
/// - Hop-by-hop fields belong to one connection (RFC 9110, section 7.6.1), and so do all that the
///   field `Connection` names.
/// - Identity fields say who asks and from where: only the gateway knows that, so a client's own
///   are dropped, whatever their spelling.
final class HeaderRules {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  // Content-Length and Host are set anew from what was checked; Expect was answered by the server.
  private static final Set<String> REQUEST_ONLY =
      Set.of(
          "authorization",
          "content-length",
          "expect",
          "forwarded",
          "host",
          "traceparent",
          "tracestate",
          "x-real-ip",
          "x-request-id");

  private static final Set<String> RESPONSE_ONLY = Set.of("content-length", "x-request-id");

  private static final String FORWARDED = "x-forwarded-";
  private static final String OURS = "x-customerfocus-";

  private HeaderRules() {}

  /// Copies what a request may carry to a service.
  static void copyRequest(MultiMap from, MultiMap to) {
    copy(from, to, true);
  }

  /// Copies what an answer may carry to a client.
  static void copyResponse(MultiMap from, MultiMap to) {
    copy(from, to, false);
  }

  private static void copy(MultiMap from, MultiMap to, boolean request) {
    Set<String> named = namedByConnection(from);
    from.forEach(
        (name, value) -> {
          String lower = lower(name);
          if (!dropped(lower, request) && !named.contains(lower)) {
            to.add(name, value);
          }
        });
  }

  private static boolean dropped(String name, boolean request) {
    return HOP_BY_HOP.contains(name)
        || name.startsWith(OURS)
        || (request
            ? REQUEST_ONLY.contains(name) || name.startsWith(FORWARDED)
            : RESPONSE_ONLY.contains(name));
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    if (!headers.contains(HttpHeaders.CONNECTION)) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
      for (String name : value.split(",", -1)) {
        names.add(lower(name.strip()));
      }
    }
    return names;
  }

  private static String lower(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return name.toLowerCase(Locale.ROOT);
      }
    }
    return name;
  }
}

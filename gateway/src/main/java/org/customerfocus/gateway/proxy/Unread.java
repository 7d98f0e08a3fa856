package org.customerfocus.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/// What to do with the rest of a request that was answered before it was read to its end.
///
/// Closing at once would reset the connection, and the reset can overtake the answer (RFC 9112,
/// section 9.6); so the rest is read and dropped for a moment first.
final class Unread {

  private static final long LINGER_MILLIS = 2_000;

  private Unread() {}

  /// Tells the client, before the answer's head is written, that the connection ends with it.
  static void promiseClose(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
  }

  static void promiseCloseIfUnread(HttpServerRequest request) {
    if (!request.isEnded() && mayHaveBody(request)) {
      promiseClose(request);
    }
  }

  /// After the answer's end: keeps what was promised.
  static void drain(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    boolean promised = request.response().headers().contains(HttpHeaders.CONNECTION);
    if (!promised) {
      request.handler(null).endHandler(null).exceptionHandler(null).resume();
      return;
    }
    if (request.isEnded()) {
      connection.close();
      return;
    }
    Context context = Vertx.currentContext();
    long timer = context.owner().setTimer(LINGER_MILLIS, id -> connection.close());
    request.exceptionHandler(failure -> context.owner().cancelTimer(timer));
    request.endHandler(
        end -> {
          context.owner().cancelTimer(timer);
          connection.close();
        });
    request.handler(dropped -> {});
    request.resume();
  }

  // Unlike Framing this must bear headers that are not sound.
  private static boolean mayHaveBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
  }
}

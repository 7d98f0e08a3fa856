package org.customerfocus.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeoutException;
import org.customerfocus.conventions.problem.ProblemType;
import org.customerfocus.conventions.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One request on its way to a service and the answer on its way back. Lives on one event loop.
///
/// Until the answer's head has been passed on, a failure becomes a problem; after that the client
/// can only be told by breaking off, so that half an answer is never taken for a whole one.
final class Exchange {

  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final String BUSY = "Too many requests wait for the service. Try again shortly.";

  private enum Stage {
    WAITING,
    ANSWERING,
    DONE
  }

  private final Vertx vertx;
  private final HttpClient client;
  private final ProxySettings settings;
  private final Passage passage;
  private final HttpServerRequest inbound;
  private final HttpServerResponse answer;
  private final Framing framing;
  private final long limit;

  private Stage stage = Stage.WAITING;
  private @Nullable HttpClientRequest outbound;
  private long received;
  private long touched;
  private long timer;

  Exchange(Vertx vertx, HttpClient client, ProxySettings settings, Passage passage) {
    this.vertx = vertx;
    this.client = client;
    this.settings = settings;
    this.passage = passage;
    this.inbound = passage.request();
    this.answer = inbound.response();
    this.framing = Framing.of(inbound);
    this.limit = settings.limit(inbound);
  }

  void start() {
    touched = System.nanoTime();
    timer = vertx.setTimer(settings.responseTimeout().toMillis(), this::checkProgress);
    if (!framing.hasBody()) {
      inbound.resume();
    }
    inbound.exceptionHandler(failure -> clientGone());
    answer.closeHandler(closed -> clientGone());
    answer.exceptionHandler(failure -> clientGone());
    RequestOptions target =
        new RequestOptions()
            .setServer(passage.backend().address())
            .setHost(passage.backend().address().host())
            .setPort(passage.backend().address().port())
            .setConnectTimeout(2 * settings.connectTimeout().toMillis())
            .setMethod(inbound.method())
            .setURI(target(inbound));
    client.request(target).onSuccess(this::send).onFailure(this::failed);
  }

  // Only the path and the query are passed on, also of a request line with a whole URL.
  private static String target(HttpServerRequest request) {
    String uri = request.uri();
    if (uri.startsWith("/")) {
      return uri;
    }
    return request.query() == null ? request.path() : request.path() + "?" + request.query();
  }

  private void send(HttpClientRequest request) {
    if (stage == Stage.DONE) {
      request.reset();
      return;
    }
    outbound = request;
    writeHead(request);
    request.exceptionHandler(this::failed);
    request.response().onSuccess(this::respond).onFailure(this::failed);
    if (!framing.hasBody()) {
      request.end();
      return;
    }
    if (framing.chunked()) {
      request.setChunked(true);
    } else {
      request.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(framing.length()));
    }
    request.drainHandler(drained -> inbound.resume());
    inbound.handler(piece -> upload(request, piece));
    inbound.endHandler(
        end -> {
          if (stage != Stage.DONE) {
            request.end();
          }
        });
    inbound.resume();
  }

  private void writeHead(HttpClientRequest request) {
    MultiMap headers = request.headers();
    HeaderRules.copyRequest(inbound.headers(), headers);
    String host = inbound.getHeader(HttpHeaders.HOST);
    if (host != null) {
      headers.set(HttpHeaders.HOST, host);
      headers.set("X-Forwarded-Host", host);
    }
    headers.set("X-Forwarded-For", inbound.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", inbound.scheme());
    headers.set(RequestId.HEADER, passage.requestId());
    String trace = inbound.getHeader(TraceParent.HEADER);
    if (TraceParent.valid(trace)) {
      headers.set(TraceParent.HEADER, trace);
      String state = inbound.getHeader("tracestate");
      if (state != null) {
        headers.set("tracestate", state);
      }
    } else {
      headers.set(TraceParent.HEADER, TraceParent.fresh());
    }
    if (passage.authorization() != null) {
      headers.set(HttpHeaders.AUTHORIZATION, passage.authorization());
    }
  }

  private void upload(HttpClientRequest request, Buffer piece) {
    if (stage == Stage.DONE) {
      return;
    }
    touched = System.nanoTime();
    received += piece.length();
    if (received > limit) {
      fail(Problems.TOO_LARGE, ReverseProxy.tooLarge(limit));
      return;
    }
    request.write(piece);
    if (request.writeQueueFull()) {
      inbound.pause();
    }
  }

  private void respond(HttpClientResponse response) {
    response.exceptionHandler(this::failed);
    if (stage != Stage.WAITING) {
      return;
    }
    if (response.statusCode() < 200) {
      fail(Problems.BAD_GATEWAY, "The service answered with a status that ends no request.");
      return;
    }
    stage = Stage.ANSWERING;
    touched = System.nanoTime();
    answer.setStatusCode(response.statusCode());
    HeaderRules.copyResponse(response.headers(), answer.headers());
    answer.putHeader(RequestId.HEADER, passage.requestId());
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    long expected = length == null ? Framing.CHUNKED : Long.parseLong(length);
    if (length != null) {
      answer.putHeader(HttpHeaders.CONTENT_LENGTH, length);
    } else if (mayHaveBody(response)) {
      answer.setChunked(true);
    }
    Unread.promiseCloseIfUnread(inbound);
    answer.drainHandler(drained -> response.resume());
    response.handler(piece -> download(response, piece, expected));
    response.endHandler(end -> finish(null));
  }

  private boolean mayHaveBody(HttpClientResponse response) {
    return response.statusCode() != 204
        && response.statusCode() != 304
        && !inbound.method().equals(HttpMethod.HEAD);
  }

  private void download(HttpClientResponse response, Buffer piece, long expected) {
    if (stage != Stage.ANSWERING) {
      return;
    }
    touched = System.nanoTime();
    if (piece.length() == expected) {
      // The whole of a short answer leaves in one write.
      finish(piece);
      return;
    }
    answer.write(piece);
    if (answer.writeQueueFull()) {
      response.pause();
    }
  }

  private void finish(@Nullable Buffer last) {
    if (stage != Stage.ANSWERING) {
      return;
    }
    done();
    if (last == null) {
      answer.end();
    } else {
      answer.end(last);
    }
    if (!inbound.isEnded()) {
      cancelOutbound();
      Unread.drain(inbound);
    }
  }

  private void failed(Throwable failure) {
    if (stage == Stage.DONE) {
      return;
    }
    LOG.debugf("%s: %s on the way to %s", passage.requestId(), failure, passage.backend().name());
    switch (failure) {
      case ConnectionPoolTooBusyException busy -> fail(Problems.UNAVAILABLE, BUSY);
      case ConnectTimeoutException slow -> timedOut();
      // Connecting has a time-out of its own and half as long: this one waited for its turn.
      case TimeoutException busy -> fail(Problems.UNAVAILABLE, BUSY);
      default ->
          fail(
              Problems.BAD_GATEWAY,
              "The %s service cannot be reached or broke off. Try again shortly."
                  .formatted(passage.backend().name()));
    }
  }

  private void timedOut() {
    fail(
        Problems.TIMEOUT,
        "The %s service did not answer in time. Try again shortly."
            .formatted(passage.backend().name()));
  }

  private void checkProgress(long fired) {
    long silent = (System.nanoTime() - touched) / NANOS_PER_MILLI;
    long left = settings.responseTimeout().toMillis() - silent;
    if (stage == Stage.DONE) {
      return;
    }
    if (left > 0) {
      timer = vertx.setTimer(left, this::checkProgress);
      return;
    }
    timedOut();
  }

  private void fail(ProblemType type, String detail) {
    Stage before = stage;
    done();
    cancelOutbound();
    switch (before) {
      case WAITING -> {
        if (type.status() == Problems.UNAVAILABLE.status()) {
          answer.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        ProblemAnswer.send(inbound, type, detail, passage.requestId());
      }
      case ANSWERING -> inbound.connection().close();
      case DONE -> {}
    }
  }

  private void clientGone() {
    if (stage != Stage.DONE) {
      done();
      cancelOutbound();
    }
  }

  private void cancelOutbound() {
    if (outbound != null) {
      outbound.reset();
    }
  }

  private void done() {
    stage = Stage.DONE;
    vertx.cancelTimer(timer);
  }
}

package org.customerfocus.gateway.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.customerfocus.conventions.problem.Problem;
import org.customerfocus.conventions.problem.ProblemType;

/// Problems that the gateway itself answers, before or instead of a service.
public final class ProblemAnswer {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private ProblemAnswer() {}

  /// Answers and leaves the connection usable: what remains of a small body is read and dropped; a
  /// large or endless one ends the connection, but not before the client had time to read the
  /// answer.
  public static void send(
      HttpServerRequest request, ProblemType type, String detail, String requestId) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Problem problem = Problem.of(type, detail, request.path(), requestId, List.of());
    response
        .setStatusCode(type.status())
        .putHeader(RequestId.HEADER, requestId)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Unread.promiseCloseIfUnread(request);
    response.end(body(problem));
    Unread.drain(request);
  }

  private static Buffer body(Problem problem) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem can always be written", e);
    }
  }
}

package org.customerfocus.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;

/// Asks again until the platform has done what takes it a while.
final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private Eventually() {}

  /// The first answer that is as awaited; a platform that is being killed and restarted is waited
  /// for.
  static Answer answer(Api api, Request request, Predicate<Answer> awaited) {
    return await(request.toString())
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> api.exchange(request), awaited);
  }

  /// What is read there once it is as awaited.
  static JsonNode json(Api api, String path, Predicate<JsonNode> awaited) {
    return answer(api, Request.get(path), each -> each.status() == 200 && awaited.test(each.json()))
        .json();
  }
}

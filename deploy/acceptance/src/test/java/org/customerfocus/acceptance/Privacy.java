package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/// Privacy requests.
final class Privacy {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Privacy() {}

  /// The id of a new request whose work has begun.
  static String request(Api api, String kind, String party) {
    ObjectNode request =
        Api.object().put("kind", kind).put("partyId", party).put("status", "in-progress");
    return api.post("/v1/privacy-requests", request).expect(201).id();
  }

  /// The request, once every service has done its part.
  static JsonNode awaitCompleted(Api api, String id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode request = api.get("/v1/privacy-requests/" + id).expect(200).json();
      if (request.path("status").asText().equals("completed")) {
        return request;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never completed: " + request);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

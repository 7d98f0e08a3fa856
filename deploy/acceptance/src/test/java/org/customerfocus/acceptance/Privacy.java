package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Privacy requests.
final class Privacy {

  private Privacy() {}

  /// The id of a new request whose work has begun.
  static String request(Api api, String kind, String party) {
    ObjectNode request =
        Api.object().put("kind", kind).put("partyId", party).put("status", "in-progress");
    return api.post("/v1/privacy-requests", request).expect(201).id();
  }

  /// The request, once every service has done its part.
  static JsonNode awaitCompleted(Api api, String id) {
    return Eventually.json(
        api,
        "/v1/privacy-requests/" + id,
        request -> request.path("status").asText().equals("completed"));
  }
}

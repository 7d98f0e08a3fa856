package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/// What is learned from what customers said: themes, a visit, and an improvement that follows.
final class DemoLearning {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VISITS = "/v1/gemba-visits";

  private final Demo demo;
  private final Gateway gateway;

  DemoLearning(Demo demo, Gateway gateway) {
    this.demo = demo;
    this.gateway = gateway;
  }

  /// @param surveyId the survey whose score is to rise
  void load(String surveyId) throws IOException {
    for (JsonNode analysis : demo.body("theme-analyses.json")) {
      demo.findOrCreate("/v1/theme-analyses", "name", analysis);
    }
    demo.name("surveyId", surveyId);
    demo.name("visitorPartyId", visitor());
    String visit = demo.findOrCreate(VISITS, "title", demo.body("gemba-visit.json"));
    JsonNode done = gateway.get(VISITS + "/" + visit).expect(200);
    demo.name("findingId", done.at("/findings/0/id").asText());
    demo.findOrCreate("/v1/improvements", "title", demo.body("improvement.json"));
  }

  /// Somebody of the airport's own.
  private String visitor() {
    JsonNode known =
        gateway
            .get("/v1/parties?limit=1&filter=name==%22Ines%20Silva%22")
            .expect(200)
            .path("items")
            .path(0);
    JsonNode party =
        known.isMissingNode()
            ? gateway
                .post(
                    "/v1/parties",
                    JSON.createObjectNode()
                        .put("kind", "person")
                        .put("givenName", "Ines")
                        .put("familyName", "Silva"))
                .expect(201)
            : known;
    return party.path("id").asText();
  }
}

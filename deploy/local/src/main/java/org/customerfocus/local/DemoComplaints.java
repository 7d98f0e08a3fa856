package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Published complaints as feedback and cases, and the channels that they came by. Complaints are
/// known by their own ids: sent again, they are there already.
final class DemoComplaints {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Set<String> ENDS =
      Set.of("completed", "partly-completed", "refused", "failed");

  private final Demo demo;
  private final Gateway gateway;
  private final Path folder;

  DemoComplaints(Demo demo, Gateway gateway, Path folder) {
    this.demo = demo;
    this.gateway = gateway;
    this.folder = folder;
  }

  /// @return how many complaints there are in the file
  int load() throws IOException {
    for (JsonNode channel : demo.body("access-channels.json")) {
      demo.findOrCreate("/v1/access-channels", "code", channel);
    }
    JsonNode done =
        gateway
            .get("/v1/feedback-imports?limit=1&filter=status==completed")
            .expect(200)
            .path("items")
            .path(0);
    JsonNode rows = (done.isMissingNode() ? imported() : done).path("progress");
    return rows.path("importedRows").asInt() + rows.path("alreadyPresentRows").asInt();
  }

  private JsonNode imported() throws IOException {
    ObjectNode request = JSON.createObjectNode().put("fileName", "complaints.csv");
    request.set("mapping", demo.body("mapping-complaints.json"));
    String job =
        "/v1/feedback-imports/"
            + gateway.post("/v1/feedback-imports", request).expect(201).path("id").asText();
    gateway
        .put(
            job + "/file",
            "text/csv",
            HttpRequest.BodyPublishers.ofFile(folder.resolve("complaints.csv")))
        .expect(200);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode state = gateway.get(job).expect(200);
    while (!ENDS.contains(state.path("status").asText())) {
      if (System.nanoTime() > deadline) {
        throw new Failure("the demo's complaints do not get on: " + state);
      }
      ManagedProcess.pause(Duration.ofMillis(200));
      state = gateway.get(job).expect(200);
    }
    if (!state.path("status").asText().equals("completed")) {
      throw new Failure("the demo's complaints were not imported: " + state);
    }
    return state;
  }
}

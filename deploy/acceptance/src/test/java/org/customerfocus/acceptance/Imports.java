package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Imports of response files.
final class Imports {

  private static final Set<String> ENDED =
      Set.of("completed", "partly-completed", "refused", "failed");

  static final Path DEMO = demoFolder();

  private Imports() {}

  /// The id of a new survey: the demo's.
  static String survey(Api api) {
    return api.post("/v1/surveys", Api.read(demoFile("survey-sfo.json"))).expect(201).id();
  }

  /// The id of its published version.
  static String publish(Api api, String survey) {
    return api.send(Request.of("POST", "/v1/surveys/" + survey + "/versions")).expect(201).id();
  }

  /// The id of a new import of one year's file, which is not sent yet.
  static String create(Api api, String version, String year) {
    ObjectNode request = Api.object().put("surveyVersionId", version);
    request.set("mapping", Api.read(demoFile("mapping-sfo-" + year + ".json")));
    return api.post("/v1/survey-imports", request).expect(201).id();
  }

  /// Imports one year's file.
  static JsonNode load(Api api, String version, String year) {
    String id = create(api, version, year);
    upload(api, id, demoFile("sfo-" + year + ".csv"));
    return awaitEnd(api, id);
  }

  static byte[] demoFile(String name) {
    try {
      return Files.readAllBytes(DEMO.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From the module's folder, where Maven runs tests, as from the project's.
  private static Path demoFolder() {
    Path beside = Path.of("../local/demo");
    return Files.isDirectory(beside) ? beside : Path.of("deploy/local/demo");
  }

  static Request file(String id, byte[] csv) {
    return Request.of("PUT", "/v1/survey-imports/" + id + "/file")
        .with("Content-Type", "text/csv")
        .with("If-Match", "*")
        .body(csv);
  }

  static void upload(Api api, String id, byte[] csv) {
    api.send(file(id, csv)).expect(200);
  }

  /// The import, once it has ended; a platform that is being killed and restarted is waited for.
  static JsonNode awaitEnd(Api api, String id) {
    return Eventually.json(
        api, "/v1/survey-imports/" + id, job -> ENDED.contains(job.path("status").asText()));
  }
}

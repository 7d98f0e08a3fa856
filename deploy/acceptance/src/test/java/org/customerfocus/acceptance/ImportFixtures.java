package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of imports and exports of the registry.
final class ImportFixtures {

  private static final Set<String> AT_WORK = Set.of("checking", "importing");

  private ImportFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listCustomerImports", "createCustomerImport")
        .on("createCustomerImport", "getCustomerImport", "updateCustomerImport")
        .on("createCustomerImport", "uploadCustomerImportCsv")
        .on(
            "createCustomerImport",
            "downloadCustomerImportRefusedRowsCsv",
            "downloadCustomerImportRefusedRowsNdjson")
        .special("uploadCustomerImportNdjson", ImportFixtures::lines)
        .special("listCustomerImportRefusedRows", ImportFixtures::refusedRows)
        .plain("exportCustomersCsv", "exportCustomersNdjson")
        .plain("exportPartiesCsv", "exportPartiesNdjson")
        .plain("exportPurchasesCsv", "exportPurchasesNdjson");
  }

  /// The documented mapping is one of columns, which lines have not.
  private static Request lines(Scene scene, Operation upload) {
    String id = create(scene.tenant().admin(), Api.object().put("kind", "customers"));
    return file(id, "ndjson", upload.example().asText());
  }

  /// An import whose file had nothing but rows that were refused.
  private static Request refusedRows(Scene scene, Operation list) {
    Api api = scene.tenant().admin();
    String id = create(api, Api.object().put("kind", "parties"));
    api.send(file(id, "ndjson", "{\"party\":{\"kind\":\"person\"}}\n".repeat(20))).expect(200);
    awaitEnd(api, id);
    return Request.get(list.path().replace("{id}", id));
  }

  static String create(Api api, ObjectNode request) {
    return api.post("/v1/customer-imports", request).expect(201).id();
  }

  /// @param format csv or ndjson
  static Request file(String id, String format, String text) {
    return Request.of("PUT", "/v1/customer-imports/%s/file.%s".formatted(id, format))
        .with("Content-Type", format.equals("csv") ? "text/csv" : "application/x-ndjson")
        .with("If-Match", "*")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The import, once it has ended; a platform that is being killed and restarted is waited for.
  static JsonNode awaitEnd(Api api, String id) {
    return Eventually.json(
        api, "/v1/customer-imports/" + id, job -> !AT_WORK.contains(job.path("status").asText()));
  }
}

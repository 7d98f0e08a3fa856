package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An agreement about punctual flights, signed by both sides, and twenty thousand real flights
/// measured against it.
final class DemoFlights {

  private static final String FILE = "flights-agreement.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Demo demo;
  private final DemoAgreement agreements;
  private final Gateway gateway;
  private final Path folder;

  DemoFlights(Demo demo, Gateway gateway, Path folder) {
    this.demo = demo;
    this.agreements = new DemoAgreement(demo, gateway);
    this.gateway = gateway;
    this.folder = folder;
  }

  /// @param agreementId of the agreement, which is in force
  record Loaded(String agreementId, int measurements) {}

  Loaded load() throws IOException {
    demo.name("flightsProviderId", demo.partyId(part("provider")));
    demo.name("flightsOfferingId", demo.findOrCreate("/v1/offerings", part("offering")));
    demo.name("flightsCustomerId", demo.customerId(part("customer")));
    demo.name(
        "flightsRequirementId",
        demo.findOrCreate("/v1/requirements", "statement", part("requirement")));
    demo.name("flightsMetricId", demo.findOrCreate("/v1/metrics", part("metric")));
    String id = demo.findOrCreate("/v1/agreements", part("agreement"));
    agreements.signBoth(
        id,
        agreements.signer(part("providerSigner"), demo.named("flightsProviderId")),
        demo.partyId(part("customer").at("/people/0/party")));
    return new Loaded(id, measure(part("agreement").path("timeZone").asText()));
  }

  private JsonNode part(String name) throws IOException {
    return demo.body(FILE).path(name);
  }

  /// Sends what was measured as it stands in the file, in one stream; what is there already is not
  /// there twice.
  private int measure(String timeZone) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("flights-2001.csv"));
    ZoneId zone = ZoneId.of(timeZone);
    String body =
        IntStream.range(1, lines.size())
            .mapToObj(row -> measurement(row, lines.get(row).split(","), zone).toString())
            .collect(Collectors.joining("\n"));
    JsonNode told =
        gateway
            .post(
                "/v1/measurements/batch.ndjson",
                "application/x-ndjson",
                HttpRequest.BodyPublishers.ofString(body))
            .expect(200);
    int taken = told.path("created").asInt() + told.path("duplicates").asInt();
    if (taken != lines.size() - 1) {
      throw new Failure("the demo's flights were not all taken: " + told);
    }
    return taken;
  }

  /// The file tells of local times without their zones; in these months no clock was changed.
  private ObjectNode measurement(int row, String[] flight, ZoneId zone) {
    ObjectNode measurement = JSON.createObjectNode();
    measurement.put("source", "flights-2001");
    measurement.put("sourceId", String.valueOf(row));
    measurement.put("metricId", demo.named("flightsMetricId"));
    measurement.put("customerId", demo.named("flightsCustomerId"));
    measurement.put("offeringId", demo.named("flightsOfferingId"));
    measurement
        .putObject("entity")
        .put("type", "flight")
        .put("reference", "%s-%s %s".formatted(flight[2], flight[3], flight[0]));
    measurement.putObject("dimensions").put("origin", flight[2]).put("destination", flight[3]);
    measurement.put(
        "startedAt", LocalDateTime.parse(flight[0]).atZone(zone).toInstant().toString());
    measurement.put("value", Integer.parseInt(flight[1]));
    return measurement;
  }
}

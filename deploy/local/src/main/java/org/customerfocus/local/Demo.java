package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Loads the demo through the gateway's REST API alone, as any client would: who the customers are,
/// a real survey, an agreement and its measurements. What is there already is kept, so a second run
/// changes nothing and one that was killed is completed.
public final class Demo {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(5);
  private static final Set<String> IMPORT_ENDS =
      Set.of("completed", "partly-completed", "refused", "failed");

  private final Gateway gateway;
  private final Path folder;
  private final Progress progress;

  /// Ids by the names that the bodies use for them, `${offeringId}`.
  private final Map<String, String> ids = new HashMap<>();

  /// @param gateway with a key of the demo's tenant
  /// @param folder the demo's files
  Demo(Gateway gateway, Path folder, Progress progress) {
    this.gateway = gateway;
    this.folder = folder;
    this.progress = progress;
  }

  /// What to look at afterwards.
  ///
  /// @param surveyPath the respondent's page of the campaign's open link, below the base URL
  public record Loaded(
      String surveyId,
      String agreementId,
      String flightsAgreementId,
      String campaignId,
      String surveyPath) {}

  /// Loads the demo into a running platform, without a word.
  ///
  /// @param baseUrl its gateway
  /// @param apiKey a key of the tenant, with every scope
  /// @param folder the demo's files, `deploy/local/demo`
  public static Loaded load(String baseUrl, String apiKey, Path folder) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new Demo(new Gateway(http, baseUrl, apiKey), folder, Progress.silent()).load();
    }
  }

  Loaded load() throws IOException {
    Progress.Step step = progress.step("demo: customers");
    ids.put("offeringId", findOrCreate("/v1/offerings", body("offering.json")));
    ids.put("providerPartyId", findOrCreate("/v1/parties", body("provider.json")));
    gateway
        .put(
            "/v1/own-organization",
            "application/json",
            HttpRequest.BodyPublishers.ofString(
                JSON.createObjectNode().put("partyId", ids.get("providerPartyId")).toString()))
        .expect(200);
    if (first("/v1/attribute-definitions", "code", "tier").isMissingNode()) {
      gateway.post("/v1/attribute-definitions", body("attribute-definition.json")).expect(201);
    }
    int customers = loadCustomers() + loadSupplyChain();
    for (JsonNode segment : body("segments.json")) {
      findOrCreate("/v1/segments", segment);
    }
    loadConsents();
    int purchases = loadLoyalty();
    step.done("%d customers with their roles, %d purchases".formatted(customers, purchases));

    step = progress.step("demo: survey");
    String surveyId = findOrCreate("/v1/surveys", body("survey-sfo.json"));
    step.done(loadResponses(surveyId));
    loadOneThing();

    step = progress.step("demo: needs and requirements");
    int requirements = new DemoNeeds(this, gateway).load(surveyId);
    step.done(requirements + " requirements, and how far they are met");

    step = progress.step("demo: agreement");
    ids.put("metricId", findOrCreate("/v1/metrics", body("metric-on-time.json")));
    String agreementId = new DemoAgreement(this, gateway).load();
    ids.put("agreementId", agreementId);
    if (first("/v1/exclusions", "agreementId", agreementId).isMissingNode()) {
      gateway.post("/v1/exclusions", body("exclusion.json")).expect(201);
    }
    step.done(loadMeasurements() + " measurements");

    step = progress.step("demo: flights");
    DemoFlights.Loaded flights = new DemoFlights(this, gateway, folder).load();
    step.done(flights.measurements() + " flights, held against what was promised");

    step = progress.step("demo: complaints");
    int complaints = new DemoComplaints(this, gateway, folder).load();
    step.done(complaints + " complaints, each a case");

    step = progress.step("demo: learning");
    new DemoLearning(this, gateway).load(surveyId);
    step.done("themes, a visit, and an improvement that follows");

    step = progress.step("demo: campaign");
    DemoCampaign.Started campaign = new DemoCampaign(this, gateway).load();
    step.done(campaign.answers() + " answers so far");
    return new Loaded(surveyId, agreementId, flights.agreementId(), campaign.id(), campaign.path());
  }

  /// The first customer of the file is the one that the agreement is with.
  private int loadCustomers() throws IOException {
    JsonNode customers = body("customers.json");
    for (JsonNode customer : customers) {
      String name = partyName(customer.path("party"));
      String id = customerId(customer);
      ids.putIfAbsent("customerId", id);
      ids.put("customer:" + name, id);
    }
    return customers.size();
  }

  /// The id of the relationship that a body asks for, made when there is none.
  String customerId(JsonNode customer) {
    ObjectNode request = (ObjectNode) customer;
    JsonNode known = first("/v1/parties", "name", partyName(request.path("party")));
    String partyId = known.path("id").asText();
    JsonNode relationship = partyId.isEmpty() ? known : first("/v1/customers", "partyId", partyId);
    if (relationship.isMissingNode()) {
      if (!partyId.isEmpty()) {
        request.remove("party");
        request.put("partyId", partyId);
      }
      relationship = gateway.post("/v1/customers", request).expect(201);
    }
    return relationship.path("id").asText();
  }

  /// Who else provides whom: whose customer the airport is, and the customers of its customers.
  private int loadSupplyChain() throws IOException {
    JsonNode links = body("supply-chain.json");
    for (JsonNode link : links) {
      ObjectNode request = (ObjectNode) link;
      String party = partyId(request.remove("party"));
      String provider = partyId(request.remove("provider"));
      if (first("/v1/customers", "providerPartyId==" + provider + ";partyId", party)
          .isMissingNode()) {
        request.put("partyId", party).put("providerPartyId", provider);
        gateway.post("/v1/customers", request).expect(201);
      }
    }
    return links.size();
  }

  /// The id of the party with the name of the body, made when there is none.
  String partyId(JsonNode party) {
    JsonNode known = first("/v1/parties", "name", partyName(party));
    JsonNode found = known.isMissingNode() ? gateway.post("/v1/parties", party).expect(201) : known;
    return found.path("id").asText();
  }

  /// What may be asked of whom: statements are never changed, so they are made once.
  private void loadConsents() throws IOException {
    JsonNode statements = body("consents.json");
    for (JsonNode statement : statements) {
      ObjectNode request = (ObjectNode) statement;
      String party = partyId(request.remove("party"));
      String purpose = request.path("purpose").asText();
      if (first("/v1/consents", "purpose==" + purpose + ";partyId", party).isMissingNode()) {
        gateway.post("/v1/consents", request.put("partyId", party)).expect(201);
      }
    }
  }

  /// What the customers went through and bought. Purchases and interactions are known by their
  /// external references: sent again, they are duplicates.
  private int loadLoyalty() throws IOException {
    ids.put("touchpointId", findOrCreate("/v1/touchpoints", body("touchpoint.json")));
    findOrCreate("/v1/journeys", body("journey.json"));
    gateway.post("/v1/interaction-batches", body("interactions.json")).expect(200);
    JsonNode purchases = body("purchases.json");
    gateway.post("/v1/purchase-batches", purchases).expect(200);
    JsonNode referral = body("referral.json");
    String from = referral.path("fromCustomerId").asText();
    if (first("/v1/referrals", "fromCustomerId", from).isMissingNode()) {
      gateway.post("/v1/referrals", referral).expect(201);
    }
    return purchases.path("purchases").size();
  }

  private static String partyName(JsonNode party) {
    return party.has("name")
        ? party.path("name").asText()
        : party.path("givenName").asText() + " " + party.path("familyName").asText();
  }

  /// A survey made from a template, and what a few passengers said. Responses are known by their
  /// external references: sent again, they are there already.
  private void loadOneThing() throws IOException {
    String surveyId = findOrCreate("/v1/surveys", body("survey-one-thing.json"));
    ids.put("oneThingSurveyId", surveyId);
    ids.put("oneThingVersionId", publish(surveyId));
    gateway.post("/v1/response-batches", body("responses-one-thing.json")).expect(200);
  }

  /// The id of the survey's first version, published unless an earlier run has.
  private String publish(String surveyId) {
    String versions = "/v1/surveys/" + surveyId + "/versions";
    JsonNode version = items(versions + "?limit=1").path(0);
    return (version.isMissingNode() ? gateway.post(versions, null).expect(201) : version)
        .path("id")
        .asText();
  }

  /// Publishes the survey and imports its file, unless an earlier run has.
  private String loadResponses(String surveyId) throws IOException {
    String versionId = publish(surveyId);
    JsonNode done = first("/v1/survey-imports", "status==completed;surveyVersionId", versionId);
    if (done.isMissingNode()) {
      done = importFile(versionId);
    }
    JsonNode rows = done.path("progress");
    return "%d responses, %d of them recorded by this import"
        .formatted(rows.path("totalRows").asLong(), rows.path("importedRows").asLong());
  }

  private JsonNode importFile(String versionId) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.put("surveyVersionId", versionId).put("fileName", "sfo-2018.csv");
    request.set("mapping", body("mapping-sfo-2018.json"));
    String job =
        "/v1/survey-imports/"
            + gateway.post("/v1/survey-imports", request).expect(201).path("id").asText();
    gateway
        .put(
            job + "/file",
            "text/csv",
            HttpRequest.BodyPublishers.ofFile(folder.resolve("sfo-2018.csv")))
        .expect(200);
    long deadline = System.nanoTime() + IMPORT_PATIENCE.toNanos();
    while (true) {
      JsonNode state = gateway.get(job).expect(200);
      String status = state.path("status").asText();
      if (status.equals("completed")) {
        return state;
      }
      if (IMPORT_ENDS.contains(status) || System.nanoTime() > deadline) {
        throw new Failure(
            "the demo's survey file was not imported (%s): %s".formatted(status, state));
      }
      ManagedProcess.pause(Duration.ofMillis(300));
    }
  }

  /// A measurement is known by its source and its id there: sent again, it is a duplicate.
  private int loadMeasurements() throws IOException {
    JsonNode batch = body("measurements.json");
    JsonNode outcome = gateway.post("/v1/measurements/batch", batch).expect(200);
    if (outcome.path("refused").asInt() + outcome.path("conflicts").asInt() > 0) {
      throw new Failure("the demo's measurements were not all taken: " + outcome);
    }
    return batch.path("measurements").size();
  }

  /// Gives an id the name that bodies use for it.
  void name(String name, String id) {
    ids.put(name, id);
  }

  /// @throws Failure when no id has the name
  String named(String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new Failure("the demo has nothing named " + name);
    }
    return id;
  }

  JsonNode body(String file) throws IOException {
    String text = Files.readString(folder.resolve(file));
    for (Map.Entry<String, String> id : ids.entrySet()) {
      text = text.replace("${" + id.getKey() + "}", id.getValue());
    }
    return JSON.readTree(text);
  }

  /// The id of the resource with the name of the body, made when there is none.
  String findOrCreate(String path, JsonNode body) {
    return findOrCreate(path, "name", body);
  }

  /// The id of the resource with the same value in a field, made when there is none.
  String findOrCreate(String path, String field, JsonNode body) {
    JsonNode found = first(path, field, body.path(field).asText());
    JsonNode resource = found.isMissingNode() ? gateway.post(path, body).expect(201) : found;
    return resource.path("id").asText();
  }

  /// The first of a list by a filter, a missing node when there is none.
  JsonNode first(String path, String field, String value) {
    String filter = URLEncoder.encode(field + "==\"" + value + "\"", StandardCharsets.UTF_8);
    return items(path + "?limit=1&filter=" + filter).path(0);
  }

  private JsonNode items(String path) {
    return gateway.get(path).expect(200).path("items");
  }
}

package org.customerfocus.acceptance;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.customerfocus.acceptance.Fixtures.Scene;

/// Which request is a valid one, for every operation of the document. An operation that is missing
/// here fails the suite.
final class FixtureTable {

  /// The scope that no tenant's key has.
  static final String OPERATOR = "operator";

  /// What fills a list that has no POST of its own.
  static final Map<String, String> CREATORS =
      Map.of("listUnmatchedMeasurements", "createMeasurement");

  /// Lists that the service fills by itself as time goes by: nothing that a client does makes an
  /// item at once. Their items are tested where the clock can be told, in the service.
  static final Set<String> FOUND_IN_TIME =
      Set.of("listScoreChanges", "listBreaches", "listCredits");

  /// Lists whose fixture comes filled, since nobody else adds to them.
  static final Set<String> FILLED =
      Set.of(
          "listDuplicates",
          "listAgreementVersions",
          "listCommitmentAttainmentMeasurements",
          "listSignatures",
          "listUnderpinnings",
          "listNeedDegreesMet",
          "listPartyHistory",
          "listRefusedFeedback",
          "listRefusedRows",
          "listCustomerImportRefusedRows",
          "listRequirementDegreesMet",
          "listEndCustomers",
          "listSignatories",
          "listConsumers",
          "listCustomerSegments",
          "listSegmentChanges",
          "listInvitations",
          "listCampaignExclusions",
          "listSurveyMails",
          "listGembaVisitors",
          "listImprovementNotifications",
          "listResponseHistory");

  /// What takes documents of a standard, and keeps the members that it does not know.
  static final Set<String> KEPT_WHOLE = Set.of("createTmf651Agreement");

  private FixtureTable() {}

  static void fill(Fixtures table) {
    tenants(table);
    customers(table);
    RelationshipFixtures.fill(table);
    ImportFixtures.fill(table);
    PrivacyFixtures.fill(table);
    PartyFixtures.fill(table);
    offerings(table);
    SegmentFixtures.fill(table);
    CampaignFixtures.fill(table);
    MergeFixtures.fill(table);
    JourneyFixtures.fill(table);
    NeedFixtures.fill(table);
    LearningFixtures.fill(table);
    TemplateFixtures.fill(table);
    FigureFixtures.fill(table);
    surveys(table);
    LinkFixtures.fill(table);
    AuthoringFixtures.fill(table);
    ResponseFixtures.fill(table);
    DeliveryFixtures.fill(table);
    VoiceFixtures.fill(table);
    imports(table);
    AgreementFixtures.fill(table);
    ChainFixtures.fill(table);
    AttainmentFixtures.fill(table);
    exclusions(table);
    MeasurementFixtures.fill(table);
  }

  private static void tenants(Fixtures table) {
    table
        .plain("listTenants", "listApiKeys")
        .with((scene, tenant) -> tenant.put("handle", scene.unique("fixture")), "createTenant")
        .on("createTenant", "getTenant", "updateTenant")
        .with(FixtureTable::expiringTomorrow, "createApiKey")
        .on("createApiKey", "getApiKey", "updateApiKey", "deleteApiKey");
  }

  /// The example's own date is in the future for one year only.
  private static void expiringTomorrow(Scene scene, ObjectNode key) {
    key.put("expiresAt", Instant.now().plus(Duration.ofDays(1)).truncatedTo(SECONDS).toString());
  }

  private static void customers(Fixtures table) {
    table
        .plain("listParties", "createParty")
        .on("createParty", "getParty", "updateParty", "deleteParty")
        .plain("listCustomers", "createCustomer")
        .on("createCustomer", "getCustomer", "updateCustomer", "deleteCustomer")
        .plain("listMemberships", "listSigningAuthorities")
        .with(personIn("memberPartyId"), "createMembership")
        .on("createMembership", "getMembership", "updateMembership", "deleteMembership")
        .with(personIn("personPartyId"), "createSigningAuthority")
        .on(
            "createSigningAuthority",
            "getSigningAuthority",
            "updateSigningAuthority",
            "deleteSigningAuthority");
  }

  /// A new person and a new organisation, where the example has ids of such.
  private static Fixtures.Filling personIn(String member) {
    return (scene, example) ->
        example.put(member, scene.person()).put("organizationPartyId", scene.id("createParty"));
  }

  private static void offerings(Fixtures table) {
    table
        .plain("listOfferings", "createOffering")
        .on("createOffering", "getOffering", "updateOffering", "deleteOffering");
  }

  private static void surveys(Fixtures table) {
    table
        .plain("listSurveys", "createSurvey")
        .on("createSurvey", "getSurvey", "updateSurvey", "deleteSurvey")
        .on("createSurvey", "publishSurveyVersion", "listSurveyVersions")
        .on("publishSurveyVersion", "getSurveyVersion")
        .plain("listResponses")
        .with(FixtureTable::ofPublishedSurvey, "createResponse")
        .with(FixtureTable::responsesOfPublishedSurvey, "createResponseBatch")
        .on("createResponse", "getResponse")
        .on("publishSurveyVersion", "getSurveyVersionResults", "downloadSurveyVersionResults")
        .on("createSurvey", "getSurveyResults", "downloadSurveyResults");
  }

  private static void imports(Fixtures table) {
    table
        .plain("listSurveyImports")
        .with(FixtureTable::ofPublishedSurvey, "createSurveyImport")
        .on("createSurveyImport", "getSurveyImport", "uploadSurveyImportFile")
        .on("createSurveyImport", "downloadRefusedRows")
        .special("listRefusedRows", FixtureTable::refusedRows);
  }

  private static void exclusions(Fixtures table) {
    table
        .plain("listMetrics", "listExclusions")
        .with(FixtureTable::uniqueName, "createMetric")
        .on("createMetric", "getMetric", "updateMetric", "deleteMetric")
        .with(FixtureTable::ofAgreement, "createExclusion")
        .on("createExclusion", "getExclusion", "updateExclusion", "deleteExclusion");
  }

  private static void uniqueName(Scene scene, ObjectNode example) {
    example.put("name", scene.unique(example.path("name").asText()));
  }

  private static void ofAgreement(Scene scene, ObjectNode exclusion) {
    JsonNode agreement = scene.perform("createAgreement").json();
    exclusion.put("agreementId", agreement.path("id").asText());
    exclusion.putArray("commitmentIds").add(agreement.at("/version/commitments/0/id").asText());
  }

  /// An import whose file had nothing but rows that were refused.
  private static Request refusedRows(Scene scene, Operation list) {
    String id = scene.id("createSurveyImport");
    StringBuilder file = new StringBuilder("RESPNUM,NETPRO,Q7ALL,AREA,WEIGHT\n");
    for (int i = 1; i <= 20; i++) {
      file.append(i).append(",99,3,N,1\n");
    }
    Imports.upload(scene.tenant().admin(), id, file.toString().getBytes(StandardCharsets.UTF_8));
    Imports.awaitEnd(scene.tenant().admin(), id);
    return Request.get(list.path().replace("{id}", id));
  }

  static void ofPublishedSurvey(Scene scene, ObjectNode response) {
    response.put("surveyVersionId", scene.id("publishSurveyVersion"));
  }

  private static void responsesOfPublishedSurvey(Scene scene, ObjectNode batch) {
    String version = scene.id("publishSurveyVersion");
    for (JsonNode response : batch.path("responses")) {
      ((ObjectNode) response).put("surveyVersionId", version);
    }
  }
}

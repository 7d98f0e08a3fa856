package org.customerfocus.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.bearing;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;
import static org.customerfocus.conventions.testing.Tokens.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.testing.Json;

/// A tenant of its own for each test, with what the test needs in it.
public final class Given {

  public static final String CUSTOMER = "01a0b7c4-0000-7000-8000-00000000c001";
  public static final String PROVIDER = "01a0b7c4-0000-7000-8000-00000000a001";
  public static final String SIGNER = "01a0b7c4-0000-7000-8000-00000000b001";
  public static final String REQUIREMENT = "01a0b7c4-0000-7000-8000-00000000d001";

  public final String tenant = freshTenant();
  private final boolean test;

  public Given() {
    this(false);
  }

  /// @param test whether it is a test tenant
  public Given(boolean test) {
    this.test = test;
  }

  private RequestSpecification as(String scope) {
    return bearing(token(new Caller(tenant, "key:test", Set.of(scope), null, test)));
  }

  public RequestSpecification reader() {
    return as("agreements:read");
  }

  public RequestSpecification writer() {
    return as("agreements:write").contentType(ContentType.JSON);
  }

  public RequestSpecification patcher(String etag) {
    return as("agreements:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", etag);
  }

  public RequestSpecification source() {
    return as("measurements:write").contentType(ContentType.JSON);
  }

  public String ratioMetric() {
    return id(
        writer()
            .body(
                """
                {"name": "On-time departure", "type": "ratio", "description": "It left on time."}""")
            .post("/v1/metrics"));
  }

  public String valueMetric() {
    return id(
        writer()
            .body(
                """
                {"name": "Wait at security", "type": "threshold-share", "unit": "min",
                 "description": "How long the queue was."}""")
            .post("/v1/metrics"));
  }

  /// A commitment on a ratio metric, which the extra members refine.
  public static String commitment(String metricId, String extra) {
    return """
        {"name": "Flights leave on time", "metricId": "%s", "entityType": "flight",
         "customerTerm": "departure", "requirement": "Be told when it will really leave.",
         "requirementIds": ["01a0b7c4-0000-7000-8000-00000000d001"],
         "target": {"comparator": "at-least", "value": 0.95}%s}"""
        .formatted(metricId, extra.isEmpty() ? "" : ", " + extra);
  }

  public static String agreement(String commitments, String extra) {
    return """
        {"name": "Ground handling 2026", "providerPartyId": "%s", "customerId": "%s",
         "term": {"start": "2026-01-01", "end": "2027-01-01"},
         "timeZone": "America/Los_Angeles", "commitments": [%s]%s}"""
        .formatted(PROVIDER, CUSTOMER, commitments, extra.isEmpty() ? "" : ", " + extra);
  }

  public Response activeAgreement(String commitments) {
    return active(agreement(commitments, ""));
  }

  /// What is described is proposed, signed by both sides, and so in force.
  public Response active(String body) {
    String id = id(proposed(body));
    for (String side : List.of("provider", "customer")) {
      Response signed = sign(id, side);
      assertThat(signed.statusCode()).as(signed.asString()).isEqualTo(201);
    }
    return reader().get("/v1/agreements/" + id);
  }

  /// What is described, proposed; the entity types that it counts exist.
  public Response proposed(String body) {
    ObjectNode request = (ObjectNode) Json.parse(body);
    for (JsonNode commitment : request.path("commitments")) {
      entityType(commitment.path("entityType").asText());
    }
    return writer().body(request.put("status", "proposed").toString()).post("/v1/agreements");
  }

  public void entityType(String code) {
    writer()
        .body("{\"code\": \"%s\", \"names\": {\"en\": \"%s\"}}".formatted(code, code))
        .post("/v1/entity-types");
  }

  public Response sign(String agreement, String side) {
    return writer()
        .body("{\"side\": \"%s\", \"partyId\": \"%s\"}".formatted(side, SIGNER))
        .post("/v1/agreements/%s/signatures".formatted(agreement));
  }

  public Response send(String measurements) {
    return source()
        .body("{\"measurements\": [%s]}".formatted(measurements))
        .post("/v1/measurements/batch");
  }

  /// A flight of the customer, which the members complete.
  public static String flight(String sourceId, String metricId, String members) {
    return """
        {"source": "ops", "sourceId": "%s", "metricId": "%s",
         "entity": {"type": "flight", "reference": "%s"}, "customerId": "%s"%s}"""
        .formatted(sourceId, metricId, sourceId, CUSTOMER, members.isEmpty() ? "" : ", " + members);
  }

  public static String id(Response created) {
    assertThat(created.statusCode()).as(created.asString()).isIn(200, 201);
    return UUID.fromString(created.path("id")).toString();
  }
}

package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A text that is planted wherever a person leaves one is found nowhere once the person is erased:
/// not in any column of any table of the four databases.
@ExtendWith(Running.class)
class ErasureTest {

  private static final List<String> DATABASES =
      List.of("customer", "survey", "agreement", "gateway");

  @Test
  void aPlantedMarkerIsFoundNowhereAfterwards() throws SQLException {
    Api api = Tenant.fresh().admin();
    Planted planted = Planted.in(api);
    assertThat(found(planted.marker())).as("tables with the marker").hasSizeGreaterThan(8);

    String request = Privacy.request(api, "erasure", planted.party());
    JsonNode done = Privacy.awaitCompleted(api, request);

    assertThat(found(planted.marker())).as("tables with the marker").isEmpty();
    assertThat(done.at("/services/0/done").asBoolean()).isTrue();
    assertThat(done.at("/services/1/done").asBoolean()).isTrue();
    JsonNode tombstone = api.get("/v1/parties/" + planted.party()).expect(200).json();
    assertThat(tombstone.path("name").asText()).isEqualTo("Erased");
    assertThat(tombstone.path("erasedAt").asText()).isNotBlank();
    assertThat(tombstone.has("birthDate")).isFalse();
    // What was scored still counts.
    JsonNode response = api.get("/v1/responses/" + planted.response()).expect(200).json();
    assertThat(response.at("/answers/0/value").asInt()).isEqualTo(9);
    assertThat(response.has("customerId")).isFalse();
  }

  @Test
  void aServiceThatIsKilledGoesOnWhereItWas() throws SQLException {
    Api api = Tenant.fresh().admin();
    Planted planted = Planted.in(api);
    String request = Privacy.request(api, "erasure", planted.party());
    Running.platform().service("survey").restart();
    Running.platform().service("survey").awaitReady();
    Privacy.awaitCompleted(api, request);
    assertThat(found(planted.marker())).isEmpty();
  }

  /// A person with the marker in every personal place.
  record Planted(String marker, String party, String response) {

    static Planted in(Api api) {
      String marker = "Marker" + UUID.randomUUID().toString().replace("-", "");
      ObjectNode person =
          Api.object()
              .put("kind", "person")
              .put("givenName", marker)
              .put("familyName", marker + " family");
      person
          .putArray("contactPoints")
          .addObject()
          .put("type", "email")
          .put("value", marker.toLowerCase(Locale.ROOT) + "@example.org")
          .put("purpose", marker);
      person.put("birthDate", "1990-04-05");
      person.putArray("otherNames").addObject().put("type", "alias").put("name", marker + " alias");
      person.putArray("externalRefs").addObject().put("scheme", "crm").put("value", marker);
      person
          .putArray("postalAddresses")
          .addObject()
          .put("locality", marker + "ville")
          .put("country", "AT")
          .putArray("lines")
          .add("1 " + marker + " Street");
      ObjectNode definition =
          Api.object()
              .put("target", "person")
              .put("code", "nickname")
              .put("type", "text")
              .put("label", "Nickname");
      api.post("/v1/attribute-definitions", definition).expect(201);
      person.putObject("attributes").put("nickname", marker + " nick");
      String party = create(api, "/v1/parties", person);

      ObjectNode relationship =
          Api.object()
              .put("partyId", party)
              .put("lifecycle", "current")
              .put("lifecycleReason", "came by " + marker);
      relationship.putArray("roles").addObject().put("type", "end-user");
      relationship
          .putArray("compensation")
          .addObject()
          .put("kind", "other")
          .put("description", marker);
      String customer = create(api, "/v1/customers", relationship);
      api.send(
              Request.of("PATCH", "/v1/parties/" + party)
                  .with("Content-Type", "application/merge-patch+json")
                  .with("If-Match", "*")
                  .body(Api.object().put("familyName", marker + " married")))
          .expect(200);
      ObjectNode consent =
          Api.object()
              .put("partyId", party)
              .put("purpose", "newsletter")
              .put("channel", "email")
              .put("legalBasis", "consent")
              .put("status", "given")
              .put("source", "form of " + marker)
              .put("evidence", "signed " + marker)
              .put("evidenceRef", marker);
      create(api, "/v1/consents", consent);
      ObjectNode need =
          Api.object()
              .put("statement", marker + " needs quiet")
              .put("voice", "spoken")
              .put("customerId", customer);
      create(api, "/v1/needs", need);
      Privacy.request(api, "access", party);
      String response = respond(api, customer, marker);
      measure(api, customer, marker);
      return new Planted(marker, party, response);
    }

    private static String respond(Api api, String customer, String marker) {
      ObjectNode survey =
          (ObjectNode)
              Api.read(
                  """
                  {"name": "How was it?", "anonymityThreshold": 0,
                   "items": [{"linkId": "recommend", "type": "nps", "text": "Recommend?"},
                                 {"linkId": "why", "type": "text", "text": "Why?"}],
                   "attributes": [{"key": "city", "type": "text", "label": "City"}]}""");
      String id = create(api, "/v1/surveys", survey);
      String version =
          api.send(Request.of("POST", "/v1/surveys/" + id + "/versions")).expect(201).id();
      return create(
          api,
          "/v1/responses",
          Api.read(
              """
              {"surveyVersionId": "%s", "customerId": "%s",
               "respondedAt": "2026-03-01T10:00:00Z",
               "externalRef": {"scheme": "kiosk", "value": "%s"},
               "answers": [{"linkId": "recommend", "value": 9},
                           {"linkId": "why", "text": "I am %s"}],
               "attributes": {"city": {"text": "%s"}}}"""
                  .formatted(version, customer, marker, marker, marker)));
    }

    private static void measure(Api api, String customer, String marker) {
      String metric =
          create(
              api,
              "/v1/metrics",
              Api.read(
                  """
                  {"name": "Kept %s", "type": "ratio", "description": "Was it kept?"}"""
                      .formatted(UUID.randomUUID())));
      create(
          api,
          "/v1/agreements",
          Api.read(
              """
              {"name": "With %s", "providerPartyId": "%s", "customerId": "%s",
               "term": {"start": "2026-01-01", "end": "2027-01-01"},
               "timeZone": "Europe/Vienna",
               "commitments": [{"name": "For %s", "metricId": "%s", "entityType": "visit",
                 "customerTerm": "visit of %s", "requirement": "%s wants it",
                 "target": {"comparator": "at-least", "value": 0.95}}]}"""
                  .formatted(marker, UUID.randomUUID(), customer, marker, metric, marker, marker)));
      api.post(
              "/v1/measurements/batch",
              Api.read(
                  """
                  {"measurements": [{"source": "desk", "sourceId": "%s", "metricId": "%s",
                    "entity": {"type": "visit", "reference": "%s"}, "customerId": "%s",
                    "dimensions": {"who": "%s"}, "dueAt": "2026-02-01T10:00:00Z",
                    "good": true}]}"""
                      .formatted(marker, metric, marker, customer, marker)))
          .expect(200);
    }

    /// With a key, so that the answer is stored.
    private static String create(Api api, String path, JsonNode body) {
      Request keyed =
          Request.post(path, body).with("Idempotency-Key", UUID.randomUUID().toString());
      return api.send(keyed).expect(201).id();
    }
  }

  /// Every table of the four databases that has the text in a row, whoever made the table; upper
  /// and lower case alike.
  private static List<String> found(String marker) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String database : DATABASES) {
      try (Connection connection = Running.platform().connect(database);
          Statement statement = connection.createStatement()) {
        for (String table : tables(statement)) {
          String query =
              "SELECT 1 FROM %s t WHERE strpos(lower(t::text), lower('%s')) > 0 LIMIT 1"
                  .formatted(table, marker);
          try (ResultSet row = statement.executeQuery(query)) {
            if (row.next()) {
              found.add(database + ": " + table);
            }
          }
          found.addAll(inBytes(statement, database, table, marker));
        }
      }
    }
    return found;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    return names(
        statement,
        """
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND c.relpersistence <> 't' ORDER BY 1""");
  }

  /// Bytes are written in hexadecimal by the cast of a row to text.
  private static List<String> inBytes(
      Statement statement, String database, String table, String marker) throws SQLException {
    List<String> found = new ArrayList<>();
    String columns =
        "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '%s'::regclass"
                .formatted(table)
            + " AND attnum > 0 AND NOT attisdropped AND atttypid = 'bytea'::regtype";
    for (String column : names(statement, columns)) {
      String query =
          "SELECT 1 FROM %s WHERE position(convert_to('%s', 'UTF8') IN %s) > 0 LIMIT 1"
              .formatted(table, marker, column);
      if (!names(statement, query).isEmpty()) {
        found.add("%s: %s.%s".formatted(database, table, column));
      }
    }
    return found;
  }

  private static List<String> names(Statement statement, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }
}

package org.customerfocus.survey.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerUpload;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class RespondentRepositoryTest {

  private final String tenant = freshTenant();

  @Inject PersonalData data;
  @Inject PeerUpload upload;
  @Inject TenantWork work;

  @Test
  void erasedRespondentsKeepTheirScoresAndLoseTheirWords() {
    UUID customer = UUID.randomUUID();
    UUID party = UUID.randomUUID();
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    String byCustomer = submit(version, "\"customerId\": \"%s\"".formatted(customer), "a");
    String byParty = submit(version, "\"partyId\": \"%s\"".formatted(party), "b");
    String stranger = submit(version, "\"partyId\": \"%s\"".formatted(UUID.randomUUID()), "c");

    work.call(
        Caller.system("test", tenant, false),
        () -> {
          data.erase(new Subject(List.of(party), List.of(customer)));
          return true;
        });

    for (String erased : List.of(byCustomer, byParty)) {
      Response response = as(tenant, "surveys:read").get("/v1/responses/" + erased);
      assertThat(response.asString()).doesNotContain("Secret", "customerId", "partyId", "kiosk");
      assertThat(response.<List<Map<String, Object>>>path("answers"))
          .containsExactly(Map.of("linkId", "recommend", "value", 9));
      assertThat(response.<Map<?, ?>>path("attributes")).isNullOrEmpty();
    }
    assertThat(as(tenant, "surveys:read").get("/v1/responses/" + stranger).asString())
        .contains("Secret c", "Secret city c");
  }

  @Test
  void erasedComplainantsLeaveTheirCasesWithoutAWordOfThem() {
    UUID party = UUID.randomUUID();
    Response made =
        as(tenant, "cases:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"feedback": {"form": "complaint", "channel": "phone", "text": "Secret words",
                  "attributes": {"seat": "Secret seat"}},
                 "reporter": {"partyId": "%s", "name": "Secret name", "phone": "+1 555 SECRET"},
                 "requestedRemedy": "Secret remedy"}"""
                    .formatted(party))
            .post("/v1/cases");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String path = "/v1/cases/" + made.path("id");
    as(tenant, "cases:write")
        .contentType(ContentType.JSON)
        .body("{\"text\": \"Secret comment\", \"shared\": true}")
        .post(path + "/comments");
    as(tenant, "cases:write")
        .contentType(ContentType.JSON)
        .body(
            """
            {"purpose": "Secret purpose", "channel": "phone", "dueAt": "2027-01-01T00:00:00Z",
             "caseId": "%s"}"""
                .formatted(made.<String>path("id")))
        .post("/v1/follow-ups");

    work.call(
        Caller.system("test", tenant, false),
        () -> {
          data.erase(new Subject(List.of(party), List.of()));
          return true;
        });

    String left =
        as(tenant, "cases:read").get(path).asString()
            + as(tenant, "cases:read").get(path + "/comments").asString()
            + as(tenant, "cases:read").get("/v1/follow-ups").asString()
            + as(tenant, "feedback:read").get("/v1/feedback").asString();
    assertThat(left).contains("complaint", "Erased").doesNotContain("ecret", party.toString());
    assertThat(as(tenant, "cases:follow").get(made.<String>path("statusPath")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusedRowsGoThatSayWhatTheErasedSaid() throws SQLException {
    UUID party = UUID.randomUUID();
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    submit(version, "\"partyId\": \"%s\"".formatted(party), "own");
    UUID job =
        refuse(
            version, "k1,SECRET OWN ", "Secret own,9", "k2,Secret city own", "k3,Secret ownership");
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      work.call(
          Caller.system("test", tenant, false),
          () -> {
            data.erase(new Subject(List.of(party), List.of()));
            return true;
          });
      try (ResultSet left =
          statement.executeQuery(
              "SELECT string_agg(cells[2], '|') FROM refused_row WHERE import_id = '%s'"
                  .formatted(job))) {
        assertThat(left.next()).isTrue();
        assertThat(left.getString(1)).isEqualTo("Secret ownership");
      }
    }
  }

  @Test
  void aPartOfAnArchiveMayBeOfAnySizeAndHoldsRefusedRows() throws SQLException, IOException {
    UUID party = UUID.randomUUID();
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    String response = submit(version, "\"partyId\": \"%s\"".formatted(party), "own");
    submit(version, "\"partyId\": \"%s\"".formatted(UUID.randomUUID()), "of another");
    refuse(version, "k1,SECRET OWN ", "k2,Secret ownership", "k3,%s".formatted(party));
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO answer (tenant_id, response_id, link_id, ordinal, text)
          SELECT '%s', '%s', 'why', n, repeat('x', 20000) FROM generate_series(1, 1000) n"""
              .formatted(tenant, response));
    }

    ByteArrayOutputStream part = new ByteArrayOutputStream();
    work.as(
        Caller.system("test", tenant, false),
        () -> {
          try {
            upload.write("{\"partyIds\": [\"%s\"], \"customerIds\": []}".formatted(party), part);
            return part;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });

    assertThat(part.size()).isGreaterThan(16 * 1024 * 1024);
    JsonNode sections = new ObjectMapper().readTree(part.toByteArray()).path("sections");
    assertThat(sections.findValuesAsText("name"))
        .containsSequence("response", "answer", "response-attribute", "refused-row", "audit");
    assertThat(sections.at("/0/rows")).hasSize(1);
    assertThat(sections.at("/1/rows")).hasSize(1002);
    assertThat(sections.at("/3/rows").findValuesAsText("rowNumber")).containsExactly("0", "2");
    assertThat(part.toString(StandardCharsets.UTF_8)).doesNotContain("of another", "ownership");
  }

  private UUID refuse(String version, String... rows) throws SQLException {
    UUID job = UUID.randomUUID();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO survey_import (tenant_id, id, version, created_at, updated_at,
            survey_version_id, status, dry_run, on_error, mapping)
          VALUES ('%s', '%s', 0, now(), now(), '%s', 'refused', false, 'refuse', '{}')"""
              .formatted(tenant, job, version));
      for (int i = 0; i < rows.length; i++) {
        statement.executeUpdate(
            """
            INSERT INTO refused_row (tenant_id, id, import_id, row_number, cells, errors)
            VALUES ('%s', gen_random_uuid(), '%s', %d, string_to_array('%s', ','), '[]')"""
                .formatted(tenant, job, i, rows[i]));
      }
    }
    return job;
  }

  private String submit(String version, String who, String mark) {
    Response answer =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "respondedAt": "2026-03-01T10:00:00Z", %s,
             "externalRef": {"scheme": "kiosk", "value": "Secret %s"},
             "answers": [{"linkId": "recommend", "value": 9},
                         {"linkId": "why", "text": "Secret %s"}],
             "attributes": {"city": {"text": "Secret city %s"}}}"""
                .formatted(version, who, mark, mark, mark));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("id");
  }
}

package org.customerfocus.customer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;
import static org.customerfocus.conventions.testing.Tokens.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Archives of any size, of one moment, with what was refused.
@QuarkusTest
@WithTestResource(Platform.class)
class ArchiveTest {

  private static final int PIECE = 1024 * 1024;

  private final String tenant = freshTenant();

  @Inject ArchiveRepository rows;
  @Inject TenantWork work;
  @Inject ObjectMapper json;

  @Test
  void aPartMayBeLargerThanABody() throws IOException, InterruptedException, SQLException {
    String party = party();
    String id = request("access", party);
    byte[] part = part(20 * PIECE);
    String broken = UUID.randomUUID().toString();
    piece(id, "survey", broken, 0, part, 204);
    assertThat(whole(id, "survey", broken, 20)).isEqualTo(409);

    String attempt = UUID.randomUUID().toString();
    int pieces = 0;
    for (int at = 0; at < part.length; at += PIECE) {
      byte[] piece = Arrays.copyOfRange(part, at, Math.min(part.length, at + PIECE));
      piece(id, "survey", attempt, pieces++, piece, 204);
    }
    // Sent twice, kept once.
    piece(id, "survey", attempt, 0, Arrays.copyOfRange(part, 0, PIECE), 204);
    assertThat(whole(id, "survey", attempt, pieces)).isEqualTo(204);
    assertThat(pieces(tenant)).isEqualTo(pieces);
    hand(id, "agreement", "{\"sections\": []}");
    assertThat(as(tenant, "privacy:read").get("/v1/privacy-requests/" + id).<String>path("status"))
        .isEqualTo("completed");

    String read = read("/v1/privacy-requests/%s/archive".formatted(id));
    assertThat(json.readTree(read).path("complete").asBoolean()).isTrue();
    String survey =
        "{\"service\":\"survey\"," + new String(part, StandardCharsets.UTF_8).substring(1);
    // Told as a truth, since the texts themselves are too long to be shown.
    assertThat(read.contains(survey)).as("the part as it was handed in").isTrue();

    request("erasure", party);
    assertThat(pieces(tenant)).isZero();
  }

  @Test
  void whatComesAfterAnErasureIsNotKept() throws SQLException {
    String party = party();
    String id = request("access", party);
    request("erasure", party);
    hand(id, "survey", "{\"sections\": [{\"name\": \"response\", \"rows\": [{\"id\": 1}]}]}");
    assertThat(pieces(tenant)).isZero();
    hand(id, "agreement", "{\"sections\": []}");
    assertThat(as(tenant, "privacy:read").get("/v1/privacy-requests/" + id).<String>path("status"))
        .isEqualTo("completed");
  }

  @Test
  void anArchiveShowsOneMoment() {
    String party = party();
    consent(party);
    String id = request("access", party);
    List<String> consents = new ArrayList<>();
    work.as(
        Caller.system("test", tenant, false),
        () -> {
          rows.read(UUID.fromString(id), UUID.fromString(party), new Meddling(party, consents));
          return true;
        });
    assertThat(consents).hasSize(1);
  }

  @Test
  void refusedRowsThatNameThePartyAreInTheArchive() throws SQLException {
    String party = party();
    String job = UUID.randomUUID().toString();
    try (Connection owner = Platform.connect("owner");
        Statement insert = owner.createStatement()) {
      insert.executeUpdate(
          """
          INSERT INTO customer_import (tenant_id, id, version, created_at, updated_at, kind, status,
            dry_run, on_error, mapping)
          VALUES ('%s', '%s', 0, now(), now(), 'parties', 'completed', false, 'skip-bad-rows', '{}')"""
              .formatted(tenant, job));
      insert.executeUpdate(
          """
          INSERT INTO customer_import_refused_row (tenant_id, id, import_id, row_number, cells,
            errors, refused_at)
          SELECT '%s', gen_random_uuid(), '%s', number, string_to_array(line, ','), '[]', now()
          FROM (VALUES (1, 'Ada,ADA@example.org'), (2, 'Ada,someone@example.org'),
                       (3, 'okafor,ada'), (4, 'x,%s')) AS rows (number, line)"""
              .formatted(tenant, job, party));
    }
    String id = request("access", party);
    Response archive = as(tenant, "privacy:read").get("/v1/privacy-requests/" + id + "/archive");
    assertThat(
            archive.<List<Integer>>path(
                "services[0].sections.find { it.name == 'customer-import-refused-row' }"
                    + ".rows.rowNumber"))
        .containsExactly(1, 3, 4);
  }

  /// Somebody else records a consent while the archive is read.
  private final class Meddling implements ArchiveRepository.Sink {

    private final String party;
    private final List<String> consents;
    private boolean inConsents;

    Meddling(String party, List<String> consents) {
      this.party = party;
      this.consents = consents;
    }

    @Override
    public void begin(List<String> missing) {
      assertThat(missing).containsExactly("agreement", "survey");
    }

    @Override
    public void beginService(String service) {
      consent(party);
    }

    @Override
    public void beginSection(String name) {
      inConsents = name.equals("consent");
    }

    @Override
    public void row(JsonNode row) {
      if (inConsents) {
        consents.add(row.path("id").asText());
      }
    }

    @Override
    public void endSection() {
      inConsents = false;
    }

    @Override
    public void handedIn(InputStream part) {
      throw new AssertionError("nothing is handed in yet");
    }

    @Override
    public void endService() {
      inConsents = false;
    }
  }

  /// Without the filters of the other requests, which print what they get.
  private String read(String path) throws IOException, InterruptedException {
    Caller reader = new Caller(tenant, "key:test", Set.of("privacy:read"), null, false);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(RestAssured.port, path)))
            .header("Authorization", "Bearer " + token(reader))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  /// At least so many bytes, with a number that a binary fraction would change.
  private static byte[] part(int bytes) {
    StringBuilder part = new StringBuilder(bytes + 20_000);
    part.append(
        "{\"sections\":[{\"name\":\"answer\",\"rows\":[{\"number\":0.10000000000000000001}");
    String text = "ä".repeat(5_000);
    while (part.length() < bytes) {
      part.append(",{\"text\":\"").append(text).append("\"}");
    }
    return part.append("]}]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void hand(String id, String service, String part) {
    String attempt = UUID.randomUUID().toString();
    piece(id, service, attempt, 0, part.getBytes(StandardCharsets.UTF_8), 204);
    assertThat(whole(id, service, attempt, 1)).isEqualTo(204);
  }

  private void piece(
      String id, String service, String attempt, int ordinal, byte[] piece, int status) {
    byte[] sent = piece.length > PIECE ? Arrays.copyOf(piece, PIECE) : piece;
    as(tenant, "privacy:answer")
        .contentType("application/octet-stream")
        .body(sent)
        .put(
            "/internal/privacy-requests/%s/parts/%s/pieces/%s/%d"
                .formatted(id, service, attempt, ordinal))
        .then()
        .statusCode(status);
  }

  private int whole(String id, String service, String attempt, int pieces) {
    return as(tenant, "privacy:answer")
        .contentType(ContentType.JSON)
        .body("{\"attempt\": \"%s\", \"pieces\": %d}".formatted(attempt, pieces))
        .put("/internal/privacy-requests/%s/parts/%s".formatted(id, service))
        .statusCode();
  }

  private static int pieces(String tenant) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement select = owner.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT count(*) FROM privacy_request_piece WHERE tenant_id = '%s'"
                    .formatted(tenant))) {
      row.next();
      return row.getInt(1);
    }
  }

  private String party() {
    return post(
            "/v1/parties",
            """
            {"kind": "person", "givenName": "Ada", "familyName": "Okafor", "contactPoints":
              [{"type": "email", "value": "ada@example.org"}]}""")
        .path("id");
  }

  private void consent(String party) {
    post(
            "/v1/consents",
            """
            {"partyId": "%s", "purpose": "newsletter", "channel": "email",
             "legalBasis": "consent", "status": "given"}"""
                .formatted(party))
        .then()
        .statusCode(201);
  }

  private String request(String kind, String party) {
    return post(
            "/v1/privacy-requests",
            "{\"kind\": \"%s\", \"partyId\": \"%s\", \"status\": \"in-progress\"}"
                .formatted(kind, party))
        .path("id");
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write", "privacy:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }
}

package org.customerfocus.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Nobody who was erased stays in a file, or comes back with it.
@QuarkusTest
@WithTestResource(Platform.class)
class ImportErasureTest {

  private final String tenant = freshTenant();

  @Inject DataSource database;

  @Test
  void refusedRowsGoThatAreAboutTheErasedAndNoOthers() {
    String party = jan();
    String settings =
        """
        "kind": "parties", "onError": "skip-bad-rows", "mapping": {
          "columns": [{"column": "first", "field": "party.givenName"},
                      {"column": "last", "field": "party.familyName"},
                      {"column": "mail", "field": "party.contactPoints.0.value"}],
          "constants": [{"field": "party.kind", "value": "person"},
                        {"field": "party.contactPoints.0.type", "value": "email"}]}""";
    Response job =
        Imports.run(
            tenant,
            settings,
            Imports.CSV,
            """
            first,last,mail
            Jan,Smit,January
            January,Visser,no address
            jan , VISSER,none
            Other,Person, jan.visser@example.org2
            ,,JAN.VISSER@example.ORG
            """);
    assertThat(job.<Integer>path("progress.refusedRows")).as(job.asString()).isEqualTo(5);

    erase(party);

    assertThat(
            as(tenant, "customers:read")
                .get(
                    "/v1/customer-imports/%s/refused-rows?sort=rowNumber"
                        .formatted(job.<String>path("id")))
                .<List<Integer>>path("items.rowNumber"))
        .containsExactly(2, 3, 5);
  }

  @Test
  void anImportAtWorkEndsWhereItsFileNamesTheErased() throws SQLException {
    String party = jan();
    String byMail = atWork("first,mail\nX,y@example.org\nJ, JAN.visser@example.org \n");
    String byPhone = atWork("first,phone\nJ,020 123 45 67\n");
    String byName = atWork("a,b\nVisser,jan\n");
    String stranger = atWork("first,mail\nJan,january@example.org\nPiet,Visser\n");

    erase(party);

    for (String id : List.of(byMail, byPhone, byName)) {
      Response job = as(tenant, "customers:read").get("/v1/customer-imports/" + id);
      assertThat(job.<String>path("status")).as(job.asString()).isEqualTo("failed");
      assertThat(job.<String>path("failure")).contains("was erased while the import was at work");
      assertThat(pieces(id)).isZero();
    }
    assertThat(
            as(tenant, "customers:read")
                .get("/v1/customer-imports/" + stranger)
                .<String>path("status"))
        .isEqualTo("importing");
    assertThat(pieces(stranger)).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseRefusesIsToldWithoutItsValues() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO party (tenant_id, name) VALUES (?, ?)")) {
      for (int i = 0; i < 2; i++) {
        insert.setString(1, tenant);
        insert.setString(2, "Xylographer");
        insert.addBatch();
      }
      Throwable refused = catchThrowable(insert::executeBatch);
      assertThat(refused).isInstanceOf(SQLException.class);
      for (Throwable each = refused; each != null; each = each.getCause()) {
        assertThat(each.toString()).doesNotContain("Xylographer");
      }
    }
  }

  /// An import that no worker takes up, so that it is at work for as long as the test.
  private String atWork(String file) throws SQLException {
    String id = Imports.create(tenant, "\"kind\": \"parties\"");
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    try (Connection owner = Platform.connect("owner");
        Statement update = owner.createStatement();
        PreparedStatement insert =
            owner.prepareStatement(
                "INSERT INTO customer_import_piece (tenant_id, import_id, ordinal, bytes)"
                    + " VALUES (?, ?, 0, ?)")) {
      insert.setString(1, tenant);
      insert.setObject(2, UUID.fromString(id));
      insert.setBytes(3, bytes);
      insert.executeUpdate();
      update.executeUpdate(
          "UPDATE customer_import SET status = 'importing', format = 'csv', file_bytes = %d"
                  .formatted(bytes.length)
              + ", file_digest = 'd' WHERE id = '%s'".formatted(id));
    }
    return id;
  }

  private int pieces(String id) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement select = owner.createStatement();
        var row =
            select.executeQuery(
                "SELECT count(*) FROM customer_import_piece WHERE import_id = '%s'"
                    .formatted(id))) {
      row.next();
      return row.getInt(1);
    }
  }

  private String jan() {
    return post(
            "/v1/parties",
            """
            {"kind": "person", "givenName": "Jan", "familyName": "Visser", "contactPoints": [
              {"type": "email", "value": "jan.visser@example.org"},
              {"type": "phone", "value": "+31201234567"}]}""")
        .path("id");
  }

  private void erase(String party) {
    Response erased =
        post(
            "/v1/privacy-requests",
            """
            {"kind": "erasure", "partyId": "%s", "status": "in-progress"}"""
                .formatted(party));
    assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(201);
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write", "privacy:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }
}

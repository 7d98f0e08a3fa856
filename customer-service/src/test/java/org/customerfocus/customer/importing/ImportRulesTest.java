package org.customerfocus.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.Claim;
import org.customerfocus.conventions.job.JobRepository;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// What holds for one at a time holds for the rows of a file.
@QuarkusTest
@WithTestResource(Platform.class)
class ImportRulesTest {

  private static final String PARTIES =
      """
      "kind": "parties", "onError": "skip-bad-rows", "mapping": {"identity": {"scheme": "erp"}}""";

  private final String tenant = freshTenant();

  @Inject JobRepository jobs;
  @Inject TenantWork work;

  @Test
  void aPersonIsNoPartOfAnOrganisation() {
    Response job =
        Imports.run(
            tenant,
            PARTIES,
            Imports.NDJSON,
            organization("A", "")
                + """
                {"party":{"kind":"person","givenName":"Ada","externalRefs":[{"scheme":"erp","value":"B"}]},"memberships":[{"organization":{"scheme":"erp","value":"A"},"type":"part-of"}]}
                """);

    assertCounts(job, 1, 1);
    assertThat(refused(job)).contains("memberships.0.type", "only an organisation");
  }

  @Test
  void noOrganisationIsAPartOfItsOwnPart() {
    // Within one file, by what an earlier file recorded, and at another time.
    Response first =
        Imports.run(
            tenant,
            PARTIES,
            Imports.NDJSON,
            organization("A", "") + organization("B", part("A", "")));
    assertCounts(first, 2, 0);
    Response second =
        Imports.run(
            tenant,
            PARTIES,
            Imports.NDJSON,
            organization("C", part("B", "")) + organization("A", part("C", "")));
    assertCounts(second, 1, 1);
    assertThat(refused(second)).contains("itself a part of");
    Response dated =
        Imports.run(
            tenant,
            PARTIES,
            Imports.NDJSON,
            organization("X", "")
                + organization("Y", part("X", ", \"validTo\": \"2026-01-01\""))
                + "{\"party\":{\"kind\":\"organization\",\"name\":\"Z\",\"externalRefs\":"
                + "[{\"scheme\":\"erp\",\"value\":\"Z\"}]}}\n");
    assertCounts(dated, 3, 0);
    assertCounts(
        Imports.run(
            tenant,
            PARTIES,
            Imports.NDJSON,
            organization("X", part("Y", ", \"validFrom\": \"2026-01-01\""))),
        0,
        0);
    assertThat(
            as(tenant, "customers:read")
                .get("/v1/memberships?filter=type==part-of")
                .<List<?>>path("items"))
        .hasSize(4);
  }

  @Test
  void anExportOfACustomerOfTwoProvidersIsReadBack() {
    String dealer = post("/v1/parties", "{\"kind\": \"organization\", \"name\": \"Dealer\"}");
    String party = post("/v1/parties", "{\"kind\": \"person\", \"givenName\": \"Ada\"}");
    String row =
        "{\"partyId\":\"%s\",%s\"lifecycle\":\"current\",\"roles\":[{\"type\":\"payer\"}]}%n";
    String file =
        row.formatted(party, "")
            + row.formatted(party, "\"providerPartyId\":\"%s\",".formatted(dealer));
    String settings = "\"kind\": \"customers\", \"onError\": \"refuse\"";

    assertCounts(Imports.run(tenant, settings, Imports.NDJSON, file), 2, 0);
    Response again = Imports.run(tenant, settings, Imports.NDJSON, file);
    assertCounts(again, 0, 0);
    assertThat(again.<Integer>path("progress.unchangedRows")).isEqualTo(2);
    Response twice = Imports.run(tenant, settings, Imports.NDJSON, file + row.formatted(party, ""));
    assertThat(twice.<String>path("status")).isEqualTo("refused");
    assertThat(refused(twice)).contains("row 1 has the same identity");

    String fresh =
        """
        {"party":{"kind":"person","givenName":"Bo","externalRefs":[{"scheme":"erp","value":"1"}]},%s"roles":[{"type":"payer"}]}
        """;
    Response shared =
        Imports.run(
            tenant,
            "\"kind\": \"customers\", \"mapping\": {\"identity\": {\"scheme\": \"erp\"}}",
            Imports.NDJSON,
            fresh.formatted("") + fresh.formatted("\"providerPartyId\":\"%s\",".formatted(dealer)));
    assertCounts(shared, 2, 0);
    assertThat(
            as(tenant, "customers:read").get("/v1/parties?filter=name==Bo").<List<?>>path("items"))
        .hasSize(1);
  }

  @Test
  void aReferenceOfTwoPartiesKeepsAllOutHoweverFarApart() {
    StringBuilder file = new StringBuilder(shared(0));
    for (int i = 1; i <= 1_001; i++) {
      file.append(organization("n" + i, ""));
    }
    file.append(shared(1_002));

    Response job =
        Imports.run(
            tenant,
            "\"kind\": \"parties\", \"mapping\": {\"identity\": {\"scheme\": \"erp\"}}",
            Imports.NDJSON,
            file.toString());

    assertThat(job.<String>path("status")).as(job.asString()).isEqualTo("refused");
    assertThat(refused(job)).contains("is that of row 1");
    assertThat(as(tenant, "customers:read").get("/v1/parties").<List<?>>path("items")).isEmpty();
  }

  @Test
  void progressForgetsWhatBrokeAnImportOffBefore() throws SQLException {
    String id =
        Imports.create(
            tenant, "\"kind\": \"parties\", \"mapping\": {\"identity\": {\"scheme\": \"a\"}}");
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO customer_import_job (tenant_id, import_id, test, queued_at, leased_until,
            attempt, failures)
          VALUES ('%s', '%s', false, now(), now() + interval '1 hour', 7, 5)"""
              .formatted(tenant, id));
      Claim claim = new Claim(tenant, UUID.fromString(id), false, 7, 5);
      assertThat(
              work.call(
                  Caller.system("test", tenant, false),
                  () -> jobs.renew(ImportRepository.JOBS, claim, true)))
          .isTrue();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT failures, attempt FROM customer_import_job WHERE import_id = '%s'"
                  .formatted(id))) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isZero();
        assertThat(row.getInt(2)).isEqualTo(7);
      }
      statement.executeUpdate(
          "DELETE FROM customer_import_job WHERE import_id = '%s'".formatted(id));
    }
  }

  private static String organization(String ref, String memberships) {
    return """
    {"party":{"kind":"organization","name":"%s","externalRefs":[{"scheme":"erp","value":"%1$s"}]}%s}
    """
        .formatted(ref, memberships);
  }

  private static String part(String of, String days) {
    return ",\"memberships\":[{\"organization\":{\"scheme\":\"erp\",\"value\":\"%s\"},\"type\":\"part-of\"%s}]"
        .formatted(of, days);
  }

  private static String shared(int number) {
    return """
    {"party":{"kind":"organization","name":"S","externalRefs":[{"scheme":"erp","value":"s%d"},{"scheme":"vat","value":"same"}]}}
    """
        .formatted(number);
  }

  private String post(String path, String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .path("id");
  }

  private String refused(Response job) {
    return as(tenant, "customers:read")
        .get("/v1/customer-imports/%s/refused-rows.ndjson".formatted(job.<String>path("id")))
        .asString();
  }

  private static void assertCounts(Response job, int created, int refused) {
    assertThat(job.<Integer>path("progress.createdRows")).as(job.asString()).isEqualTo(created);
    assertThat(job.<Integer>path("progress.refusedRows")).as(job.asString()).isEqualTo(refused);
  }
}

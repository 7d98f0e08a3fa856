package org.customerfocus.customer.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.Tokens;
import org.customerfocus.customer.importing.Imports;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CustomerExportResourceTest {

  private static final String ROWS =
      """
      {"party":{"kind":"organization","name":"=Acme","externalRefs":[{"scheme":"erp","value":"A"}],"identifiers":[{"scheme":"nl-kvk","value":"12345678"}],"postalAddresses":[{"lines":["Dam 1","attic"],"locality":"Amsterdam","country":"NL"}]},"roles":[{"type":"payer"}],"compensation":[{"kind":"money","amount":{"amount":"12.50","currency":"EUR"},"per":"P1M"}]}
      {"party":{"kind":"person","givenName":"Ada","familyName":"Okafor, \\"the first\\"","birthDate":"1990-01-02","contactPoints":[{"type":"email","value":"ada@example.org"},{"type":"phone","value":"+31201234567"}],"externalRefs":[{"scheme":"erp","value":"B"},{"scheme":"crm","value":"'-9"}],"preferences":{"languages":["nl","en"]}},"roles":[{"type":"end-user"},{"type":"purchaser","validFrom":"2026-01-01"}],"memberships":[{"organization":{"scheme":"erp","value":"A"},"type":"user-of"}],"validFrom":"2025-01-01"}
      """;

  private static final String SETTINGS =
      """
      "kind": "customers", "mapping": {"identity": {"scheme": "erp"}}""";

  private final String tenant = freshTenant();

  @Test
  void whatIsExportedIsImportedAgainUnchanged() {
    Response made = Imports.run(tenant, SETTINGS, Imports.NDJSON, ROWS);
    assertThat(made.<Integer>path("progress.createdRows")).as(made.asString()).isEqualTo(2);
    for (String kind : List.of("customers", "parties")) {
      String csv = file(kind + ".csv").asString();
      String ndjson = file(kind + ".ndjson").asString();

      assertUnchanged(Imports.run(tenant, "\"kind\": \"%s\"".formatted(kind), Imports.CSV, csv));
      assertUnchanged(
          Imports.run(tenant, "\"kind\": \"%s\"".formatted(kind), Imports.NDJSON, ndjson));
      assertThat(csv).contains("'=Acme").contains("'+31201234567");
    }
  }

  @Test
  void whatIsExportedMakesTheSameElsewhere() {
    Imports.run(tenant, SETTINGS, Imports.NDJSON, ROWS);
    String csv = file("customers.csv").asString();
    String other = freshTenant();
    String columns = csv.lines().findFirst().orElseThrow();
    // A membership names the organisation by an id of the tenant that it was exported from.
    assertThat(columns).contains("memberships.0.organizationPartyId");
    String mapped =
        Arrays.stream(columns.split(","))
            .filter(name -> !name.startsWith("memberships") && !name.endsWith("At"))
            .filter(name -> !name.equals("id") && !name.equals("partyId"))
            .map(name -> "{\"column\": \"%1$s\", \"field\": \"%1$s\"}".formatted(name))
            .collect(Collectors.joining(","));
    Response copied =
        Imports.run(
            other,
            """
            "kind": "customers",
            "mapping": {"identity": {"scheme": "erp"}, "columns": [%s]}"""
                .formatted(mapped),
            Imports.CSV,
            csv);

    assertThat(copied.<Integer>path("progress.createdRows")).as(copied.asString()).isEqualTo(2);
    String copy = as(other, "customers:read").get("/v1/parties.csv").asString();
    assertThat(copy).contains("''-9").contains("attic").contains("nl-kvk");
  }

  @Test
  void exportsWhatMeetsTheFilter() {
    Imports.run(tenant, SETTINGS, Imports.NDJSON, ROWS);

    String payers = file("customers.csv?filter=role==payer").asString();

    assertThat(payers.lines()).hasSize(2);
    assertThat(file("customers.csv?filter=nothing==1").statusCode()).isEqualTo(400);
  }

  @Test
  void purchasesThatAreExportedAreImportedAgainUnchanged() {
    Imports.run(tenant, SETTINGS, Imports.NDJSON, ROWS);
    String settings =
        """
        "kind": "purchases",
        "mapping": {"identity": {"scheme": "till", "column": "receipt"}, "columns": [
          {"column": "who", "field": "customer.value"},
          {"column": "at", "field": "purchasedAt"},
          {"column": "paid", "field": "amount.amount"},
          {"column": "in", "field": "amount.currency"}],
         "constants": [{"field": "customer.scheme", "value": "erp"}]}""";
    Response made =
        Imports.run(
            tenant,
            settings,
            Imports.CSV,
            """
            receipt,who,at,paid,in
            =1,A,2026-01-02T10:00:00Z,12.5,EUR
            2,B,2026-01-03T10:00:00.123456Z,,
            """);
    assertThat(made.<Integer>path("progress.createdRows")).as(made.asString()).isEqualTo(2);

    String csv = file("purchases.csv").asString();
    String ndjson = file("purchases.ndjson").asString();

    assertThat(csv.lines())
        .first()
        .isEqualTo(
            "id,customerId,offeringId,purchasedAt,amount.amount,amount.currency,externalRef.scheme,externalRef.value,createdAt,updatedAt");
    assertThat(csv).contains(",2026-01-02T10:00:00Z,12.50,EUR,till,'=1,");
    assertThat(ndjson.lines()).hasSize(2);
    assertUnchanged(Imports.run(tenant, "\"kind\": \"purchases\"", Imports.CSV, csv));
    assertUnchanged(Imports.run(tenant, "\"kind\": \"purchases\"", Imports.NDJSON, ndjson));
    assertThat(file("purchases.csv?filter=currency==EUR&sort=-purchasedAt").asString().lines())
        .hasSize(2);
    assertThat(file("purchases.ndjson?filter=paid==1").statusCode()).isEqualTo(400);
  }

  @Test
  void breaksOffForEveryoneToSee() throws Exception {
    StringBuilder rows = new StringBuilder();
    // More than all buffers on the way hold.
    String line = "\"" + "x".repeat(200) + "\"";
    String address = "{\"lines\":[%1$s,%1$s,%1$s,%1$s,%1$s]}".formatted(line);
    for (int i = 0; i < 4_000; i++) {
      rows.append(
          "{\"party\":{\"kind\":\"organization\",\"name\":\"Acme\",\"postalAddresses\":[%1$s,%1$s,%1$s,%1$s]}}\n"
              .formatted(address));
    }
    Imports.run(tenant, "\"kind\": \"parties\"", Imports.NDJSON, rows.toString());
    String token =
        Tokens.token(new Caller(tenant, "tester", Set.of("customers:read"), null, false));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/v1/parties.ndjson".formatted(RestAssured.port)))
            .header("Authorization", "Bearer " + token)
            .build();

    try (HttpClient client = HttpClient.newHttpClient();
        InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
      body.readNBytes(1_000);
      execute("REVOKE SELECT ON party FROM customer_app");
      try {
        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
      } finally {
        execute("GRANT SELECT ON party TO customer_app");
      }
    }
  }

  private static void execute(String statement) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement sql = owner.createStatement()) {
      sql.execute(statement);
    }
  }

  private static void assertUnchanged(Response job) {
    assertThat(job.<String>path("status")).as(job.asString()).isEqualTo("completed");
    assertThat(job.<Integer>path("progress.unchangedRows")).as(job.asString()).isEqualTo(2);
  }

  private Response file(String path) {
    return as(tenant, "customers:read").get("/v1/" + path);
  }
}

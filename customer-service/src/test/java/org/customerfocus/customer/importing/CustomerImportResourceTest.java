package org.customerfocus.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CustomerImportResourceTest {

  private static final String MAPPING =
      """
      {
        "identity": {"scheme": "crm", "column": "no"},
        "columns": [
          {"column": "first", "field": "party.givenName"},
          {"column": "last", "field": "party.familyName"},
          {"column": "mail", "field": "party.contactPoints.0.value"},
          {"column": "state", "field": "lifecycle",
           "cells": [{"cell": "A", "to": "current"}, {"cell": "P", "to": "potential"}]}
        ],
        "constants": [
          {"field": "party.kind", "value": "person"},
          {"field": "party.contactPoints.0.type", "value": "email"},
          {"field": "roles.0.type", "value": "purchaser"}
        ]
      }""";

  private static final String CUSTOMERS = "\"kind\": \"customers\", \"mapping\": " + MAPPING;
  private static final String SKIPPING = CUSTOMERS + ", \"onError\": \"skip-bad-rows\"";

  private static final String GOOD =
      """
      no,first ,last,mail,state
      1,Ada,Okafor,ada@example.org,A
      2,Bo,"Li, the ""younger"" one",,P
      """;

  private final String tenant = freshTenant();

  @Test
  void recordsCustomersWithTheirParties() {
    Response job = Imports.run(tenant, CUSTOMERS, Imports.CSV, GOOD);

    assertThat(job.<String>path("status")).as(job.asString()).isEqualTo("completed");
    assertProgress(job, 2, 0, 0, 0);
    Response ada = party("Ada Okafor");
    assertThat(ada.<String>path("items[0].externalRefs[0].scheme")).isEqualTo("crm");
    assertThat(ada.<String>path("items[0].contactPoints[0].value")).isEqualTo("ada@example.org");
    Response bo = party("Bo Li, the \"younger\" one");
    assertThat(bo.<List<?>>path("items[0].contactPoints")).isEmpty();
    Response customer =
        as(tenant, "customers:read").get("/v1/customers?filter=partyId==" + bo.path("items[0].id"));
    assertThat(customer.<String>path("items[0].lifecycle")).isEqualTo("potential");
    assertThat(customer.<String>path("items[0].roles[0].type")).isEqualTo("purchaser");
  }

  @Test
  void changesWhatDiffersAndCreatesNothingTwice() {
    Imports.run(tenant, CUSTOMERS, Imports.CSV, GOOD);

    assertProgress(Imports.run(tenant, CUSTOMERS, Imports.CSV, GOOD), 0, 0, 2, 0);
    String changed = GOOD.replace("Ada,Okafor", "Ada,Lovelace").replace("2,Bo,", "2,Bob,");
    changed = changed.replace(",,P", ",,A");
    assertProgress(Imports.run(tenant, CUSTOMERS, Imports.CSV, changed), 0, 2, 0, 0);

    assertThat(party("Ada Lovelace").<List<?>>path("items")).hasSize(1);
    assertThat(total("customers")).isEqualTo(2);
    assertThat(
            as(tenant, "customers:read")
                .get("/v1/customers?filter=lifecycle==current")
                .<List<?>>path("items"))
        .hasSize(2);
    Response back = Imports.run(tenant, CUSTOMERS, Imports.CSV, changed.replace(",,A", ",,P"));
    assertProgress(back, 0, 0, 1, 1);
  }

  @Test
  void knowsARowWithoutAnIdByItsFileAndNumber() {
    String file =
        """
        {"party": {"kind": "organization", "name": "Acme"}}

        {"party": {"kind": "organization", "name": "Acme"}}
        """;

    assertProgress(Imports.run(tenant, "\"kind\": \"parties\"", Imports.NDJSON, file), 2, 0, 0, 0);
    assertProgress(Imports.run(tenant, "\"kind\": \"parties\"", Imports.NDJSON, file), 0, 0, 2, 0);
    assertThat(total("parties")).isEqualTo(2);
  }

  @Test
  void oneBadRowKeepsAllOutUnlessAskedOtherwise() {
    String bad =
        GOOD
            + """
            3,Cy,Wu,not-an-address,A
            1,Ada,Okafor,,A
            ,Di,Ng,,A
            4,Ed,Ox
            5,,,,A
            6,Fi,Po,,X
            """;
    Response refused = Imports.run(tenant, CUSTOMERS, Imports.CSV, bad);

    assertThat(refused.<String>path("status")).isEqualTo("refused");
    assertProgress(refused, 2, 0, 0, 6);
    assertThat(total("customers")).isZero();

    Response partly = Imports.run(tenant, SKIPPING, Imports.CSV, bad);

    assertThat(partly.<String>path("status")).isEqualTo("partly-completed");
    assertProgress(partly, 2, 0, 0, 6);
    assertThat(total("customers")).isEqualTo(2);
    String rows = "/v1/customer-imports/%s/refused-rows".formatted(partly.<String>path("id"));
    Response list = as(tenant, "customers:read").get(rows + "?sort=rowNumber");
    assertThat(list.<List<Integer>>path("items.rowNumber")).containsExactly(4, 5, 6, 7, 8, 9);
    Json.assertSame(
        Json.parse(list.asString()).at("/items/0/errors").toString(),
        """
        [{"field": "party.contactPoints.0.value", "column": "mail", "detail": "${text}"}]""");
    assertThat(list.<String>path("items[1].errors[0].detail"))
        .isEqualTo(
            "row 2 has the same identity: give each row its own id, or remove one of the two");
    String csv = as(tenant, "customers:read").get(rows + ".csv").asString();
    assertThat(csv)
        .startsWith("row,no,first,last,mail,state,errors\r\n4,3,Cy,Wu,not-an-address,A,");
    String corrected = csv.replace("not-an-address", "cy@example.org");
    Response again = Imports.run(tenant, SKIPPING, Imports.CSV, corrected);
    assertThat(again.<Integer>path("progress.createdRows")).as(again.asString()).isEqualTo(2);
  }

  @Test
  void aDryRunReportsAndRecordsNothing() {
    Response dry = Imports.run(tenant, CUSTOMERS + ", \"dryRun\": true", Imports.CSV, GOOD);

    assertThat(dry.<String>path("status")).isEqualTo("completed");
    assertProgress(dry, 2, 0, 0, 0);
    assertThat(total("customers")).isZero();
    assertThat(total("parties")).isZero();
  }

  @Test
  void joinsPeopleToOrganisationsOfTheSameFile() {
    String file =
        """
        {"party":{"kind":"organization","name":"Acme","externalRefs":[{"scheme":"erp","value":"A"}]},"roles":[{"type":"payer"}]}
        {"party":{"kind":"person","givenName":"Ada","externalRefs":[{"scheme":"erp","value":"B"}]},"roles":[{"type":"end-user"}],"memberships":[{"organization":{"scheme":"erp","value":"A"},"type":"user-of"}]}
        {"party":{"kind":"person","givenName":"Bo","externalRefs":[{"scheme":"erp","value":"C"}]},"roles":[{"type":"end-user"}],"memberships":[{"organization":{"scheme":"erp","value":"nobody"},"type":"user-of"}]}
        """;
    String settings =
        """
        "kind": "customers", "onError": "skip-bad-rows",
        "mapping": {"identity": {"scheme": "erp"}}""";

    Response dry = Imports.run(tenant, settings + ", \"dryRun\": true", Imports.NDJSON, file);
    assertProgress(dry, 2, 0, 0, 1);
    Response job = Imports.run(tenant, settings, Imports.NDJSON, file);

    assertProgress(job, 2, 0, 0, 1);
    assertThat(as(tenant, "customers:read").get("/v1/memberships").<List<String>>path("items.type"))
        .containsExactly("user-of");
    String refused =
        as(tenant, "customers:read")
            .get("/v1/customer-imports/%s/refused-rows.ndjson".formatted(job.<String>path("id")))
            .asString();
    assertThat(refused).contains("\"row\":3").contains("no party has the reference erp nobody");
    assertProgress(
        Imports.run(tenant, settings, Imports.NDJSON, refused.replace("\"nobody\"", "\"A\"")),
        1,
        0,
        0,
        0);
  }

  @Test
  void recordsPurchasesOfCustomersWhoAreKnownElsewhere() {
    Imports.run(tenant, CUSTOMERS, Imports.CSV, GOOD);
    String settings =
        """
        "kind": "purchases", "onError": "skip-bad-rows",
        "mapping": {
          "identity": {"scheme": "till", "column": "receipt"},
          "columns": [
            {"column": "customer", "field": "customer.value"},
            {"column": "at", "field": "purchasedAt"},
            {"column": "paid", "field": "amount.amount"}],
          "constants": [
            {"field": "customer.scheme", "value": "crm"},
            {"field": "amount.currency", "value": "EUR"}]}""";
    String file =
        """
        receipt,customer,at,paid
        R1,1,2026-01-02T10:00:00Z,12.50
        R2,2,2026-01-03T10:00:00Z,3.00
        R3,9,2026-01-03T10:00:00Z,3.00
        R4,1,yesterday,3.00
        """;

    Response dry = Imports.run(tenant, settings + ", \"dryRun\": true", Imports.CSV, file);
    assertProgress(dry, 2, 0, 0, 2);
    assertThat(total("purchases")).isZero();
    assertProgress(Imports.run(tenant, settings, Imports.CSV, file), 2, 0, 0, 2);
    assertProgress(Imports.run(tenant, settings, Imports.CSV, file), 0, 0, 2, 2);
    assertThat(total("purchases")).isEqualTo(2);
  }

  @Test
  void refusesFilesThatAreNone() {
    assertUnreadable(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, (byte) 0xFF});
    assertUnreadable(new byte[0]);
    assertUnreadable(("x".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8));
    Response missing =
        Imports.send(
            tenant,
            Imports.create(tenant, CUSTOMERS),
            Imports.CSV,
            "no,first,last\n".getBytes(StandardCharsets.UTF_8));
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.<List<String>>path("errors.pointer"))
        .containsExactly("/mapping/columns/2/column", "/mapping/columns/3/column");
    byte[] mixed = (GOOD + "3,Zoë,Ng,,A\n").getBytes(Charset.forName("windows-1252"));
    String job = Imports.create(tenant, SKIPPING);
    assertThat(Imports.send(tenant, job, Imports.CSV, mixed).statusCode()).isIn(200, 422);
    assertThat(total("customers")).isLessThanOrEqualTo(2);
    assertThat(Imports.ended(tenant, job).<String>path("status")).isNotEqualTo("completed");
    Response read =
        runBytes(
            SKIPPING.replaceFirst(
                "\"mapping\": \\{", "\"mapping\": {\"charset\": \"windows-1252\","),
            mixed);
    assertThat(read.<String>path("status")).as(read.asString()).isEqualTo("completed");
    assertThat(party("Zoë Ng").<List<?>>path("items")).hasSize(1);
  }

  @Test
  void refusesAMappingOfFieldsThatAreNone() {
    Response refused =
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"kind": "parties", "mapping": {"columns": [
                  {"column": "a", "field": "party.givenName"},
                  {"column": "b", "field": "party.nickname"},
                  {"column": "c", "field": "roles.0.type"},
                  {"column": "d", "field": "party.contactPoints.x.value"}]}}""")
            .post("/v1/customer-imports");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly(
            "/mapping/columns/1/field", "/mapping/columns/2/field", "/mapping/columns/3/field");
  }

  @Test
  void canBeCancelledBeforeItsFileIsSent() {
    String id = Imports.create(tenant, CUSTOMERS);

    Response cancelled = cancel(id);

    assertThat(cancelled.statusCode()).isEqualTo(200);
    assertThat(cancelled.<String>path("status")).isEqualTo("cancelled");
    assertThat(
            Imports.send(tenant, id, Imports.CSV, GOOD.getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void recordsRowsByTheThousand() {
    StringBuilder file = new StringBuilder("no,first,last,mail,state\n");
    for (int i = 0; i < 5_001; i++) {
      file.append("%d,Ada,Okafor %d,ada%d@example.org,A\n".formatted(i, i, i));
    }

    Response job = Imports.run(tenant, SKIPPING, Imports.CSV, file.toString());

    assertProgress(job, 5_001, 0, 0, 0);
    assertThat(total("customers")).isEqualTo(5_001);
    assertThat(job.<Integer>path("progress.readBytes")).isEqualTo(file.length());
  }

  private Response cancel(String id) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"status\": \"cancelled\"}")
        .patch("/v1/customer-imports/" + id);
  }

  private Response runBytes(String settings, byte[] file) {
    String id = Imports.create(tenant, settings);
    Response sent = Imports.send(tenant, id, Imports.CSV, file);
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
    return Imports.ended(tenant, id);
  }

  private void assertUnreadable(byte[] file) {
    Response refused = Imports.send(tenant, Imports.create(tenant, CUSTOMERS), Imports.CSV, file);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<String>path("type")).endsWith("import-file");
  }

  private static void assertProgress(
      Response job, int created, int updated, int unchanged, int refused) {
    assertThat(job.<Integer>path("progress.createdRows")).as(job.asString()).isEqualTo(created);
    assertThat(job.<Integer>path("progress.updatedRows")).as(job.asString()).isEqualTo(updated);
    assertThat(job.<Integer>path("progress.unchangedRows")).as(job.asString()).isEqualTo(unchanged);
    assertThat(job.<Integer>path("progress.refusedRows")).as(job.asString()).isEqualTo(refused);
  }

  private Response party(String name) {
    return as(tenant, "customers:read")
        .queryParam("filter", "name=='" + name + "'")
        .get("/v1/parties");
  }

  private int total(String list) {
    return as(tenant, "customers:read")
        .get("/v1/%s?limit=1&total=true".formatted(list))
        .path("total");
  }
}

package org.customerfocus.agreement.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.agreement.CustomerStandIn;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SignatureResourceTest {

  private final Given given = new Given();

  private String proposed(String extra) {
    return Given.id(
        given.proposed(Given.agreement(Given.commitment(given.ratioMetric(), ""), extra)));
  }

  @Test
  void bothSidesSignAndItIsInForce() throws SQLException {
    String id = proposed("");

    Response first = given.sign(id, "provider");

    Json.assertBody(
        first,
        """
        {
          "id": "${uuid}",
          "agreementId": "%s",
          "agreementVersionId": "${uuid}",
          "side": "provider",
          "partyId": "%s",
          "onBehalfOfPartyId": "%s",
          "signedOn": "%s",
          "basis": "authority",
          "authority": {"id": "01a0b7c4-0000-7000-8000-00000000e001", "scope": "any"},
          "recordedAt": "${instant}"
        }"""
            .formatted(id, Given.SIGNER, Given.PROVIDER, first.<String>path("signedOn")));
    String signature = first.path("id");
    assertThat(first.header("Location")).isEqualTo("/v1/signatures/" + signature);
    assertThat(given.reader().get("/v1/signatures/" + signature).asString())
        .isEqualTo(first.asString());
    Response half = given.reader().get("/v1/agreements/" + id);
    assertThat(half.<String>path("status")).isEqualTo("proposed");
    assertThat(given.sign(id, "provider").statusCode()).isEqualTo(409);
    assertThat(
            given
                .patcher("*")
                .body("{\"status\": \"draft\"}")
                .patch("/v1/agreements/" + id)
                .<String>path("detail"))
        .contains("signed by one side already");

    assertThat(given.sign(id, "customer").statusCode()).isEqualTo(201);

    Response active = given.reader().get("/v1/agreements/" + id);
    assertThat(active.<String>path("status")).isEqualTo("active");
    assertThat(active.<String>path("version.status")).isEqualTo("agreed");
    assertThat(active.<String>path("version.effectiveAt")).isEqualTo(active.path("activatedAt"));
    assertThat(active.<List<String>>path("version.signatures.side"))
        .containsExactly("provider", "customer");
    assertThat(
            given
                .reader()
                .get("/v1/agreements/%s/signatures?total=true".formatted(id))
                .<Integer>path("total"))
        .isEqualTo(2);
    assertThat(given.sign(id, "customer").<String>path("type"))
        .isEqualTo("/problems/nothing-proposed");
    assertThat(new Given().reader().get("/v1/signatures/" + signature).statusCode()).isEqualTo(404);
    for (String change :
        List.of("UPDATE agreement_signature SET side = side", "DELETE FROM agreement_signature")) {
      assertThatThrownBy(() -> execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("stays as it was given");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
    }
  }

  @Test
  void whatIsTakenBackWhileTheRegistryIsAskedIsNotSigned() {
    String id = proposed("");
    String signer = UUID.randomUUID().toString();
    CustomerStandIn.MEANWHILE.put(
        signer,
        () ->
            given
                .patcher("*")
                .body("{\"status\": \"draft\"}")
                .patch("/v1/agreements/" + id)
                .then()
                .statusCode(200));
    Response late =
        given
            .writer()
            .body("{\"side\": \"customer\", \"partyId\": \"%s\"}".formatted(signer))
            .post("/v1/agreements/%s/signatures".formatted(id));
    assertThat(late.<String>path("type")).isEqualTo("/problems/nothing-proposed");
  }

  @Test
  void whoHasNotTheAuthorityIsToldWhatIsMissing() {
    String id =
        proposed(
            """
            "compensation": [
              {"kind": "money", "amount": {"amount": "100.00", "currency": "EUR"}, "per": "P1M"},
              {"kind": "attention", "description": "A place on the board."}]""");
    String signer = UUID.randomUUID().toString();
    CustomerStandIn.REFUSED.put(signer, "Signing authority 7 ends at 1000.00 EUR.");

    Json.assertBody(
        given
            .writer()
            .body("{\"side\": \"customer\", \"partyId\": \"%s\"}".formatted(signer))
            .post("/v1/agreements/%s/signatures".formatted(id)),
        """
        {
          "type": "/problems/signing-authority-missing",
          "title": "The person has not the authority to sign",
          "status": 409,
          "detail": "Party %s may not sign for the customer: Signing authority 7 ends at 1000.00 EUR.",
          "instance": "/v1/agreements/%s/signatures",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/partyId", "detail": "Signing authority 7 ends at 1000.00 EUR."}
          ]
        }"""
            .formatted(signer, id));
    JsonNode asked =
        CustomerStandIn.SIGNINGS.stream()
            .filter(each -> each.path("personPartyId").asText().equals(signer))
            .findFirst()
            .orElseThrow();
    assertThat(asked.at("/customerId").asText()).isEqualTo(Given.CUSTOMER);
    assertThat(asked.at("/scope").asText()).isEqualTo("service agreements");
    // Twelve months at a hundred each.
    assertThat(asked.at("/amounts").toString())
        .isEqualTo("[{\"amount\":\"1200.00\",\"currency\":\"EUR\"}]");
    assertThat(asked.at("/unbounded").asBoolean()).isFalse();
  }

  @Test
  void whatIsNotProposedIsNotSigned() {
    String draft = Given.id(given.writer().body(Given.agreement("", "")).post("/v1/agreements"));
    assertThat(given.sign(draft, "provider").<String>path("type"))
        .isEqualTo("/problems/nothing-proposed");

    String id = proposed("");
    String path = "/v1/agreements/%s/signatures".formatted(id);
    String body = "{\"side\": \"customer\", \"partyId\": \"%s\", %s}";
    assertThat(
            given
                .writer()
                .body(body.formatted(Given.SIGNER, "\"versionId\": \"" + draft + "\""))
                .post(path)
                .statusCode())
        .isEqualTo(409);
    for (String day : List.of("0001-01-01", "2999-01-01")) {
      assertThat(
              given
                  .writer()
                  .body(body.formatted(Given.SIGNER, "\"signedOn\": \"%s\"".formatted(day)))
                  .post(path)
                  .<String>path("errors[0].pointer"))
          .isEqualTo("/signedOn");
    }
    assertThat(given.sign(UUID.randomUUID().toString(), "customer").statusCode()).isEqualTo(404);
  }

  @Test
  void whatBeginsLaterIsInForceFromThatDayOn() {
    String body =
        Given.agreement(Given.commitment(given.ratioMetric(), ""), "")
            .replace("2026-01-01", "2098-01-01")
            .replace("2027-01-01", "2099-01-01");
    Response signed = given.active(body);

    assertThat(signed.<String>path("status")).isEqualTo("proposed");
    assertThat(signed.<String>path("version.status")).isEqualTo("agreed");
    assertThat(signed.<String>path("version.effectiveFrom")).isEqualTo("2098-01-01T08:00:00Z");
  }

  @Test
  void twoWhoSignForOneSideAtOnceAreOneSignature() throws Exception {
    String id = proposed("");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(() -> given.sign(id, "provider").statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> status : threads.invokeAll(calls)) {
        statuses.add(status.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
  }
}

package org.customerfocus.customer.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Purchases and referrals, each told once.
@QuarkusTest
@WithTestResource(Platform.class)
class LoyaltyResourceTest {

  private final String tenant = freshTenant();

  @Test
  void recordsAPurchaseOnce() {
    String customer = customer("Ada").path("id");
    String offering =
        post("/v1/offerings", "{\"name\": \"Seat\", \"kind\": \"service\"}").path("id");
    String report =
        """
        {"customerId": "%s", "offeringId": "%s", "purchasedAt": "2026-02-14T10:05:00Z",
         "amount": {"amount": "249", "currency": "EUR"},
         "externalRef": {"scheme": "shop", "value": "1"}}"""
            .formatted(customer, offering);
    Response created = post("/v1/purchases", report);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    Json.assertBody(
        created,
        """
        {"id": "${text}", "customerId": "%s", "offeringId": "%s",
         "purchasedAt": "2026-02-14T10:05:00Z", "amount": {"amount": "249.00", "currency": "EUR"},
         "externalRef": {"scheme": "shop", "value": "1"},
         "createdAt": "${instant}", "updatedAt": "${instant}"}"""
            .formatted(customer, offering));
    Response again = post("/v1/purchases", report);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(created.asString());
    Response other = post("/v1/purchases", report.replace("\"249\"", "\"248\""));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(get("/v1/purchases?filter=customerId==" + customer).<List<?>>path("items"))
        .hasSize(1);
    assertThat(
            get("/v1/customers/" + customer + "/timeline?type=purchase")
                .<List<String>>path("items.summary"))
        .containsExactly("249.00 EUR");
  }

  @Test
  void nothingWasBoughtInTheFuture() {
    String report =
        "{\"customerId\": \"%s\", \"purchasedAt\": \"3026-01-01T00:00:00Z\"}"
            .formatted(customer("Ada").<String>path("id"));
    Response refused = post("/v1/purchases", report);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/purchasedAt");
    assertThat(
            post("/v1/purchase-batches", "{\"purchases\": [%s]}".formatted(report))
                .<List<String>>path("items[0].errors.pointer"))
        .containsExactly("/purchases/0/purchasedAt");
  }

  @Test
  void judgesEachPurchaseOfABatchOnItsOwn() {
    String customer = customer("Ada").path("id");
    String sound =
        """
        {"customerId": "%s", "purchasedAt": "2026-02-14T10:05:00Z",
         "externalRef": {"scheme": "shop", "value": "%s"}}""";
    Response batch =
        post(
            "/v1/purchase-batches",
            """
            {"purchases": [%s, %s, %s,
              {"customerId": "01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a10",
               "purchasedAt": "2026-02-14T10:05:00Z",
               "amount": {"amount": "-1.00", "currency": "EUR"}}]}"""
                .formatted(
                    sound.formatted(customer, "1"),
                    sound.formatted(customer, "2"),
                    sound.formatted(customer, "1").replace("10:05", "10:06")));
    assertThat(batch.statusCode()).as(batch.asString()).isEqualTo(207);
    assertThat(batch.<List<String>>path("items.status"))
        .containsExactly("created", "created", "conflict", "refused");
    assertThat(batch.<List<String>>path("items[3].errors.pointer"))
        .containsExactly("/purchases/3/customerId", "/purchases/3/amount/amount");
    Response again =
        post(
            "/v1/purchase-batches",
            "{\"purchases\": [%s]}".formatted(sound.formatted(customer, "2")));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.<Integer>path("duplicates")).isEqualTo(1);
  }

  @Test
  void aReferralEndsWithTheCustomerThatItBrought() {
    Response ada = customer("Ada");
    Response ben = customer("Ben");
    Response created =
        post(
            "/v1/referrals",
            """
            {"fromCustomerId": "%s", "toPartyId": "%s", "referredAt": "2026-02-20T17:40:00Z"}"""
                .formatted(ada.path("id"), ben.path("partyId")));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    assertThat(created.<String>path("outcome")).isEqualTo("pending");
    String path = "/v1/referrals/" + created.path("id");
    Response nameless = patch(path, "{\"outcome\": \"became-customer\"}");
    assertThat(nameless.statusCode()).isEqualTo(422);
    assertThat(nameless.<List<String>>path("errors.pointer")).containsExactly("/toCustomerId");
    Response became =
        patch(
            path,
            "{\"outcome\": \"became-customer\", \"toCustomerId\": \"%s\"}"
                .formatted(ben.<String>path("id")));
    assertThat(became.statusCode()).as(became.asString()).isEqualTo(200);
    assertThat(
            get("/v1/customers/" + ben.path("id") + "/timeline?type=referral")
                .<List<String>>path("items.event"))
        .containsExactly("was-referred");
    assertThat(
            get("/v1/customers/" + ada.path("id") + "/timeline?type=referral")
                .<List<String>>path("items.summary"))
        .containsExactly("became-customer");
  }

  @Test
  void refusesReferralsThatCannotBe() {
    Response ada = customer("Ada");
    Response ben = customer("Ben");
    assertThat(
            referral(ada.path("id"), "\"toPartyId\": \"%s\"", ada.path("partyId"))
                .<List<String>>path("errors.pointer"))
        .containsExactly("/toPartyId");
    assertThat(referral(ada.path("id"), "\"toCustomerId\": \"%s\"", ada.path("id")).statusCode())
        .isEqualTo(422);
    assertThat(
            referral(
                    ada.path("id"),
                    "\"toPartyId\": \"%s\", \"toCustomerId\": \"" + ben.path("id") + "\"",
                    ada.path("partyId"))
                .<List<String>>path("errors.detail"))
        .contains("is not the party of toCustomerId");
    assertThat(
            referral(ada.path("partyId"), "\"toPartyId\": \"%s\"", ben.path("partyId"))
                .<List<String>>path("errors.pointer"))
        .containsExactly("/fromCustomerId");
  }

  private Response referral(String from, String to, String id) {
    return post(
        "/v1/referrals",
        "{\"fromCustomerId\": \"%s\", %s, \"referredAt\": \"2026-02-20T17:40:00Z\"}"
            .formatted(from, to.formatted(id)));
  }

  private Response customer(String name) {
    return post(
        "/v1/customers",
        """
        {"party": {"kind": "person", "givenName": "%s"}, "roles": [{"type": "end-user"}]}"""
            .formatted(name));
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}

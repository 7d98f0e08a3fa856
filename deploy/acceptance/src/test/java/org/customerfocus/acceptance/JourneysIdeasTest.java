package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Offerings in the customer's terms, journeys, and loyalty: each idea as calls that anybody can
/// make.
class JourneysIdeasTest {

  private static Tenant tenant;

  @BeforeAll
  static void aTenantOfItsOwn() {
    tenant = Tenant.fresh();
  }

  @Test
  void servicesAreExpressedInTermsRelevantToTheCustomer() {
    String offering =
        create(
            "/v1/offerings",
            """
            {"name": "Night train", "kind": "service", "language": "en",
             "facility": {"functionality": "You fall asleep here and wake up there.",
                          "functioning": "Every evening, there by eight."},
             "support": {"functionality": "Somebody is awake when you are not well."},
             "wordings": [{"language": "de", "name": "Nachtzug",
               "facility": {"functionality": "Hier einschlafen, dort aufwachen."}}]}""");
    String touchpoint =
        create(
            "/v1/touchpoints",
            """
            {"name": "Sleeping car", "channel": "in-person", "offeringId": "%s"}"""
                .formatted(offering));
    String customer = customer("Nora", offering, "2025-01-01");
    create(
        "/v1/interactions",
        """
        {"customerId": "%s", "touchpointId": "%s", "offeringId": "%s", "direction": "inbound",
         "startedAt": "2026-02-03T22:10:00Z", "summary": "Could not sleep."}"""
            .formatted(customer, touchpoint, offering));
    JsonNode happened =
        get("/v1/customers/" + customer + "/timeline?type=interaction").at("/items/0");
    // From what happened to what was offered, in the words of the one it happened to.
    JsonNode words =
        get("/v1/offerings/" + happened.path("offeringId").asText() + "?language=de-AT")
            .path("words");
    assertThat(words.path("name").asText()).isEqualTo("Nachtzug");
    assertThat(words.at("/facility/functionality").asText())
        .isEqualTo("Hier einschlafen, dort aufwachen.");
    assertThat(words.at("/facility/functioning").asText())
        .isEqualTo("Every evening, there by eight.");
    JsonNode refused =
        refuse("/v1/offerings", "{\"name\": \"X\", \"kind\": \"service\", \"support\": {}}");
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/support");
  }

  @Test
  void journeysStartAndEndWithTheCustomer() {
    String desk = create("/v1/touchpoints", "{\"name\": \"Desk\", \"channel\": \"in-person\"}");
    String journey =
        create(
            "/v1/journeys",
            """
            {"name": "A night away", "stages": [
              {"name": "Before", "steps": [
                {"actor": "customer", "description": "Wants to be elsewhere by morning."}]},
              {"name": "On the way", "steps": [
                {"actor": "provider", "description": "Shows the bed.", "touchpointId": "%s"},
                {"actor": "customer", "description": "Is elsewhere, and awake."}]}]}"""
                .formatted(desk));
    // The journey leads through the touchpoint where interactions are recorded.
    String customer = customer("Jonas", null, "2025-01-01");
    create(
        "/v1/interactions",
        """
        {"customerId": "%s", "touchpointId": "%s", "direction": "inbound",
         "startedAt": "2026-02-03T22:10:00Z"}"""
            .formatted(customer, desk));
    String met =
        get("/v1/customers/" + customer + "/timeline?type=interaction")
            .at("/items/0/subjectId")
            .asText();
    assertThat(get("/v1/journeys?filter=touchpointId==" + met).at("/items/0/id").asText())
        .isEqualTo(journey);
    JsonNode refused =
        refuse(
            "/v1/journeys",
            """
            {"name": "Our process", "stages": [{"name": "Sales", "steps": [
              {"actor": "provider", "description": "Calls."},
              {"actor": "customer", "description": "Signs."},
              {"actor": "partner", "description": "Invoices."}]}]}""");
    assertThat(refused.path("errors").findValuesAsText("pointer"))
        .containsExactly("/stages/0/steps/0/actor", "/stages/0/steps/2/actor");
  }

  @Test
  void loyaltyIsRetentionChurnRepeatBusinessAndReferral() {
    Tenant own = Tenant.fresh();
    Tenant before = tenant;
    tenant = own;
    try {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      LocalDate began = today.withDayOfMonth(1).minusMonths(4).plusDays(9);
      List<String> customers = new ArrayList<>();
      for (String name : List.of("Ada", "Ben", "Cem", "Dora")) {
        customers.add(customer(name, null, began.toString()));
      }
      purchase(customers.get(0), "1", began);
      purchase(customers.get(0), "2", began.plusMonths(1));
      purchase(customers.get(1), "3", began.plusMonths(1));
      create(
          "/v1/referrals",
          """
          {"fromCustomerId": "%s", "toCustomerId": "%s", "outcome": "became-customer",
           "referredAt": "%sT12:00:00Z"}"""
              .formatted(customers.get(0), customers.get(3), began.plusMonths(1)));
      Request leave =
          Request.patch(
              "/v1/customers/" + customers.get(2),
              Api.read(
                  """
                  {"lifecycle": "former", "lifecycleReasonType": "price",
                   "lifecycleSince": "%s"}"""
                      .formatted(began.plusMonths(1))));
      own.admin().send(leave.with("If-Match", "*")).expect(200);

      JsonNode statistics =
          get(
              "/v1/customer-statistics?from=%s&to=%s"
                  .formatted(began, began.plusMonths(1).withDayOfMonth(2)));
      JsonNode month = statistics.at("/periods/1");
      // One of four left, one of two buyers had bought before, one of four referred.
      assertThat(month.at("/rates/churnRate/value").asDouble()).isEqualTo(0.25);
      assertThat(month.at("/rates/churnRate/interval/upper").asDouble()).isBetween(0.25, 1.0);
      assertThat(month.at("/rates/repeatPurchaseRate/value").asDouble()).isEqualTo(0.5);
      assertThat(month.at("/rates/referralRate/value").asDouble()).isEqualTo(0.25);
      assertThat(statistics.at("/total/referralConversion/value").asDouble()).isEqualTo(1);
      assertThat(statistics.at("/cohorts/0/size").asInt()).isEqualTo(4);
      assertThat(statistics.at("/cohorts/0/retained/1/value").asDouble()).isEqualTo(0.75);

      // What a source sends twice counts once; what contradicts it is refused.
      purchase(customers.get(1), "3", began.plusMonths(1));
      assertThat(get("/v1/purchases?filter=customerId==" + customers.get(1)).path("items").size())
          .isEqualTo(1);
      assertThat(
              own.admin()
                  .post("/v1/purchases", report(customers.get(1), "3", began))
                  .expect(409)
                  .text())
          .contains("other content");
      assertThat(own.admin().get("/v1/customer-statistics.html").expect(200).text())
          .contains("<svg", "Churn", "Retention");
      assertThat(own.admin().get("/v1/customer-statistics.csv").expect(200).text())
          .contains("churn-rate");
    } finally {
      tenant = before;
    }
  }

  private static void purchase(String customer, String ref, LocalDate day) {
    tenant.admin().post("/v1/purchases", report(customer, ref, day)).expect(200, 201);
  }

  private static JsonNode report(String customer, String ref, LocalDate day) {
    return Api.read(
        """
        {"customerId": "%s", "purchasedAt": "%sT10:00:00Z",
         "amount": {"amount": "25.00", "currency": "EUR"},
         "externalRef": {"scheme": "shop", "value": "%s"}}"""
            .formatted(customer, day, ref));
  }

  private static String customer(String name, String offering, String since) {
    return create(
        "/v1/customers",
        """
        {"party": {"kind": "person", "givenName": "%s", "familyName": "Okafor"},
         "roles": [{"type": "end-user"}], "offeringIds": [%s], "validFrom": "%s"}"""
            .formatted(name, offering == null ? "" : "\"" + offering + "\"", since));
  }

  private static String create(String path, String body) {
    return tenant.admin().post(path, Api.read(body)).expect(201).id();
  }

  private static JsonNode refuse(String path, String body) {
    return tenant.admin().post(path, Api.read(body)).expect(422).json();
  }

  private static JsonNode get(String path) {
    return tenant.admin().get(path).expect(200).json();
  }
}

package org.customerfocus.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.CustomerStandIn;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.invitation.Ledger;
import org.junit.jupiter.api.BeforeEach;

/// Campaigns over people of one segment, and what is asked of them.
abstract class CampaignFixture {

  final String tenant = freshTenant();
  final String segment = Ids.next().toString();
  final List<String> parties = new ArrayList<>();
  String version;

  @Inject Ledger ledger;
  @Inject TenantWork work;

  @BeforeEach
  void survey() {
    version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
  }

  void people(int count, String... roles) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String party = Ids.next().toString();
      parties.add(party);
      members.add(
          """
          {"throughCustomerId": "%1$s", "customerId": "%1$s", "partyId": "%2$s",
           "lifecycle": "current", "roles": ["%3$s"], "segmentIds": ["%4$s"]}"""
              .formatted(customer(i), party, roles[i % roles.length], segment));
    }
    CustomerStandIn.AUDIENCES.put(segment, members);
  }

  String customer(int number) {
    return new UUID(UUID.fromString(segment).getMostSignificantBits(), number).toString();
  }

  String create(String status, String more) {
    Response created =
        post(
            "/v1/campaigns",
            """
            {"name": "Autumn", "surveyVersionId": "%s", %s "channels": ["personal-link"],
             "audience": {"segmentIds": ["%s"]}%s}"""
                .formatted(
                    version,
                    status.isEmpty() ? "\"status\": \"scheduled\"," : status,
                    segment,
                    more.isEmpty() ? "" : ", " + more));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  void refused(String members, String pointer) {
    Response answer =
        post(
            "/v1/campaigns",
            "{\"name\": \"x\", \"surveyVersionId\": \"%s\", %s}".formatted(version, members));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.<List<String>>path("errors.pointer")).contains(pointer);
  }

  Response settled(String campaign) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("/v1/campaigns/" + campaign), now -> now.path("phase").equals("settled"));
  }

  List<String> invited(String campaign) {
    List<String> parties = new ArrayList<>();
    String cursor = "";
    do {
      Response page = get(invitationsOf(campaign) + cursor);
      parties.addAll(page.<List<String>>path("items.partyId"));
      String next = page.path("nextCursor");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return parties;
  }

  static String invitationsOf(String campaign) {
    return "/v1/invitations?limit=200&filter=campaignId==" + campaign;
  }

  static String exclusions(String campaign, String reason) {
    return "/v1/campaigns/%s/exclusions?filter=reason==%s".formatted(campaign, reason);
  }

  int count(String list) {
    return get(list + "&total=true").path("total");
  }

  Response get(String path) {
    return get(path, 200);
  }

  Response get(String path, int status) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }

  Response post(String path, String body) {
    return as(tenant, "surveys:write").contentType(ContentType.JSON).body(body).post(path);
  }

  Response patch(String campaign, String body) {
    return as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch("/v1/campaigns/" + campaign);
  }

  void interaction(String id, String customer, String touchpoint) {
    synchronized (CustomerStandIn.EVENTS) {
      CustomerStandIn.EVENTS.add(
          """
          {"specversion": "1.0", "id": "%s", "source": "customer", "subject": "%s",
           "type": "org.customerfocus.interaction.recorded.v1", "time": "2026-03-01T10:00:00Z",
           "datacontenttype": "application/json", "tenantid": "%s", "position": %d, "test": false,
           "data": {"id": "%s", "customerId": "%s", "touchpointId": "%s"}}"""
              .formatted(
                  Ids.next(),
                  id,
                  tenant,
                  CustomerStandIn.EVENTS.size() + 1,
                  id,
                  customer,
                  touchpoint));
    }
  }

  void run(Runnable step) {
    work.call(
        Caller.system("test", tenant, false),
        () -> {
          step.run();
          return Map.of();
        });
  }
}

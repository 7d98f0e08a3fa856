package org.customerfocus.customer.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// The same numbers as JSON, as a table and as a page.
@QuarkusTest
@WithTestResource(Platform.class)
class CustomerStatisticsResourceTest {

  private final String tenant = freshTenant();

  @Test
  void theSameNumbersAsJsonTableAndPage() throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int i = 0; i < 24; i++) {
      String customer = customer("Customer " + i, today.minusMonths(i % 9).minusDays(3));
      for (int j = 0; j <= i % 4; j++) {
        post(
                "/v1/purchases",
                "{\"customerId\": \"%s\", \"purchasedAt\": \"%sT10:00:00Z\"}"
                    .formatted(customer, today.minusMonths((i + j) % 9)))
            .then()
            .statusCode(201);
      }
      if (i % 5 == 4) {
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(
                """
                {"lifecycle": "former", "lifecycleReasonType": "price", "lifecycleSince": "%s"}"""
                    .formatted(today.minusMonths(i % 3)))
            .patch("/v1/customers/" + customer)
            .then()
            .statusCode(200);
      }
    }
    Response json = get("/v1/customer-statistics");
    assertThat(json.statusCode()).as(json.asString()).isEqualTo(200);
    assertThat(json.<Integer>path("periods.size()")).isEqualTo(12);
    assertThat(json.<Integer>path("periods[11].customers.current")).isEqualTo(20);
    assertThat(json.<Integer>path("periods[11].customers.former")).isEqualTo(4);
    assertThat(json.<Boolean>path("periods[10].complete")).isTrue();

    Response csv = get("/v1/customer-statistics.csv");
    assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.asString().lines())
        .first()
        .isEqualTo("measure,key,label,start,end,status,value,unit,n,base,level,lower,upper,method");
    assertThat(csv.asString())
        .contains(
            "customers,current,,%s,%s,ok,20,count"
                .formatted(
                    json.<String>path("periods[11].start"), json.<String>path("periods[11].end")))
        .contains(json.path("total.rates.repeatPurchaseRate.value").toString());

    Response page = get("/v1/customer-statistics.html");
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.asString())
        .contains("<svg", "Customers by life cycle", "Retention", "end-user")
        .doesNotContain("<script", " style=");
    Files.writeString(Path.of("target", "customer-statistics.html"), page.asString());
  }

  @Test
  void withoutCustomersItSaysSo() {
    Response json = get("/v1/customer-statistics?interval=day&to=2026-01-03&from=2026-01-01");
    assertThat(json.statusCode()).as(json.asString()).isEqualTo(200);
    assertThat(json.<Integer>path("periods.size()")).isEqualTo(2);
    assertThat(json.<String>path("total.rates.churnRate.status")).isEqualTo("insufficient");
    assertThat(json.<List<?>>path("cohorts")).isEmpty();
    assertThat(get("/v1/customer-statistics.html").asString()).contains("Nobody began");
  }

  @Test
  void tellsAboutTheCustomersOfACompetitor() {
    String competitor =
        post("/v1/parties", "{\"kind\": \"organization\", \"name\": \"Rival\"}").path("id");
    post(
            "/v1/customers",
            """
            {"party": {"kind": "person", "givenName": "Ada"}, "providerPartyId": "%s",
             "roles": [{"type": "payer"}]}"""
                .formatted(competitor))
        .then()
        .statusCode(201);
    assertThat(get("/v1/customer-statistics").<Integer>path("periods[11].customers.current"))
        .isZero();
    assertThat(
            get("/v1/customer-statistics?providerPartyId=" + competitor)
                .<Integer>path("periods[11].customers.current"))
        .isEqualTo(1);
  }

  @Test
  void refusesSpansThatCannotBe() {
    for (String query :
        List.of(
            "from=2026-02-01&to=2026-01-01",
            "from=9999-01-01",
            "interval=day&from=2025-01-01&to=2026-01-01",
            "zone=Mars",
            "level=2",
            "interval=year")) {
      Response refused = get("/v1/customer-statistics?" + query);
      assertThat(refused.statusCode()).as(query).isEqualTo(400);
      assertThat(refused.<String>path("errors[0].parameter")).as(query).isNotBlank();
    }
  }

  private String customer(String name, LocalDate since) {
    return post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "%s"}, "validFrom": "%s",
             "roles": [{"type": "end-user"}, {"type": "payer", "validFrom": "%s"}]}"""
                .formatted(name, since, since.plusDays(40)))
        .path("id");
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}

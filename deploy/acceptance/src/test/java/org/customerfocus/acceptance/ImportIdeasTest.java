package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.local.ManagedProcess;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Files of customers: what they bring is there once, whatever happens on the way, and what the
/// registry holds can be taken out again.
@ExtendWith(Running.class)
@Order(Integer.MAX_VALUE - 1)
class ImportIdeasTest {

  private static final int ROWS = 8_000;
  private static final String TOTAL = "?limit=1&total=true";

  private final Api api = Tenant.fresh().admin();

  @Test
  void theUsersOfACustomerOrganisationAreKnownAsCustomersOfTheirOwn() {
    String file =
        """
        {"party":{"kind":"organization","name":"Hotel Zee","externalRefs":[{"scheme":"erp","value":"H"}]},"roles":[{"type":"payer"}]}
        {"party":{"kind":"person","givenName":"Ada","externalRefs":[{"scheme":"erp","value":"U"}]},"roles":[{"type":"end-user"}],"memberships":[{"organization":{"scheme":"erp","value":"H"},"type":"user-of"}]}
        {"party":{"kind":"person","givenName":"Bo","externalRefs":[{"scheme":"erp","value":"V"}]},"roles":[{"type":"nobody"}]}
        """;

    JsonNode job = run("skip-bad-rows", file);

    assertThat(job.path("status").asText()).isEqualTo("partly-completed");
    assertThat(job.at("/progress/refusedRows").asInt()).isEqualTo(1);
    String users = "/v1/customers" + TOTAL + "&filter=" + Api.encode("role==end-user");
    assertThat(api.get(users).expect(200).json().path("total").asInt()).isEqualTo(1);
    JsonNode link = api.get("/v1/memberships").expect(200).json().at("/items/0");
    JsonNode hotel =
        api.get("/v1/parties/" + link.path("organizationPartyId").asText()).expect(200).json();
    assertThat(hotel.path("name").asText()).isEqualTo("Hotel Zee");
    String exported = api.get("/v1/customers.ndjson").expect(200).text();
    assertThat(exported.lines()).hasSize(2);
    assertThat(run("refuse", exported).at("/progress/unchangedRows").asInt()).isEqualTo(2);
  }

  @Test
  void anImportThatIsKilledGoesOnAndDoublesNothing() {
    String id = ImportFixtures.create(api, request("skip-bad-rows"));
    api.send(ImportFixtures.file(id, "ndjson", people())).expect(200);
    ManagedProcess service = Running.platform().service("customer");
    awaitFirstRows(id);
    service.restart();
    service.awaitReady();

    JsonNode job = ImportFixtures.awaitEnd(api, id);

    assertThat(job.path("status").asText()).as("%s", job).isEqualTo("completed");
    assertThat(job.at("/progress/createdRows").asInt()).isEqualTo(ROWS);
    for (String list : new String[] {"customers", "parties"}) {
      assertThat(api.get("/v1/" + list + TOTAL).expect(200).json().path("total").asInt())
          .isEqualTo(ROWS);
    }
  }

  private void awaitFirstRows(String id) {
    Eventually.json(
        api, "/v1/customer-imports/" + id, job -> job.at("/progress/createdRows").asInt() > 0);
  }

  private JsonNode run(String onError, String lines) {
    String id = ImportFixtures.create(api, request(onError));
    api.send(ImportFixtures.file(id, "ndjson", lines)).expect(200);
    return ImportFixtures.awaitEnd(api, id);
  }

  private static ObjectNode request(String onError) {
    ObjectNode request = Api.object().put("kind", "customers").put("onError", onError);
    request.putObject("mapping").putObject("identity").put("scheme", "erp");
    return request;
  }

  private static String people() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      lines.append(
          """
          {"party":{"kind":"person","familyName":"Okafor %1$d","externalRefs":[{"scheme":"erp","value":"%1$d"}]},"roles":[{"type":"end-user"}]}
          """
              .formatted(i));
    }
    return lines.toString();
  }
}

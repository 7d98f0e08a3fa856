package org.customerfocus.agreement.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.underpinning.Chain;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CustomerDataRepositoryTest {

  private final Given given = new Given();

  @Inject PersonalData data;
  @Inject TenantWork work;

  @Test
  void anErasedCustomerLeavesFiguresAndNoWords() {
    String metric = given.ratioMetric();
    String agreement =
        Given.id(
            given.activeAgreement(
                Given.commitment(metric, "\"selector\": {\"dimensions\": {\"gate\": \"A\"}}")));
    given.send(
        Given.flight(
            "secret-1",
            metric,
            "\"dueAt\": \"2026-02-01T10:00:00Z\", \"good\": true,"
                + " \"dimensions\": {\"gate\": \"A\", \"name\": \"Secret\"}"));
    String corrected =
        given
            .source()
            .body(
                """
                {"kind": "measurement", "source": "ops", "sourceId": "secret-1",
                 "reason": "Secret", "author": "Secret", "measurement": %s}"""
                    .formatted(
                        Given.flight(
                            "secret-1",
                            metric,
                            "\"dueAt\": \"2026-02-02T10:00:00Z\", \"good\": true,"
                                + " \"dimensions\": {\"gate\": \"A\", \"name\": \"Secret\"}")))
            .post("/v1/corrections")
            .path("id");
    String before = attainment(agreement);

    erase(UUID.fromString(Given.CUSTOMER));

    Response read = given.reader().get("/v1/agreements/" + agreement);
    assertThat(read.<String>path("name")).isEqualTo("Erased");
    assertThat(read.<String>path("version.signatures[1].partyId")).isEqualTo(Given.SIGNER);
    assertThat(read.<String>path("version.commitments[0].customerTerm")).isEqualTo("Erased");
    assertThat(read.<String>path("version.commitments[0].requirement")).isEqualTo("Erased");
    String measured =
        given.reader().get("/v1/measurements?filter=customerId==" + Given.CUSTOMER).asString();
    assertThat(measured).contains("\"gate\"", "Erased").doesNotContain("ecret");
    assertThat(given.reader().get("/v1/corrections/" + corrected).<String>path("reason"))
        .isEqualTo("Erased");
    assertThat(attainment(agreement)).contains("\"value\":1").isEqualTo(redacted(before));
  }

  @Test
  void whatPeopleSaidOfASupportIsErasedAndTheLinkStays() {
    Chain chain = new Chain(given);
    String commitment = Given.commitment(given.ratioMetric(), "");
    Chain.Link ours = chain.agreement(1, 2, commitment);
    Chain.Link theirs = chain.agreement(3, 1, commitment);
    String path =
        "/v1/agreements/%s/underpinnings/%s"
            .formatted(ours.agreement(), Given.id(chain.support(ours, theirs, false)));
    given.patcher("*").body("{\"note\": \"Secret\"}").patch(path);

    erase(UUID.fromString(Chain.party(2)));

    assertThat(given.reader().get(path).<String>path("note")).isEqualTo("Erased");
    assertThat(given.reader().get(path).<String>path("supportingAgreementId"))
        .isEqualTo(theirs.agreement());
  }

  @Test
  void theTermsStayBindingForEverybodyElse() {
    String agreement = Given.id(given.activeAgreement(Given.commitment(given.ratioMetric(), "")));
    erase(UUID.randomUUID());
    Response read = given.reader().get("/v1/agreements/" + agreement);
    assertThat(read.<String>path("name")).isEqualTo("Ground handling 2026");
    assertThat(read.<String>path("version.commitments[0].customerTerm")).isEqualTo("departure");
  }

  private String attainment(String agreement) {
    return given
        .reader()
        .get("/v1/agreements/%s/attainment?from=2026-02&to=2026-03".formatted(agreement))
        .asString()
        .replaceAll("\"cut\":\"[^\"]+\"", "");
  }

  /// The figures of before, under the names of after.
  private static String redacted(String attainment) {
    return attainment.replace("Flights leave on time", "Erased").replace("departure", "Erased");
  }

  private void erase(UUID customer) {
    work.call(
        Caller.system("test", given.tenant, false),
        () -> {
          data.erase(new Subject(List.of(), List.of(customer)));
          return true;
        });
  }
}

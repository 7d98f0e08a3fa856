package org.customerfocus.agreement.underpinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.customerfocus.agreement.Given;

/// Agreements along a supply chain, each with one commitment.
public final class Chain {

  private final Given given;

  public Chain(Given given) {
    this.given = given;
  }

  /// An agreement, and its one commitment.
  public record Link(String agreement, String version, String commitment) {}

  /// In force in 2026, between parties of these numbers.
  public Link agreement(int provider, int customer, String commitment) {
    return agreement(provider, customer, commitment, 2026);
  }

  /// Agreed for a year, between parties of these numbers.
  public Link agreement(int provider, int customer, String commitment, int year) {
    String body =
        """
        {"name": "From %1$d to %2$d", "providerPartyId": "%3$s", "customerId": "%4$s",
         "customerPartyId": "%4$s", "term": {"start": "%6$d-01-01", "end": "%7$d-01-01"},
         "timeZone": "UTC", "commitments": [%5$s]}"""
            .formatted(
                provider, customer, party(provider), party(customer), commitment, year, year + 1);
    Response created = given.active(body);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(200);
    return new Link(
        created.path("id"), created.path("version.id"), created.path("version.commitments[0].id"));
  }

  public static String party(int number) {
    return "01a0b7c4-0000-7000-8000-%012d".formatted(number);
  }

  public Response support(Link supported, Link by, boolean whole) {
    return given
        .writer()
        .body(
            """
            {"commitmentId": "%s", "supportingAgreementId": "%s"%s}"""
                .formatted(
                    supported.commitment(),
                    by.agreement(),
                    whole ? "" : ", \"supportingCommitmentId\": \"" + by.commitment() + "\""))
        .post("/v1/agreements/%s/underpinnings".formatted(supported.agreement()));
  }
}

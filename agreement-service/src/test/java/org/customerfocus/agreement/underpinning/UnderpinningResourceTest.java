package org.customerfocus.agreement.underpinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.underpinning.Chain.Link;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class UnderpinningResourceTest {

  private final Given given = new Given();
  private final Chain chain = new Chain(given);
  private String commitment = "";

  @BeforeEach
  void metric() {
    commitment = Given.commitment(given.ratioMetric(), "");
  }

  @Test
  void namesWhatAPromiseRestsOnUntilItEnds() {
    Link ours = chain.agreement(1, 2, commitment);
    Link theirs = chain.agreement(3, 1, commitment);
    Response created = chain.support(ours, theirs, false);
    String id = Given.id(created);
    String path = "/v1/agreements/%s/underpinnings/%s".formatted(ours.agreement(), id);
    assertThat(created.header("Location")).isEqualTo(path);
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "agreementId": "%s",
          "commitmentId": "%s",
          "supportingAgreementId": "%s",
          "supportingCommitmentId": "%s",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(
                ours.agreement(), ours.commitment(), theirs.agreement(), theirs.commitment()));
    assertThat(chain.support(ours, theirs, false).statusCode()).isEqualTo(409);

    Response ended =
        given
            .patcher("\"0\"")
            .body("{\"validTo\": \"2026-03-01\", \"note\": \"Until\"}")
            .patch(path);
    assertThat(ended.statusCode()).as(ended.asString()).isEqualTo(200);
    assertThat(ended.header("ETag")).isEqualTo("\"1\"");
    assertThat(given.reader().get(path).asString()).isEqualTo(ended.asString());
    Response again =
        given
            .writer()
            .body(
                """
                {"commitmentId": "%s", "supportingAgreementId": "%s",
                 "supportingCommitmentId": "%s", "validFrom": "2026-03-01"}"""
                    .formatted(ours.commitment(), theirs.agreement(), theirs.commitment()))
            .post("/v1/agreements/%s/underpinnings".formatted(ours.agreement()));
    assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);

    Response listed =
        given
            .reader()
            .get(
                "/v1/agreements/%s/underpinnings?filter=supportingAgreementId==%s&sort=-createdAt"
                    .formatted(ours.agreement(), theirs.agreement()));
    assertThat(listed.<List<String>>path("items.id")).containsExactly(again.path("id"), id);
    assertThat(given.patcher("\"1\"").delete(path).statusCode()).isEqualTo(204);
    assertThat(given.reader().get(path).statusCode()).isEqualTo(404);
    assertThat(given.patcher("*").delete("/v1/agreements/" + theirs.agreement()).statusCode())
        .isEqualTo(409);
  }

  @Test
  void refusesWhatCannotSupport() {
    Link ours = chain.agreement(1, 2, commitment);
    Link elsewhere = chain.agreement(3, 9, commitment);
    Response refused = chain.support(ours, elsewhere, false);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/supportingAgreementId");
    assertThat(refused.<String>path("errors[0].detail")).contains("another party");
    assertThat(chain.support(ours, ours, false).<String>path("errors[0].detail"))
        .contains("another agreement");
    Response mixed =
        chain.support(
            new Link(ours.agreement(), ours.version(), elsewhere.commitment()), elsewhere, false);
    assertThat(mixed.<String>path("errors[0].pointer")).isEqualTo("/commitmentId");
  }

  @Test
  void aPromiseNeverRestsOnItself() {
    Link one = chain.agreement(1, 2, commitment);
    Link two = chain.agreement(3, 1, commitment);
    Link three = chain.agreement(2, 3, commitment);
    Given.id(chain.support(one, two, false));
    Given.id(chain.support(two, three, true));
    Response refused = chain.support(three, one, false);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/underpinning-cycle");
    assertThat(chain.support(three, one, true).statusCode()).isEqualTo(409);
  }

  @Test
  void twoAgreementsMaySupportEachOtherInDifferentPromises() {
    Link network = chain.agreement(3, 1, commitment + "," + commitment);
    Link hosting = chain.agreement(1, 3, commitment + "," + commitment);
    Given.id(chain.support(hosting, network, false));
    Link billing = new Link(network.agreement(), network.version(), second(network));
    Link payments = new Link(hosting.agreement(), hosting.version(), second(hosting));
    assertThat(chain.support(billing, payments, false).statusCode()).isEqualTo(201);
  }

  private String second(Link link) {
    return given
        .reader()
        .get("/v1/agreements/" + link.agreement())
        .path("version.commitments[1].id");
  }

  @RepeatedTest(3)
  void twoWritersAtOnceMakeNoCycle() throws InterruptedException, ExecutionException {
    Link one = chain.agreement(1, 2, commitment);
    Link two = chain.agreement(2, 1, commitment);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> both =
          List.of(
              () -> chain.support(one, two, false).statusCode(),
              () -> chain.support(two, one, false).statusCode());
      int made = 0;
      for (Future<Integer> answer : pool.invokeAll(both)) {
        assertThat(answer.get()).isIn(201, 409);
        made += answer.get() == 201 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }

  @Test
  void anotherTenantSeesNothing() {
    Link ours = chain.agreement(1, 2, commitment);
    Link theirs = chain.agreement(3, 1, commitment);
    String id = Given.id(chain.support(ours, theirs, false));
    Given other = new Given();
    String path = "/v1/agreements/%s/underpinnings".formatted(ours.agreement());
    assertThat(other.reader().get(path).statusCode()).isEqualTo(404);
    assertThat(other.reader().get(path + "/" + id).statusCode()).isEqualTo(404);
  }
}

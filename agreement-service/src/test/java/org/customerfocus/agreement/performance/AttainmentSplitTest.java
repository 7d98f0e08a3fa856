package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class AttainmentSplitTest {

  private final Given given = new Given();

  @Test
  void partsSumToTheWholeAndEachIsHeldAgainstTheTarget() {
    String metric = given.ratioMetric();
    Response agreement = given.activeAgreement(Given.commitment(metric, ""));
    String commitment = agreement.path("version.commitments[0].id");
    given.send(
        String.join(
            ",",
            flight("a1", metric, due("2026-02-01T09:00:00Z", true, "A")),
            flight("a2", metric, due("2026-02-02T09:00:00Z", true, "A")),
            flight("b1", metric, due("2026-02-03T09:00:00Z", false, "B'\\\"; --")),
            flight("none", metric, "\"dueAt\": \"2026-02-04T09:00:00Z\", \"good\": true"),
            flight("later", metric, due("2026-03-04T09:00:00Z", false, "A"))));

    Response split = get(commitment, "2026-02/by/gate");
    assertThat(split.statusCode()).as(split.asString()).isEqualTo(200);
    assertThat(split.<List<String>>path("parts.value")).containsExactly("A", "B'\"; --", null);
    assertThat(split.<List<Integer>>path("parts.result.good")).containsExactly(2, 0, 1);
    assertThat(split.<List<Integer>>path("parts.result.bad")).containsExactly(0, 1, 0);
    assertThat(split.<List<String>>path("parts.result.status"))
        .containsExactly("met", "breached", "met");
    assertThat(split.<Integer>path("whole.total")).isEqualTo(4);
    Response whole = get(commitment, "2026-02");
    assertThat(split.<Object>path("whole")).isEqualTo(whole.<Object>path("period.result"));

    assertThat(get(commitment, "2026-13/by/gate").statusCode()).isEqualTo(400);
    assertThat(get(commitment, "1999-01/by/gate").statusCode()).isEqualTo(404);
  }

  private static String due(String at, boolean good, String gate) {
    return "\"dueAt\": \"%s\", \"good\": %s, \"dimensions\": {\"gate\": \"%s\"}"
        .formatted(at, good, gate);
  }

  private Response get(String commitment, String rest) {
    return given.reader().get("/v1/commitments/%s/attainment/%s".formatted(commitment, rest));
  }
}

package org.customerfocus.customer.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class RequirementResourceTest {

  private final Given given = new Given(freshTenant());

  @Test
  void recordsWhatDecidesWhetherTheyLeaveSatisfied() {
    String need = given.need("\"role\": \"end-user\"");
    String other = given.need("\"role\": \"payer\"");
    String segment = given.segment("Families");
    Response created =
        given.post(
            "/v1/requirements",
            """
            {
              "statement": "Through security in ten minutes",
              "kind": "key-driver",
              "voice": "spoken",
              "measure": "Minutes in line",
              "target": "At most 10",
              "importances": [{"role": "end-user", "importance": 9},
                              {"segmentId": "%s", "importance": 10}],
              "needIds": ["%s", "%s"],
              "evidence": [{"kind": "complaint", "reference": "case-7", "date": "2026-11-05"}]
            }"""
                .formatted(segment, other, need));
    String id = created.path("id");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "statement": "Through security in ten minutes",
          "kind": "key-driver",
          "voice": "spoken",
          "measure": "Minutes in line",
          "target": "At most 10",
          "importances": [{"role": "end-user", "importance": 9},
                          {"segmentId": "%s", "importance": 10}],
          "needIds": ["%s", "%s"],
          "evidence": [{"kind": "complaint", "reference": "case-7", "date": "2026-11-05"}],
          "degreeMet": {
            "status": "insufficient",
            "unit": "ratio",
            "n": 0,
            "base": 0,
            "method": "degree-met/score",
            "reason": "No score has come yet."
          },
          "degreesMetBySegment": [],
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, segment, other, need));
    assertThat(given.get("/v1/requirements/" + id).asString()).isEqualTo(created.asString());
    for (String filter :
        List.of(
            "needId==" + need,
            "segmentId==" + segment,
            "role==end-user",
            "kind==key-driver;voice==spoken")) {
      assertThat(given.get("/v1/requirements?filter=" + filter).<List<String>>path("items.id"))
          .as(filter)
          .containsExactly(id);
    }
    Response changed = given.patch("/v1/requirements/" + id, "{\"needIds\": [\"" + need + "\"]}");
    assertThat(changed.<List<String>>path("needIds")).containsExactly(need);
    assertThat(given.get("/v1/requirements?filter=needId==" + other).<List<String>>path("items.id"))
        .isEmpty();
  }

  @Test
  void refusesWhatIsNamedTwiceOrIsNotThere() {
    String need = given.need("\"role\": \"end-user\"");
    Response refused =
        given.post(
            "/v1/requirements",
            """
            {"statement": "Quiet", "kind": "want", "voice": "spoken",
             "importances": [{"role": "payer", "importance": 1},
                             {"role": "payer", "importance": 2}, {"importance": 3}],
             "needIds": ["%1$s", "%1$s"]}"""
                .formatted(need));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/importances/1", "/importances/2/segmentId", "/needIds/1");
    Response absent =
        given.post(
            "/v1/requirements",
            """
            {"statement": "Quiet", "kind": "want", "voice": "spoken",
             "needIds": ["0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43"]}""");
    assertThat(absent.<List<String>>path("errors.pointer")).containsExactly("/needIds/0");
  }

  @Test
  void keepsEveryScoreAndShowsTheLatest() {
    String segment = given.segment("Families");
    String path = "/v1/requirements/" + given.requirement("Quiet", "");
    Response first = given.score(path, 0.5, "2026-11-02T00:00:00Z", "");
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    Response again = given.score(path, 0.5, "2026-11-02T00:00:00Z", "");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    // What comes late is kept, and does not hide what is newer.
    given.score(path, 0.1, "2026-10-02T00:00:00Z", "");
    // What is corrected holds from then on.
    given.score(path, 0.6, "2026-11-02T00:00:00Z", "");
    given.score(path, 0.7, "2026-11-02T00:00:00Z", ", \"segmentId\": \"" + segment + "\"");

    Response read = given.get(path);
    assertThat(read.jsonPath().getDouble("degreeMet.value")).isEqualTo(0.6);
    assertThat(read.<List<String>>path("degreesMetBySegment.segmentId")).containsExactly(segment);
    assertThat(read.jsonPath().getDouble("degreesMetBySegment[0].score.value")).isEqualTo(0.7);
    Response history = given.get(path + "/degree-met-history?sort=-asOf");
    assertThat(history.jsonPath().getList("items.score.value", Double.class))
        .containsExactly(0.7, 0.6, 0.5, 0.1);
  }

  @Test
  void refusesScoresThatAreNone() {
    String path = "/v1/requirements/" + given.requirement("Quiet", "") + "/degree-met";
    Response refused =
        given.put(
            path,
            """
            {
              "score": {"status": "ok", "value": 1.5, "unit": "points", "n": 5, "base": 4,
                        "method": "m", "reason": "x",
                        "interval": {"level": 0.95, "lower": 0.9, "upper": 0.1}},
              "source": {"service": "survey", "resource": "/v1/surveys/1/results"},
              "asOf": "2999-01-01T00:00:00Z"
            }""");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder(
            "/asOf",
            "/score/unit",
            "/score/value",
            "/score/reason",
            "/score/interval",
            "/score/base");
    Response withheld =
        given.put(
            path,
            """
            {
              "score": {"status": "withheld", "unit": "ratio", "method": "csat/wilson",
                        "reason": "Fewer than 5 answered."},
              "source": {"service": "survey", "resource": "/v1/surveys/1/results"},
              "asOf": "2026-11-01T00:00:00Z"
            }""");
    assertThat(withheld.statusCode()).as(withheld.asString()).isEqualTo(200);
    assertThat(withheld.<String>path("score.status")).isEqualTo("withheld");
  }
}

package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

/// Answers are about a touchpoint and an offering.
@QuarkusTest
@WithTestResource(Platform.class)
class TouchpointResultsTest {

  private static final UUID DESK = UUID.randomUUID();
  private static final UUID DOOR = UUID.randomUUID();
  private static final UUID CAR = UUID.randomUUID();

  private final String tenant = freshTenant();

  @Test
  void resultsAndSatisfactionAreSplitByTouchpoint() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    String first = submit(version, DESK, CAR, 10);
    submit(version, DESK, null, 9);
    submit(version, DOOR, CAR, 0);
    submit(version, null, null, 8);

    JsonNode split =
        get("/v1/surveys/" + survey + "/results?question=recommend&splitBy=response.touchpoint")
            .at("/split/parts");
    assertThat(split).hasSize(3);
    for (JsonNode part : split) {
      String value = part.path("value").asText();
      assertThat(part.get("base").asInt()).isEqualTo(value.equals(DESK.toString()) ? 2 : 1);
    }
    JsonNode desk =
        get(
            "/v1/surveys/%s/results?question=recommend&splitBy=response.touchpoint&part=%s"
                .formatted(survey, DESK));
    assertThat(desk.at("/split/parts")).hasSize(1);
    assertThat(desk.at("/split/parts/0/questions/0/scores/nps/value").asDouble()).isEqualTo(100);
    assertThat(desk.get("base").asInt()).isEqualTo(4);
    assertThat(
            get("/v1/surveys/" + survey + "/results?splitBy=response.offering")
                .at("/split/parts/0/base")
                .asInt())
        .isEqualTo(2);
    assertThat(
            get("/v1/satisfaction?score=nps").at("/touchpoints").findValuesAsText("touchpointId"))
        .containsExactlyInAnyOrder(DESK.toString(), DOOR.toString());
    JsonNode atDesk = get("/v1/satisfaction?score=nps&touchpoint=" + DESK);
    assertThat(atDesk.at("/headline/n").asInt()).isEqualTo(2);
    assertThat(atDesk.at("/headline/value").asDouble()).isEqualTo(100);
    assertThat(atDesk.at("/touchpoints").findValuesAsText("touchpointId"))
        .containsExactly(DESK.toString());
    assertThat(atDesk.at("/surveys/0/score/n").asInt()).isEqualTo(2);

    assertThat(get("/v1/responses/" + first).get("touchpointId").asText())
        .isEqualTo(DESK.toString());
    assertThat(get("/v1/responses?filter=touchpointId==" + DESK).get("items")).hasSize(2);
    for (String refused : List.of("part=" + DESK, "splitBy=response.touchpoint&part=nowhere")) {
      assertThat(ask("/v1/surveys/" + survey + "/results?" + refused).statusCode())
          .as(refused)
          .isEqualTo(400);
    }
    assertThat(
            as(tenant, "responses:submit")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"status\": \"amended\", \"touchpointId\": \"%s\"}".formatted(DOOR))
                .patch("/v1/responses/" + first)
                .statusCode())
        .isEqualTo(422);
  }

  /// The desk is told alone exactly where it is told beside the door.
  @Test
  void aTouchpointAloneIsToldAsAmongAll() {
    String survey =
        Given.survey(
            tenant, Given.SURVEY.replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 3"));
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 4; i++) {
      submit(version, DESK, null, 10);
      submit(version, DOOR, null, 0);
    }
    String desk = "/v1/satisfaction?score=nps&touchpoint=" + DESK;
    assertThat(get(desk).at("/headline/n").asInt()).isEqualTo(4);
    assertThat(get(desk).at("/trend").findValuesAsText("n")).containsExactly("4");
    assertThat(get(desk).at("/surveys/0/score/status").asText()).isEqualTo("withheld");
    assertThat(get(desk).at("/composite/score/status").asText()).isEqualTo("withheld");
    // Two about another thing: from the whole and the desk and the door they would be known.
    submit(version, CAR, null, 5);
    submit(version, CAR, null, 5);
    String all = "/v1/satisfaction?score=nps";
    Map<String, String> among = new TreeMap<>();
    get(all)
        .get("touchpoints")
        .forEach(
            each ->
                among.put(each.get("touchpointId").asText(), each.at("/score/status").asText()));
    assertThat(among.values()).contains("withheld");
    among.forEach(
        (touchpoint, status) ->
            assertThat(get(all + "&touchpoint=" + touchpoint).at("/headline/status").asText())
                .as(touchpoint)
                .isEqualTo(status));
  }

  private String submit(String version, UUID touchpoint, UUID offering, int value) {
    Response recorded =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", %s %s "answers": [{"linkId": "recommend", "value": %d}]}"""
                .formatted(
                    version,
                    touchpoint == null ? "" : "\"touchpointId\": \"%s\",".formatted(touchpoint),
                    offering == null ? "" : "\"offeringId\": \"%s\",".formatted(offering),
                    value));
    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    return recorded.path("id");
  }

  private Response ask(String path) {
    return as(tenant, "surveys:read").get(path);
  }

  private JsonNode get(String path) {
    Response found = ask(path);
    assertThat(found.statusCode()).as(path + found.asString()).isEqualTo(200);
    return Json.parse(found.asString());
  }
}

package org.customerfocus.survey.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.CustomerStandIn;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class SatisfactionResourceTest {

  private static final String SURVEY =
      Given.SURVEY.replace(
          "{\"key\": \"city\", \"type\": \"text\", \"label\": \"City\"},",
          """
          {"key": "role", "type": "text", "label": "Roles"},
          {"key": "segment", "type": "text", "label": "Segments"},""");

  private final String tenant = freshTenant();

  @Inject ScoreChanges changes;
  @Inject TenantWork work;

  @Test
  void endUsersCountOneHalfAndEachPersonOnce() {
    String version = Given.version(tenant, Given.survey(tenant, SURVEY));
    UUID both = UUID.randomUUID();
    UUID segment = UUID.randomUUID();
    // End users: one promoter, one detractor. Payers: two promoters. One is both, and said so
    // twice.
    submit(version, both, "end-user payer", segment, 3, "2026-03-01T10:00:00Z");
    submit(version, both, "end-user payer", segment, 10, "2026-03-02T10:00:00Z");
    submit(version, UUID.randomUUID(), "end-user", null, 0, "2026-03-03T10:00:00Z");
    submit(version, UUID.randomUUID(), "payer", null, 9, "2026-05-01T10:00:00Z");
    submit(version, UUID.randomUUID(), "payer", null, 10, "2026-05-02T10:00:00Z");
    submit(version, UUID.randomUUID(), null, null, 8, "2026-05-03T10:00:00Z");
    submit(version, UUID.randomUUID(), "payer", null, 10, "2025-05-01T10:00:00Z");

    JsonPath view = satisfaction("score=nps&from=2026-03-01&to=2026-06-01&period=month");

    assertThat(view.getDouble("headline.value")).isCloseTo(100.0 / 6, within(1e-4));
    assertThat(view.getInt("headline.n")).isEqualTo(6);
    assertThat(view.<List<String>>get("roles.value")).containsExactly("end-user", "payer");
    assertThat(view.<List<Integer>>get("roles.score.n")).containsExactly(3, 4);
    assertThat(view.<List<String>>get("composite.weights.role"))
        .containsExactly("end-user", "payer");
    assertThat(view.<List<Float>>get("composite.weights.weight")).containsExactly(0.5f, 0.5f);
    // ½ · 0 (10 and 0) + ½ · 100 (9 and 10)
    assertThat(view.getDouble("composite.score.value")).isCloseTo(50, within(1e-4));
    assertThat(view.getInt("composite.score.n")).isEqualTo(4);
    assertThat(view.<List<String>>get("segments.value")).containsExactly(segment.toString());
    assertThat(view.<List<Integer>>get("trend.score.n")).containsExactly(3, 0, 3);
    assertThat(view.<List<String>>get("trend.score.status"))
        .containsExactly("ok", "insufficient", "ok");
    assertThat(view.<List<Integer>>get("surveys.score.n")).containsExactly(6);
    assertThat(view.<List<String>>get("surveys.name")).containsExactly("How was it?");

    JsonPath weighted =
        satisfaction(
            "score=nps&from=2026-03-01&to=2026-06-01&roleWeight=payer:0.9&roleWeight=end-user:0.1");
    // Payers come first now, so that who is both counts there: ⅔·… of three promoters, and one
    // detractor among the end users.
    assertThat(weighted.getDouble("composite.score.value"))
        .isCloseTo(0.9 * 100 + 0.1 * -100, within(1e-4));
  }

  @Test
  void fewPeopleAreNotTold() {
    String survey =
        Given.survey(
            tenant, SURVEY.replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 3"));
    String version = Given.version(tenant, survey);
    // One payer on 1 March; all others are end users.
    for (int i = 0; i < 12; i++) {
      submit(
          version,
          UUID.randomUUID(),
          i == 0 ? "payer" : "end-user",
          null,
          9,
          i == 0
              ? "2026-03-01T22:00:00Z"
              : i < 6 ? "2026-01-10T10:00:00Z" : "2026-04-07T10:00:00Z");
    }

    JsonPath view = satisfaction("from=2026-01-01&to=2026-07-01");

    assertThat(view.getInt("headline.n")).isEqualTo(12);
    // One payer; and by what is left of the whole, the end users tell of them.
    assertThat(view.<List<String>>get("roles.score.status"))
        .containsExactly("withheld", "withheld");
    assertThat(view.getString("composite.score.status")).isEqualTo("withheld");
    assertThat(view.<List<String>>get("trend.score.status"))
        .containsExactly(
            "withheld", "insufficient", "withheld", "ok", "insufficient", "insufficient");
    // The spans with and without 1 March do not tell of it, in whatever zone or order of roles.
    assertThat(status("from=2026-01-01&to=2026-03-02")).isEqualTo("ok");
    assertThat(status("from=2026-01-01&to=2026-03-01")).isEqualTo("withheld");
    assertThat(status("from=2026-01-01&to=2026-03-02&timeZone=Asia/Tokyo")).isEqualTo("ok");
    assertThat(
            satisfaction("from=2026-01-01&to=2026-03-02&timeZone=Asia/Tokyo").getInt("headline.n"))
        .isEqualTo(6);
    JsonPath ordered =
        satisfaction("from=2026-01-01&to=2026-07-01&roleWeight=payer:0.5&roleWeight=end-user:0.5");
    assertThat(ordered.<List<String>>get("composite.weights.role")).isEmpty();
    // The quarter without the payer is told by role as ever.
    JsonPath second = satisfaction("from=2026-04-01&to=2026-07-01");
    assertThat(second.<List<String>>get("roles.score.status")).containsExactly("ok");
    assertThat(second.<List<String>>get("composite.weights.role")).containsExactly("end-user");
  }

  @Test
  void aMonthOfEachSurveyIsToldWhereEnoughAnswered() {
    String careful = SURVEY.replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 3");
    String many = Given.survey(tenant, careful);
    String few = Given.survey(tenant, careful);
    String ofMany = Given.version(tenant, many);
    String ofFew = Given.version(tenant, few);
    for (int i = 0; i < 8; i++) {
      String day = i % 2 == 0 ? "2026-01-10T10:00:00Z" : "2026-02-10T10:00:00Z";
      submit(ofMany, UUID.randomUUID(), "end-user", null, 9, day);
      submit(ofFew, UUID.randomUUID(), "end-user", null, 6, day);
    }
    submit(ofMany, UUID.randomUUID(), "end-user", null, 9, "2026-01-11T10:00:00Z");

    JsonPath month = satisfaction("from=2026-01-01&to=2026-02-01&timeZone=UTC&period=quarter");

    assertThat(month.getInt("headline.n")).isEqualTo(9);
    assertThat(month.getInt("surveys.find { it.surveyId == '%s' }.score.n".formatted(many)))
        .isEqualTo(5);
    assertThat(month.getInt("surveys.find { it.surveyId == '%s' }.score.n".formatted(few)))
        .isEqualTo(4);
    // Without the lonely 11 January nothing is told, whole or of a survey.
    JsonPath cut = satisfaction("from=2026-01-01&to=2026-01-11&period=quarter");
    assertThat(cut.getString("headline.status")).isEqualTo("withheld");
    // Nor who they are: by survey, or by role.
    assertThat(cut.<List<String>>get("surveys.surveyId")).isEmpty();
    assertThat(cut.<List<String>>get("roles.value")).isEmpty();
  }

  @Test
  void anonymousAnswersKeepTheirDayInEveryZone() {
    String version =
        Given.version(
            tenant,
            Given.survey(
                tenant,
                SURVEY.replace(
                    "\"anonymityThreshold\": 0",
                    "\"anonymityThreshold\": 0, \"anonymous\": true")));
    Response recorded =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "respondedAt": "2026-03-01T10:00:00Z",
             "answers": [{"linkId": "recommend", "value": 9}]}"""
                .formatted(version));
    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);

    JsonPath view =
        satisfaction("from=2026-03-01&to=2026-03-02&period=day&timeZone=America/New_York");

    assertThat(view.getInt("headline.n")).isEqualTo(1);
    assertThat(view.<List<Integer>>get("trend.score.n")).containsExactly(1);
  }

  private String status(String query) {
    return satisfaction(query).getString("headline.status");
  }

  @Test
  void aPromiseIsToldTheScoreOfASurveyToTheInstant() {
    String survey = Given.survey(tenant, SURVEY);
    String version = Given.version(tenant, survey);
    for (String at : List.of("09:59:59", "10:00:00", "11:00:00", "12:00:00", "12:00:01")) {
      submit(version, UUID.randomUUID(), null, null, 10, "2026-03-01T%sZ".formatted(at));
    }
    String hours = scores(survey) + "2026-03-01T10:00:00Z&to=2026-03-01T12:00:01Z";
    assertThat(score(hours).<Integer>path("figure.n")).isEqualTo(3);
    assertThat(score(hours).<Float>path("figure.value")).isEqualTo(100f);
    assertThat(score(hours + "&linkId=none").<String>path("figure.status"))
        .isEqualTo("insufficient");
    assertThat(score(hours.replace(survey, UUID.randomUUID().toString())).statusCode())
        .isEqualTo(404);
    assertThat(score(scores(survey) + "2026-03-01T10:00:00Z&to=2026-03-01T10:00:00Z").statusCode())
        .isEqualTo(400);
    assertThat(as(tenant, "surveys:read").get(hours).statusCode()).isEqualTo(403);
  }

  @Test
  void manyAnswersOfFewPeopleAreNoMorePeople() {
    String survey =
        Given.survey(
            tenant,
            SURVEY
                .replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 3")
                .replace(
                    "\"items\": [",
                    "\"items\": [{\"linkId\": \"again\", \"type\": \"nps\", \"text\": \"And now?\"},"));
    String version = Given.version(tenant, survey);
    String span = "from=2026-01-01&to=2026-04-01";
    for (int people = 1; people <= 3; people++) {
      Given.submit(
              tenant,
              """
              {"surveyVersionId": "%s", "respondedAt": "2026-03-01T10:00:00Z", "answers": [
                {"linkId": "recommend", "value": 9}, {"linkId": "again", "value": 3}]}"""
                  .formatted(version))
          .then()
          .statusCode(201);
      assertThat(status(span)).isEqualTo(people < 3 ? "withheld" : "ok");
      assertThat(
              score(scores(survey) + "2026-01-01T05:00:00Z&to=2026-04-01T05:00:00Z")
                  .<String>path("figure.status"))
          .isEqualTo(people < 3 ? "withheld" : "ok");
    }
  }

  @Test
  void aPromiseIsToldOfAsManyPeopleAsTheResultsAre() {
    String survey =
        Given.survey(
            tenant, SURVEY.replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 3"));
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 9; i++) {
      String month = i < 2 ? "02" : i < 5 ? "05" : "08";
      submit(version, UUID.randomUUID(), null, null, 9, "2026-%s-01T23:59:59Z".formatted(month));
    }
    String from = scores(survey);
    assertThat(
            score(from + "2026-07-01T05:00:00Z&to=2026-10-01T05:00:00Z").<Integer>path("figure.n"))
        .isEqualTo(4);
    // The first quarter tells of two, so the second is withheld with it.
    for (String few :
        List.of(
            "2026-01-01T05:00:00Z&to=2026-04-01T05:00:00Z",
            "2026-04-01T05:00:00Z&to=2026-07-01T05:00:00Z",
            "2026-04-01T05:00:00Z&to=2026-10-01T05:00:00Z")) {
      assertThat(score(from + few).<String>path("figure.status")).as(few).isEqualTo("withheld");
    }
  }

  private static String scores(String survey) {
    return "/internal/surveys/%s/scores/nps?timeZone=Etc/GMT%%2B5&from=".formatted(survey);
  }

  private Response score(String path) {
    return as(tenant, "survey-scores:read").urlEncodingEnabled(false).get(path);
  }

  @Test
  void periodsAndZonesThatMakeNoSenseAreRefused() {
    for (String query :
        List.of(
            "from=2026-05-01&to=2026-05-01",
            "from=2000-01-01&to=2026-05-01",
            "from=2026-02-30",
            "timeZone=Mars%2FOlympus",
            "timeZone=%2B02:00",
            "period=day&from=2020-01-01&to=2026-01-01",
            "roleWeight=payer:0",
            "roleWeight=payer:2",
            "score=happiness")) {
      Response refused =
          as(tenant, "surveys:read").urlEncodingEnabled(false).get("/v1/satisfaction?" + query);
      assertThat(refused.statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void theRegistryIsToldHowFarRequirementsAreMet() {
    String survey = Given.survey(tenant, SURVEY);
    String version = Given.version(tenant, survey);
    UUID requirement = UUID.randomUUID();
    submit(version, UUID.randomUUID(), null, null, 10, "2026-03-01T10:00:00Z");
    submit(version, UUID.randomUUID(), null, null, 5, "2026-03-01T10:00:00Z");

    Response made = measure(requirement, survey, "recommend");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(measure(requirement, survey, "recommend").statusCode()).isEqualTo(409);
    assertThat(measure(requirement, survey, "why").statusCode()).isEqualTo(422);
    assertThat(measure(requirement, UUID.randomUUID().toString(), "why").statusCode())
        .isEqualTo(422);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> CustomerStandIn.DEGREES.containsKey(requirement.toString()));
    Map<String, Object> told =
        JsonPath.from(CustomerStandIn.DEGREES.get(requirement.toString())).getMap("$");
    assertThat(told)
        .extractingByKey("source")
        .isEqualTo(
            Map.of(
                "service", "survey",
                "resource", "/v1/surveys/" + survey + "/results",
                "questionId", "recommend"));
    JsonPath score = JsonPath.from(CustomerStandIn.DEGREES.get(requirement.toString()));
    assertThat(score.getDouble("score.value")).isCloseTo(0.75, within(1e-4));
    assertThat(score.getString("score.unit")).isEqualTo("ratio");
    Response read = as(tenant, "surveys:read").get(made.header("Location"));
    assertThat(read.jsonPath().getDouble("degreeMet.value")).isCloseTo(0.75, within(1e-4));
    as(tenant, "surveys:write")
        .header("If-Match", read.header("ETag"))
        .delete(made.header("Location"))
        .then()
        .statusCode(204);
  }

  @Test
  void aScoreThatChangesSignificantlyIsToldOnce() {
    String version = Given.version(tenant, Given.survey(tenant, SURVEY));
    Instant now = Instant.now();
    for (int i = 0; i < 40; i++) {
      submit(
          version, UUID.randomUUID(), null, null, i % 3, now.minus(Duration.ofDays(40)).toString());
      submit(
          version,
          UUID.randomUUID(),
          null,
          null,
          9 + i % 2,
          now.minus(Duration.ofDays(4)).toString());
    }

    assertThat(find(now)).isEqualTo(1);
    assertThat(find(now)).isZero();

    Response list = as(tenant, "surveys:read").get("/v1/score-changes?sort=-foundAt");
    assertThat(list.<List<String>>path("items.linkId")).containsExactly("recommend");
    assertThat(list.<List<Float>>path("items.difference")).containsExactly(200f);
    assertThat(list.<List<Integer>>path("items.beforeN")).containsExactly(40);
  }

  private int find(Instant now) {
    return work.call(Caller.system("test", tenant, false), () -> changes.find(now));
  }

  private JsonPath satisfaction(String query) {
    Response found = as(tenant, "surveys:read").get("/v1/satisfaction?" + query);
    assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
    return found.jsonPath();
  }

  private Response measure(UUID requirement, String survey, String question) {
    return as(tenant, "surveys:write")
        .contentType(ContentType.JSON)
        .body(
            "{\"requirementId\": \"%s\", \"surveyId\": \"%s\", \"linkId\": \"%s\"}"
                .formatted(requirement, survey, question))
        .post("/v1/requirement-measures");
  }

  private void submit(
      String version, UUID party, String roles, UUID segment, int value, String at) {
    String attributes =
        (roles == null ? "" : "\"role\": {\"text\": \"%s\"}".formatted(roles))
            + (segment == null ? "" : ", \"segment\": {\"text\": \"%s\"}".formatted(segment));
    Response recorded =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "partyId": "%s", "respondedAt": "%s", "attributes": {%s},
             "answers": [{"linkId": "recommend", "value": %d}]}"""
                .formatted(version, party, at, attributes, value));
    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
  }
}

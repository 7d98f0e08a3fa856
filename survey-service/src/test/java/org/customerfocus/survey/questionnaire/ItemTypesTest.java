package org.customerfocus.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of item as its users meet it: written down, published, answered in every valid form
/// and refused in every other, and counted.
@QuarkusTest
@WithTestResource(Platform.class)
class ItemTypesTest extends ItemsFixture {

  @Inject PersonalData data;
  @Inject TenantWork work;

  /// One kind of question, with the link id `q`.
  ///
  /// @param valid the members of answers that are recorded just so
  /// @param invalid the members of answers that are refused, with pointer and detail
  record Kind(String item, List<String> valid, List<Refusal> invalid) {

    @Override
    public String toString() {
      return item.substring(0, Math.min(60, item.length()));
    }
  }

  record Refusal(String members, String pointer, String detail) {}

  private static Kind kind(String members, List<String> valid, String... invalid) {
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < invalid.length; i += 3) {
      refusals.add(new Refusal(invalid[i], invalid[i + 1], invalid[i + 2]));
    }
    return new Kind("{\"linkId\": \"q\", \"text\": \"?\", %s}".formatted(members), valid, refusals);
  }

  static Stream<Kind> kinds() {
    return Stream.concat(numericKinds(), Stream.concat(choiceKinds(), wordKinds()));
  }

  private static Stream<Kind> numericKinds() {
    return Stream.of(
        kind(
            "\"type\": \"nps\", \"lowLabel\": \"No\", \"highLabel\": \"Yes\"",
            List.of("\"value\": 0", "\"value\": 10", "\"nonAnswer\": \"no-answer\""),
            "\"value\": 11",
            "/value",
            "11 lies outside the scale 0–10 of this question.",
            "\"value\": -1",
            "/value",
            "-1 lies outside the scale 0–10 of this question.",
            "\"number\": 9",
            "",
            "An answer to a question of type nps has either value or nonAnswer; this one has number."),
        kind(
            "\"type\": \"ces\"",
            List.of("\"value\": 1", "\"value\": 7"),
            "\"value\": 0",
            "/value",
            "0 lies outside the scale 1–7 of this question."),
        kind(
            "\"type\": \"csat\", \"scale\": {\"min\": 1, \"max\": 5}, \"topBoxes\": [4, 5]",
            List.of("\"value\": 5"),
            "\"value\": 6",
            "/value",
            "6 lies outside the scale 1–5 of this question."),
        kind(
            "\"type\": \"scale\", \"scale\": {\"min\": -3, \"max\": 3},"
                + " \"nonAnswers\": [{\"code\": \"never\", \"label\": \"Never used\"}]",
            List.of("\"value\": -3", "\"nonAnswer\": \"never\"", "\"nonAnswer\": \"not-shown\""),
            "\"value\": 1, \"nonAnswer\": \"never\"",
            "",
            "An answer to a question of type scale has either value or nonAnswer; this one has"
                + " value, nonAnswer.",
            "\"nonAnswer\": \"unheard-of\"",
            "/nonAnswer",
            "\"unheard-of\" is no non-answer of this question.",
            "\"nonAnswer\": \"never\", \"otherText\": \"Words\"",
            "/otherText",
            "No chosen option of this question takes own words."),
        kind(
            "\"type\": \"slider\", \"limits\": {\"min\": -1, \"max\": 1, \"step\": 0.25}",
            List.of("\"number\": -1", "\"number\": 0.75"),
            "\"number\": 0.3",
            "/number",
            "must be -1 or any number of steps of 0.25 above it.",
            "\"number\": 1.25",
            "/number",
            "must be at most 1."),
        kind(
            "\"type\": \"number\", \"limits\": {\"min\": 0, \"max\": 100, \"decimals\": 1}",
            List.of("\"number\": 0", "\"number\": 12.5"),
            "\"number\": -0.1",
            "/number",
            "must be at least 0.",
            "\"number\": 12.55",
            "/number",
            "must have at most 1 decimals."),
        kind(
            "\"type\": \"date\", \"limits\": {\"earliest\": \"2026-01-01\", \"latest\": \"2026-12-31\"}",
            List.of("\"date\": \"2026-01-01\"", "\"date\": \"2026-12-31\""),
            "\"date\": \"2025-12-31\"",
            "/date",
            "must not be before 2026-01-01.",
            "\"date\": \"2027-01-01\"",
            "/date",
            "must not be after 2026-12-31."),
        kind(
            "\"type\": \"consent\"",
            List.of("\"accepted\": true", "\"accepted\": false"),
            "\"value\": 1",
            "",
            "An answer to a question of type consent has either accepted or nonAnswer; this one has"
                + " value."));
  }

  private static Stream<Kind> choiceKinds() {
    return Stream.of(
        kind(
            "\"type\": \"single-choice\", \"options\": " + OPTIONS,
            List.of(
                "\"optionCodes\": [\"a\"]",
                "\"optionCodes\": [\"other\"]",
                "\"optionCodes\": [\"other\"], \"otherText\": \"By carrier pigeon\""),
            "\"optionCodes\": [\"a\", \"b\"]",
            "/optionCodes",
            "This question takes one option only.",
            "\"optionCodes\": [\"z\"]",
            "/optionCodes/0",
            "\"z\" is no option of this question.",
            "\"optionCodes\": [\"a\"], \"otherText\": \"By carrier pigeon\"",
            "/otherText",
            "No chosen option of this question takes own words."),
        kind(
            "\"type\": \"multiple-choice\", \"limits\": {\"maxChoices\": 2}, \"options\": "
                + OPTIONS,
            List.of(
                "\"optionCodes\": [\"b\", \"a\"]",
                "\"optionCodes\": [\"a\", \"other\"], \"otherText\": \"On foot\"",
                "\"optionCodes\": [\"none\"]"),
            "\"optionCodes\": [\"a\", \"none\"]",
            "/optionCodes/1",
            "\"none\" excludes all other options.",
            "\"optionCodes\": [\"a\", \"a\"]",
            "/optionCodes/1",
            "\"a\" is chosen twice.",
            "\"optionCodes\": [\"a\", \"b\", \"other\"]",
            "/optionCodes",
            "must be at most 2 of the options."),
        kind(
            "\"type\": \"ranking\", \"limits\": {\"minChoices\": 2}, \"options\": " + OPTIONS,
            List.of(
                "\"optionCodes\": [\"b\", \"a\", \"other\"]", "\"optionCodes\": [\"a\", \"b\"]"),
            "\"optionCodes\": [\"a\"]",
            "/optionCodes",
            "must be at least 2 of the options.",
            "\"optionCodes\": [\"a\", \"b\", \"a\"]",
            "/optionCodes/2",
            "\"a\" is chosen twice."),
        kind(
            "\"type\": \"constant-sum\", \"limits\": {\"total\": 10}, \"options\": " + OPTIONS,
            List.of(
                "\"allocation\": [{\"optionCode\": \"b\", \"amount\": 7.5},"
                    + " {\"optionCode\": \"a\", \"amount\": 2.5}]",
                "\"allocation\": [{\"optionCode\": \"a\", \"amount\": 10},"
                    + " {\"optionCode\": \"b\", \"amount\": 0}]"),
            "\"allocation\": [{\"optionCode\": \"a\", \"amount\": 9}]",
            "/allocation",
            "The amounts add up to 9 instead of 10.",
            "\"allocation\": [{\"optionCode\": \"a\", \"amount\": 11},"
                + " {\"optionCode\": \"b\", \"amount\": -1}]",
            "/allocation/1/amount",
            "is zero or more, of at most 15 digits and 9 decimals.",
            "\"allocation\": [{\"optionCode\": \"a\", \"amount\": 5},"
                + " {\"optionCode\": \"a\", \"amount\": 5}]",
            "/allocation/1/optionCode",
            "\"a\" is given twice.",
            "\"allocation\": [{\"optionCode\": \"z\", \"amount\": 10}]",
            "/allocation/0/optionCode",
            "\"z\" is no option of this question."));
  }

  private static Stream<Kind> wordKinds() {
    return Stream.of(
        kind(
            "\"type\": \"text\", \"limits\": {\"minLength\": 2, \"maxLength\": 5}",
            List.of("\"text\": \"12345\"", "\"text\": \"a\\nb\"", "\"text\": \"مرحبا\""),
            "\"text\": \"1\"",
            "/text",
            "must have at least 2 characters.",
            "\"text\": \"123456\"",
            "/text",
            "must have at most 5 characters."),
        kind(
            "\"type\": \"short-text\"",
            List.of("\"text\": \"One line\""),
            "\"text\": \"Two\\nlines\"",
            "/text",
            "must be one line.",
            "\"text\": \"One and a half\\n\"",
            "/text",
            "must be one line."),
        kind(
            "\"type\": \"email\"",
            List.of("\"text\": \"ada@example.com\""),
            "\"text\": \"ada at example.com\"",
            "/text",
            "must be an e-mail address."),
        kind(
            "\"type\": \"phone\"",
            List.of("\"text\": \"+32 2 555 12 12\""),
            "\"text\": \"02 555 12 12\"",
            "/text",
            "must be a telephone number with + and the country code.",
            "\"text\": \"+32 1\"",
            "/text",
            "must be a telephone number with + and the country code."));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isRecordedAsAnsweredOrRefused(Kind kind) throws Exception {
    String survey = Given.survey(tenant, survey(kind.item()));
    String version = Given.version(tenant, survey);
    for (String path : List.of("/v1/surveys/" + survey, "/v1/survey-versions/" + version)) {
      assertThat(json.readTree(as(tenant, "surveys:read").get(path).asString()).at("/items/0"))
          .isEqualTo(json.readTree(kind.item()));
    }
    for (String members : kind.valid()) {
      String answer = "{\"linkId\": \"q\", %s}".formatted(members);
      Response created = submit(version, answer);
      assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
      Json.assertSame(
          json.readTree(created.asString()).path("answers").toString(), "[%s]".formatted(answer));
      assertThat(as(tenant, "surveys:read").get("/v1/responses/" + created.path("id")).asString())
          .isEqualTo(created.asString());
    }
    for (Refusal refusal : kind.invalid()) {
      Json.assertBody(
          submit(version, "{\"linkId\": \"q\", %s}".formatted(refusal.members())),
          invalid("/v1/responses", "/answers/0" + refusal.pointer(), refusal.detail()));
    }
  }

  @Test
  void resultsCountEachKind() {
    String survey =
        Given.survey(
            tenant,
            survey(
                """
                {"linkId": "rank", "type": "ranking", "text": "Order", "options": %1$s},
                {"linkId": "sum", "type": "constant-sum", "text": "Points", "options": %1$s,
                 "limits": {"total": 10}},
                {"linkId": "slide", "type": "slider", "text": "Slide",
                 "limits": {"min": 0, "max": 10, "step": 1}},
                {"linkId": "ok", "type": "consent", "text": "Agreed?"},
                {"linkId": "pick", "type": "single-choice", "text": "Pick", "options": %1$s},
                {"linkId": "double", "type": "computed", "text": "Double",
                 "expression": "answers.slide * 2.0"}"""
                    .formatted(OPTIONS)));
    String version = Given.version(tenant, survey);
    submit(
        version,
        """
        {"linkId": "rank", "optionCodes": ["a", "b"]},
        {"linkId": "sum", "allocation": [{"optionCode": "a", "amount": 10}]},
        {"linkId": "slide", "number": 2}, {"linkId": "ok", "accepted": true},
        {"linkId": "pick", "optionCodes": ["other"], "otherText": "Mine"}""");
    submit(
        version,
        """
        {"linkId": "rank", "optionCodes": ["other", "b", "a"]},
        {"linkId": "sum", "allocation": [{"optionCode": "a", "amount": 4},
                                         {"optionCode": "b", "amount": 6}]},
        {"linkId": "slide", "number": 4}, {"linkId": "ok", "accepted": false},
        {"linkId": "pick", "optionCodes": ["a"]}""");
    submit(version, "{\"linkId\": \"slide\", \"number\": 6}");

    Response results = as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/results");
    assertThat(results.statusCode()).as(results.asString()).isEqualTo(200);
    assertThat(places(results, "questions[0].counts"))
        .isEqualTo(
            Map.of(
                "a", "2 of 2: 2", "b", "2 of 2: 2", "other", "1 of 1: 1", "none", "0 of 0: none"));
    assertThat(places(results, "questions[1].counts"))
        .isEqualTo(
            Map.of("a", "2 of 2: 7", "b", "1 of 2: 3", "other", "0 of 2: 0", "none", "0 of 2: 0"));
    assertThat(results.<Number>path("questions[2].scores.mean.value").doubleValue()).isEqualTo(4);
    assertThat(results.<List<Boolean>>path("questions[3].counts.accepted"))
        .containsExactly(true, false);
    assertThat(results.<List<Integer>>path("questions[3].counts.count")).containsExactly(1, 1);
    assertThat(results.<Integer>path("questions[3].base")).isEqualTo(3);
    assertThat(results.<List<Integer>>path("questions[4].counts.count"))
        .containsExactly(1, 0, 1, 0);
    assertThat(results.<Number>path("questions[5].scores.mean.value").doubleValue()).isEqualTo(8);
    assertThat(as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/results.csv").asString())
        .contains("ok,Agreed?,,,,count,true,ok,1,count", "sum,Points,,,,mean,a,ok,7.0,mean");
  }

  private static Map<String, String> places(Response results, String path) {
    Map<String, String> found = new java.util.TreeMap<>();
    for (Map<String, Object> each : results.<List<Map<String, Object>>>path(path)) {
      Map<?, ?> mean = (Map<?, ?>) each.get("mean");
      String value =
          mean.get("value") instanceof Number number
              ? "%.0f".formatted(number.doubleValue())
              : "none";
      found.put(
          (String) each.get("optionCode"),
          "%s of %s: %s".formatted(each.get("count"), mean.get("n"), value));
    }
    return found;
  }

  @Test
  void theErasedKeepTheirOptionAndLoseTheirWords() {
    String version =
        Given.version(
            tenant,
            Given.survey(
                tenant,
                survey(
                    """
                    {"linkId": "q", "type": "multiple-choice", "text": "?", "options": %s},
                    {"linkId": "mail", "type": "email", "text": "?"}"""
                        .formatted(OPTIONS))));
    UUID party = UUID.randomUUID();
    Response created =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "partyId": "%s", "answers": [
              {"linkId": "q", "optionCodes": ["a", "other"], "otherText": "My neighbour Ada"},
              {"linkId": "mail", "text": "ada@example.com"}]}"""
                .formatted(version, party));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);

    work.call(
        Caller.system("test", tenant, false),
        () -> {
          data.erase(new Subject(List.of(party), List.of()));
          return true;
        });

    Json.assertSame(
        answers(as(tenant, "surveys:read").get("/v1/responses/" + created.path("id"))),
        "[{\"linkId\": \"q\", \"optionCodes\": [\"a\", \"other\"]}]");
  }
}

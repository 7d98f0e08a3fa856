package org.customerfocus.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.junit.jupiter.api.Test;

class LogicTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String VISIT =
      """
      [{"linkId": "nps", "type": "nps", "text": "Recommend?",
        "skips": [{"when": "answers.nps >= 9", "to": "praise"}]},
       {"linkId": "why", "type": "text", "text": "Why not?"},
       {"linkId": "details", "type": "group", "text": "Details", "items": [
         {"linkId": "used", "type": "multiple-choice", "text": "Used?", "options": [
           {"code": "web", "label": "Web"}, {"code": "app", "label": "App"},
           {"code": "none", "label": "None", "exclusive": true}]},
         {"linkId": "best", "type": "single-choice", "text": "Best?",
          "showIf": "answers.used.size() > 0",
          "carryForward": {"from": "used", "options": "chosen"}, "options": [
           {"code": "web", "label": "Web"}, {"code": "app", "label": "App"},
           {"code": "neither", "label": "Neither"}]},
         {"linkId": "praise", "type": "short-text", "text": "What was good?"}]},
       {"linkId": "short", "type": "computed", "text": "Points below ten",
        "expression": "10 - answers.nps"}]""";

  private static Questionnaire of(String items) throws Exception {
    return new Questionnaire(JSON.readValue(items, new TypeReference<List<Item>>() {}), List.of());
  }

  private static Path follow(String items, Answer... answers) throws Exception {
    Questionnaire questionnaire = of(items);
    assertThat(questionnaire.violations()).isEmpty();
    assertThat(questionnaire.logic().violations()).isEmpty();
    return questionnaire.logic().follow(List.of(answers), Map.of());
  }

  @Test
  void aSkipLeadsIntoTheSectionThatHoldsItsTarget() throws Exception {
    Path path = follow(VISIT, Answer.ofValue("nps", 9));
    assertThat(path.shown()).containsExactly("nps", "details", "praise", "short");
    assertThat(path.computed()).isEqualTo(Map.of("short", new BigDecimal("1")));
  }

  @Test
  void withoutAnAnswerNoConditionHoldsAndNothingIsComputed() throws Exception {
    Path path = follow(VISIT);
    assertThat(path.shown()).containsExactly("nps", "why", "details", "used", "praise", "short");
    assertThat(path.computed()).isEmpty();
  }

  @Test
  void chosenOptionsAreCarriedForwardAndOwnOnesStay() throws Exception {
    Path path = follow(VISIT, Answer.ofValue("nps", 3), Answer.ofOptions("used", List.of("app")));
    assertThat(path.options().get("best")).isEqualTo(Set.of("app", "neither"));
  }

  @Test
  void answersThatTheLogicLeadsPastAreRefused() throws Exception {
    assertThat(
            of(VISIT)
                .whole(
                    List.of(
                        Answer.ofValue("nps", 10),
                        Answer.ofText("why", "x"),
                        Answer.ofNumber("short", BigDecimal.ONE)),
                    Map.of())
                .violations())
        .containsExactly(
            new Violation("/answers/1", "The other answers lead past this question: leave it out."),
            new Violation("/answers/2", "It is computed from other answers: leave it out."));
  }

  @Test
  void whatWasNotShownAndWhatWasComputedIsAdded() throws Exception {
    assertThat(of(VISIT).whole(List.of(Answer.ofValue("nps", 9)), Map.of()).answers())
        .containsExactly(
            Answer.ofValue("nps", 9),
            Answer.ofNonAnswer("why", "not-shown"),
            Answer.ofNonAnswer("used", "not-shown"),
            Answer.ofNonAnswer("best", "not-shown"),
            Answer.ofNumber("short", BigDecimal.ONE));
  }

  @Test
  void aNonAnswerOfWhatWasNotShownLeavesTheBase() throws Exception {
    assertThat(
            of(VISIT)
                .whole(
                    List.of(Answer.ofValue("nps", 9), Answer.ofNonAnswer("why", Item.NO_ANSWER)),
                    Map.of())
                .answers())
        .contains(Answer.ofNonAnswer("why", Item.NOT_SHOWN))
        .doesNotContain(Answer.ofNonAnswer("why", Item.NO_ANSWER));
  }

  @Test
  void thatARequiredQuestionOnTheWayWasNotShownIsBelievedOfImportsOnly() throws Exception {
    Questionnaire asked =
        of(
            """
            [{"linkId": "a", "type": "nps", "text": "?", "required": true},
             {"linkId": "b", "type": "nps", "text": "?", "required": true,
              "showIf": "answers.a > 6"},
             {"linkId": "c", "type": "nps", "text": "?"}]""");
    Answer hidden = Answer.ofNonAnswer("a", Item.NOT_SHOWN);
    List<Answer> all =
        List.of(
            hidden,
            Answer.ofNonAnswer("b", Item.NOT_SHOWN),
            Answer.ofNonAnswer("c", Item.NOT_SHOWN));

    assertThat(asked.whole(all, Map.of()).violations())
        .containsExactly(
            new Violation(
                "/answers/0/nonAnswer",
                "The question \"a\" is required and shown: answer it, or give another nonAnswer."));
    assertThat(asked.settled(List.of(hidden), Map.of()).violations()).hasSize(1);
    assertThat(asked.whole(List.of(Answer.ofNonAnswer("a", Item.NO_ANSWER)), Map.of()).violations())
        .isEmpty();
    assertThat(asked.imported(all, Map.of()).violations()).isEmpty();
  }

  @Test
  void whatNobodyCanAnswerIsRefused() throws Exception {
    assertThat(
            of("""
                [{"linkId": "a", "type": "multiple-choice", "text": "?",
                  "limits": {"minChoices": 3}, "options": [
                    {"code": "x", "label": "X"}, {"code": "not-shown", "label": "Y"},
                    {"code": "none", "label": "None", "exclusive": true}]}]""")
                .violations())
        .containsExactly(
            new Violation(
                "/items/0/options/1/code",
                "\"not-shown\" is a built-in non-answer: give the option another code."),
            new Violation(
                "/items/0/limits/minChoices", "Only 2 of the options can be chosen together."));
  }

  @Test
  void attributesWithOneNameInExpressionsAreRefused() throws Exception {
    List<Attribute> attributes =
        List.of(
            new Attribute("a-b", AttributeType.TEXT, "One", null),
            new Attribute("a_b", AttributeType.NUMBER, "Other", null));
    List<Item> items = JSON.readValue(VISIT, new TypeReference<List<Item>>() {});
    assertThat(new Questionnaire(items, attributes).logic().violations())
        .containsExactly(
            new Violation(
                "/attributes/1/key",
                "\"a-b\" and \"a_b\" are one name in expressions: change one of them."));
  }

  @Test
  void expressionsAreTypeCheckedAndLookBackOnly() throws Exception {
    Logic logic =
        of("""
            [{"linkId": "a", "type": "nps", "text": "?", "showIf": "answers.b == 1"},
             {"linkId": "b", "type": "ces", "text": "?", "showIf": "answers.a + 1"},
             {"linkId": "c", "type": "ces", "text": "?", "showIf": "answers.a == 'x'",
              "skips": [{"when": "true", "to": "b"}]},
             {"linkId": "d", "type": "computed", "text": "?", "expression": "answers.a > 1"}]""")
            .logic();
    assertThat(logic.violations())
        .extracting(Violation::pointer)
        .containsExactly(
            "/items/0/showIf",
            "/items/1/showIf",
            "/items/2/showIf",
            "/items/2/skips/0/to",
            "/items/3/expression");
    assertThat(logic.violations().getFirst().detail())
        .isEqualTo("\"b\" is answered only behind this item.");
  }

  @Test
  void anAnswerAloneIsAnExpression() throws Exception {
    Questionnaire asked =
        of(
            """
            [{"linkId": "contact", "type": "consent", "text": "May we call?"},
             {"linkId": "minutes", "type": "number", "text": "How long?"},
             {"linkId": "phone", "type": "phone", "text": "Number?", "showIf": "answers.contact"},
             {"linkId": "same", "type": "computed", "text": "=", "expression": "answers.minutes"}]""");
    assertThat(asked.logic().violations()).isEmpty();
    assertThat(
            asked
                .whole(List.of(Answer.ofNumber("minutes", new BigDecimal("2.5"))), Map.of())
                .answers())
        .contains(
            Answer.ofNonAnswer("phone", Item.NOT_SHOWN),
            Answer.ofNumber("same", new BigDecimal("2.5")));
  }

  @Test
  void coloursThatHideTheirTextAreRefused() {
    assertThat(Theme.DEFAULT.violations()).isEmpty();
    // 4.47 : 1 and 4.54 : 1, as contrast checkers give them for these greys on white.
    assertThat(Theme.contrast("#777777", "#ffffff")).isBetween(4.47, 4.48);
    assertThat(Theme.contrast("#767676", "#ffffff")).isBetween(4.54, 4.55);
    assertThat(new Theme("#ffffff", "#777777", "#0b5cad", "#ffffff").violations())
        .containsExactly(
            new Violation(
                "/text",
                "The contrast of #777777 with the background #ffffff is 4.47 : 1, below the 4.5 : 1"
                    + " that everybody can read."));
  }
}

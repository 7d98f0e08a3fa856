package org.customerfocus.survey.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A response as it is answered.
@Schema(description = "One person's recorded answers. It never changes.")
record ResponseView(
    UUID id,
    UUID surveyId,
    UUID surveyVersionId,
    Instant respondedAt,
    Instant recordedAt,
    @Nullable BigDecimal weight,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable ExternalRef externalRef,
    @Schema(description = "The import it came with.") @Nullable UUID importId,
    List<Answer> answers,
    Map<String, AttributeValue> attributes) {

  static ResponseView of(NewResponse response) {
    return new ResponseView(
        response.id(),
        response.surveyId(),
        response.surveyVersionId(),
        response.respondedAt(),
        response.recordedAt(),
        plain(response.weight()),
        response.customerId(),
        response.partyId(),
        response.externalRef(),
        response.importId(),
        inOrder(response.answers()),
        new java.util.TreeMap<>(response.attributes()));
  }

  static ResponseView of(
      SurveyResponse response, List<Answer> answers, Map<String, AttributeValue> attributes) {
    return new ResponseView(
        response.id(),
        response.surveyId(),
        response.surveyVersionId(),
        response.respondedAt(),
        response.recordedAt(),
        plain(response.weight()),
        response.customerId(),
        response.partyId(),
        response.externalRef(),
        response.importId(),
        answers,
        attributes);
  }

  /// By question id, as they are read back: a created response then equals a read one.
  private static List<Answer> inOrder(List<Answer> answers) {
    return answers.stream()
        .sorted(java.util.Comparator.comparing(Answer::linkId))
        .map(ResponseView::plain)
        .toList();
  }

  private static Answer plain(Answer answer) {
    if (answer.number() != null) {
      return Answer.ofNumber(answer.linkId(), normal(answer.number()));
    }
    return answer.allocation() == null
        ? answer
        : Answer.ofAllocation(
            answer.linkId(),
            answer.allocation().stream()
                .map(each -> new Allocation(each.optionCode(), normal(each.amount())))
                .toList());
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : normal(number);
  }

  /// Without trailing zeros and without an exponent.
  static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

package org.customerfocus.survey.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.conventions.rule.Millionths;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A response as it is answered.
@Schema(description = "One person's answers.")
public record ResponseView(
    UUID id,
    UUID surveyId,
    UUID surveyVersionId,
    ResponseStatus status,
    List<ResponseStatus> allowedStatuses,
    Instant respondedAt,
    Instant recordedAt,
    @Nullable BigDecimal weight,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable ExternalRef externalRef,
    @Schema(description = "The import it came with.") @Nullable UUID importId,
    @Schema(description = "Which way it came.") @Nullable String channel,
    @Nullable UUID campaignId,
    @Nullable UUID invitationId,
    @Schema(description = "The link that was opened.") @Nullable UUID linkId,
    @Schema(description = "The touchpoint that the answers are about.") @Nullable UUID touchpointId,
    @Schema(description = "The offering that the answers are about.") @Nullable UUID offeringId,
    @Schema(
            description =
                "How much it looks like one that no person gave, from 0 to 1; absent where nothing"
                    + " is suspicious.")
        @Nullable BigDecimal spamScore,
    @Schema(description = "What is suspicious.") @Nullable List<Spam.Reason> spamReasons,
    List<Answer> answers,
    Map<String, AttributeValue> attributes) {

  static ResponseView of(NewResponse response) {
    return new ResponseView(
        response.id(),
        response.surveyId(),
        response.surveyVersionId(),
        response.status(),
        response.status().allowed(),
        response.respondedAt(),
        response.recordedAt(),
        plain(response.weight()),
        response.customerId(),
        response.partyId(),
        response.externalRef(),
        response.importId(),
        response.provenance().channel(),
        response.provenance().campaignId(),
        response.provenance().invitationId(),
        response.provenance().linkId(),
        response.provenance().touchpointId(),
        response.provenance().offeringId(),
        score(response.spam()),
        reasons(response.spam()),
        inOrder(response.answers()),
        new TreeMap<>(response.attributes()));
  }

  static ResponseView of(
      SurveyResponse response, List<Answer> answers, Map<String, AttributeValue> attributes) {
    return new ResponseView(
        response.id(),
        response.surveyId(),
        response.surveyVersionId(),
        response.status(),
        response.status().allowed(),
        response.respondedAt(),
        response.recordedAt(),
        plain(response.weight()),
        response.customerId(),
        response.partyId(),
        response.externalRef(),
        response.importId(),
        response.provenance().channel(),
        response.provenance().campaignId(),
        response.provenance().invitationId(),
        response.provenance().linkId(),
        response.provenance().touchpointId(),
        response.provenance().offeringId(),
        score(response.spam()),
        reasons(response.spam()),
        inOrder(answers),
        new TreeMap<>(attributes));
  }

  private static @Nullable BigDecimal score(Spam spam) {
    return spam.millionths() == 0 ? null : normal(Millionths.toDecimal(spam.millionths()));
  }

  private static @Nullable List<Spam.Reason> reasons(Spam spam) {
    return spam.reasons().isEmpty() ? null : spam.reasons();
  }

  /// By question id, as they are read back: a created response then equals a read one.
  static List<Answer> inOrder(List<Answer> answers) {
    return answers.stream()
        .sorted(Comparator.comparing(Answer::linkId))
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

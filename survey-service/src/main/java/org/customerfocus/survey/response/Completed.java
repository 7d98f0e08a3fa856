package org.customerfocus.survey.response;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.jspecify.annotations.Nullable;

/// A whole response of somebody who may be told apart, as other features see it.
///
/// @param channel which way it came, where that was said
public record Completed(
    UUID id,
    UUID surveyId,
    UUID surveyVersionId,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable String channel,
    Instant respondedAt,
    List<Answer> answers,
    Map<String, AttributeValue> attributes) {

  static Completed of(ResponseView view) {
    return new Completed(
        view.id(),
        view.surveyId(),
        view.surveyVersionId(),
        view.customerId(),
        view.partyId(),
        view.channel(),
        view.respondedAt(),
        view.answers(),
        view.attributes());
  }
}

package org.customerfocus.survey.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.jspecify.annotations.Nullable;

/// A response that was found valid and is about to be recorded.
///
/// @param anonymous whether nothing may be kept that tells who answered, or when
/// @param derived whether the id is made of an external reference that is not kept
/// @param importId the import it comes from, if it does
public record NewResponse(
    UUID id,
    UUID surveyId,
    UUID surveyVersionId,
    boolean anonymous,
    boolean derived,
    ResponseStatus status,
    Instant respondedAt,
    Instant recordedAt,
    @Nullable BigDecimal weight,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable ExternalRef externalRef,
    @Nullable UUID importId,
    Provenance provenance,
    Spam spam,
    List<Answer> answers,
    Map<String, AttributeValue> attributes) {

  NewResponse withId(UUID other) {
    return new NewResponse(
        other,
        surveyId,
        surveyVersionId,
        anonymous,
        derived,
        status,
        respondedAt,
        recordedAt,
        weight,
        customerId,
        partyId,
        externalRef,
        importId,
        provenance,
        spam,
        answers,
        attributes);
  }
}

package org.customerfocus.survey.feedback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Feedback as it is answered.
@Schema(description = "What a customer said, or showed without saying it.")
record FeedbackView(
    UUID id,
    FeedbackForm form,
    Voice voice,
    String channel,
    Instant receivedAt,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String language,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @Nullable UUID requirementId,
    @Nullable UUID surveyId,
    @Nullable UUID responseId,
    @Nullable FeedbackRef externalRef,
    Map<String, String> attributes,
    @Schema(description = "The import that recorded it.") @Nullable UUID importId,
    Instant createdAt,
    Instant updatedAt) {

  static FeedbackView of(Feedback feedback) {
    FeedbackRequest as = feedback.asRequest();
    return new FeedbackView(
        feedback.id(),
        as.form(),
        as.voice() == null ? Voice.SPOKEN : as.voice(),
        as.channel(),
        as.receivedAt() == null ? feedback.createdAt() : as.receivedAt(),
        as.subject(),
        as.text(),
        as.language(),
        as.customerId(),
        as.partyId(),
        as.offeringId(),
        as.touchpointId(),
        as.requirementId(),
        as.surveyId(),
        as.responseId(),
        as.externalRef(),
        as.attributes() == null ? Map.of() : as.attributes(),
        feedback.importId(),
        feedback.createdAt(),
        feedback.updatedAt());
  }
}

package org.customerfocus.survey.feedback;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// One thing that a customer said or showed.
@Entity
class Feedback extends VersionedEntity {

  private FeedbackForm form;
  private Voice voice;
  private String channel;
  private Instant receivedAt;
  private @Nullable String subject;
  private @Nullable String text;
  private @Nullable String language;
  private @Nullable UUID customerId;
  private @Nullable UUID partyId;
  private @Nullable UUID offeringId;
  private @Nullable UUID touchpointId;
  private @Nullable UUID requirementId;
  private @Nullable UUID surveyId;
  private @Nullable UUID responseId;
  private @Nullable String refScheme;
  private @Nullable String refValue;
  private @Nullable UUID importId;

  @Convert(converter = AttributesColumn.class)
  private Map<String, String> attributes;

  @SuppressWarnings("NullAway.Init")
  protected Feedback() {}

  Feedback(FeedbackRequest request, @Nullable UUID importId, Instant now) {
    super(now);
    receivedAt = now;
    take(request);
    this.importId = importId;
  }

  /// @return whether anything differs
  boolean change(FeedbackRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    take(request);
    touch(now);
    return true;
  }

  private void take(FeedbackRequest request) {
    form = request.form();
    voice = Objects.requireNonNullElse(request.voice(), Voice.SPOKEN);
    channel = request.channel();
    receivedAt = Objects.requireNonNullElse(request.receivedAt(), receivedAt);
    subject = request.subject();
    text = request.text();
    language = request.language();
    customerId = request.customerId();
    partyId = request.partyId();
    offeringId = request.offeringId();
    touchpointId = request.touchpointId();
    requirementId = request.requirementId();
    surveyId = request.surveyId();
    responseId = request.responseId();
    refScheme = request.externalRef() == null ? null : request.externalRef().scheme();
    refValue = request.externalRef() == null ? null : request.externalRef().value();
    attributes = Objects.requireNonNullElse(request.attributes(), Map.of());
  }

  FeedbackRequest asRequest() {
    return new FeedbackRequest(
        form,
        voice,
        channel,
        receivedAt,
        subject,
        text,
        language,
        customerId,
        partyId,
        offeringId,
        touchpointId,
        requirementId,
        surveyId,
        responseId,
        refScheme == null || refValue == null ? null : new FeedbackRef(refScheme, refValue),
        attributes);
  }

  @Nullable UUID importId() {
    return importId;
  }
}

package org.customerfocus.survey.quota;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A quota as it is answered.
@Schema(description = "How many responses of a kind a survey takes, and how many it has.")
record SurveyQuotaView(
    UUID id,
    UUID surveyId,
    String name,
    List<QuotaCondition> conditions,
    Integer limit,
    @Schema(description = "How many there are; imports count and may exceed the limit.")
        Integer counted,
    Boolean full,
    Instant createdAt,
    Instant updatedAt) {

  static SurveyQuotaView of(SurveyQuota quota) {
    return new SurveyQuotaView(
        quota.id(),
        quota.surveyId(),
        quota.name(),
        quota.conditions(),
        quota.most(),
        quota.counted(),
        quota.isFull(),
        quota.createdAt(),
        quota.updatedAt());
  }
}

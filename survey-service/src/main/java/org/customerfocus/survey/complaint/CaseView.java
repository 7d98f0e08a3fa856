package org.customerfocus.survey.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A case as it is answered.
@Schema(description = "A case, how far it is, and when what was promised is due.")
record CaseView(
    UUID id,
    @Schema(description = "What the complainant knows it by.") String trackingNumber,
    @Schema(
            description =
                "The complainant's page, which tells how far the case is, below the platform's base"
                    + " URL; absent in lists.")
        @Nullable String statusPath,
    String subject,
    CaseStatus status,
    List<CaseStatus> allowedStatuses,
    String channel,
    @Schema(description = "The access channel whose standards hold.")
        @Nullable UUID accessChannelId,
    @Nullable UUID feedbackId,
    @Nullable UUID responseId,
    @Schema(description = "The rule that opened it.") @Nullable UUID ruleId,
    @Nullable CaseReporter reporter,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @Nullable UUID requirementId,
    @Nullable UUID ownerPartyId,
    @Nullable CaseWeight severity,
    @Nullable CaseWeight impact,
    @Nullable String rootCause,
    @Nullable String requestedRemedy,
    @Nullable String givenRemedy,
    @Nullable String decision,
    @Nullable ExternalEscalation externalEscalation,
    Boolean paused,
    CaseTimes times,
    @Schema(description = "How often something about it was marked as overdue.")
        Integer escalations,
    Instant createdAt,
    Instant updatedAt) {

  static CaseView of(SurveyCase one, @Nullable String statusPath) {
    CaseRequest as = one.asRequest();
    return new CaseView(
        one.id(),
        one.trackingNumber(),
        statusPath,
        String.valueOf(as.subject()),
        one.status(),
        one.status().next(),
        one.channel(),
        one.accessChannelId(),
        as.feedbackId(),
        as.responseId(),
        one.ruleId(),
        as.reporter(),
        as.offeringId(),
        as.touchpointId(),
        as.requirementId(),
        as.ownerPartyId(),
        as.severity(),
        as.impact(),
        as.rootCause(),
        as.requestedRemedy(),
        as.givenRemedy(),
        as.decision(),
        as.externalEscalation(),
        as.isPaused(),
        one.times(),
        one.escalations(),
        one.createdAt(),
        one.updatedAt());
  }
}

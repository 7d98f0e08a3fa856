package org.customerfocus.survey.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a case is opened with, whoever does so.
///
/// @param ruleId the rule that opens it, where one does
/// @param history how far it has come elsewhere, where it comes from there
public record CaseOpening(
    String subject,
    String channel,
    Instant receivedAt,
    @Nullable UUID feedbackId,
    @Nullable UUID responseId,
    @Nullable UUID ruleId,
    CaseReporter reporter,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @Nullable UUID requirementId,
    @Nullable UUID ownerPartyId,
    @Nullable CaseWeight severity,
    @Nullable History history) {

  /// What became of a case before it came here; null where it is not known.
  ///
  /// @param respondedInTime whether the response came in time, as those say who know
  public record History(
      @Nullable CaseStatus status,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant respondedAt,
      @Nullable Instant closedAt,
      @Nullable Boolean respondedInTime,
      @Nullable String requestedRemedy,
      @Nullable String givenRemedy) {}
}

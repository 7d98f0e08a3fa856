package org.customerfocus.survey.complaint;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.survey.feedback.FeedbackRequest;
import org.customerfocus.survey.feedback.Heard;
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

  /// A case about feedback as it is.
  public static CaseOpening about(Heard heard, @Nullable History history) {
    FeedbackRequest said = heard.said();
    return new CaseOpening(
        said.subject() == null
            ? CaseRequest.line(Objects.requireNonNullElse(said.text(), ""))
            : said.subject(),
        said.channel(),
        heard.receivedAt(),
        heard.id(),
        said.responseId(),
        null,
        new CaseReporter(said.customerId(), said.partyId(), null, null, null),
        said.offeringId(),
        said.touchpointId(),
        said.requirementId(),
        null,
        null,
        history);
  }

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

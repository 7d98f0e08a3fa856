package org.customerfocus.survey.response;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// The head of a response: rows are made many at a time by [RecordingRepository], and changed one
/// by one, each while it is locked.
@Entity
@Table(name = "response")
class SurveyResponse extends TenantEntity {

  private UUID surveyId;
  private UUID surveyVersionId;
  private Instant respondedAt;
  private Instant recordedAt;
  private @Nullable BigDecimal weight;
  private @Nullable UUID customerId;
  private @Nullable UUID partyId;
  private @Nullable String refScheme;
  private @Nullable String refValue;
  private @Nullable UUID importId;
  private long version;
  private ResponseStatus status;
  private @Nullable Instant begunAt;
  private @Nullable String channel;
  private @Nullable UUID campaignId;
  private @Nullable UUID invitationId;
  private @Nullable UUID linkId;
  private @Nullable UUID touchpointId;
  private @Nullable UUID offeringId;
  private @Nullable Long spamScore;
  private @Nullable String spamReasons;
  private boolean invited;

  @SuppressWarnings("NullAway.Init")
  protected SurveyResponse() {}

  UUID surveyId() {
    return surveyId;
  }

  UUID surveyVersionId() {
    return surveyVersionId;
  }

  Instant respondedAt() {
    return respondedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  @Nullable BigDecimal weight() {
    return weight;
  }

  @Nullable UUID customerId() {
    return customerId;
  }

  @Nullable UUID partyId() {
    return partyId;
  }

  @Nullable ExternalRef externalRef() {
    return refScheme == null || refValue == null ? null : new ExternalRef(refScheme, refValue);
  }

  @Nullable UUID importId() {
    return importId;
  }

  long version() {
    return version;
  }

  ResponseStatus status() {
    return status;
  }

  @Nullable Instant begunAt() {
    return begunAt;
  }

  Provenance provenance() {
    return new Provenance(channel, campaignId, invitationId, linkId, touchpointId, offeringId);
  }

  Spam spam() {
    if (spamScore == null || spamReasons == null) {
      return Spam.NONE;
    }
    return new Spam(
        spamScore,
        Arrays.stream(spamReasons.split(","))
            .map(reason -> WireEnum.find(Spam.Reason.class, reason).orElseThrow())
            .toList());
  }

  /// Whether it is the unfinished, anonymous response of somebody who was invited: to what is not
  /// kept.
  boolean invited() {
    return invited;
  }

  void invite() {
    invited = true;
  }

  /// Becomes whole.
  void complete(Instant respondedAt, Instant recordedAt, Spam spam) {
    this.respondedAt = respondedAt;
    this.recordedAt = recordedAt;
    spamScore = RecordingRepository.score(spam);
    spamReasons = RecordingRepository.reasons(spam);
    invited = false;
    moveTo(ResponseStatus.COMPLETED);
  }

  /// @throws ProblemException 409 when its status leads nowhere near
  void moveTo(ResponseStatus next) {
    if (!status.allowed().contains(next)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A response that is %s cannot become %s.".formatted(status.wire(), next.wire()));
    }
    status = next;
  }

  /// Corrects when it was answered, and its weight.
  void correct(Instant respondedAt, @Nullable BigDecimal weight) {
    this.respondedAt = respondedAt;
    this.weight = weight;
  }

  /// Marks a change, of the head or of the answers.
  void touch() {
    version++;
  }
}

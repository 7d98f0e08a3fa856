package org.customerfocus.survey.link;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// An address under which one survey version is answered. Of its secret only the digest is kept.
@Entity
class SurveyLink extends VersionedEntity {

  private String secretHash = "";
  private LinkKind kind;
  private UUID surveyVersionId;
  private @Nullable UUID campaignId;
  private @Nullable UUID invitationId;
  private @Nullable UUID touchpointId;
  private @Nullable UUID offeringId;
  private boolean kiosk;
  private @Nullable Instant expiresAt;
  private @Nullable Instant closedAt;

  @SuppressWarnings("NullAway.Init")
  protected SurveyLink() {}

  SurveyLink(
      LinkKind kind,
      UUID surveyVersionId,
      @Nullable UUID campaignId,
      @Nullable UUID invitationId,
      Instant now) {
    super(now);
    this.kind = kind;
    this.surveyVersionId = surveyVersionId;
    this.campaignId = campaignId;
    this.invitationId = invitationId;
  }

  SurveyLink secret(String digest) {
    secretHash = digest;
    return this;
  }

  SurveyLink terms(boolean forKiosk, @Nullable Instant until) {
    kiosk = forKiosk;
    expiresAt = until;
    return this;
  }

  /// What its answers are about; earlier ones keep what they were about.
  SurveyLink about(@Nullable UUID touchpoint, @Nullable UUID offering) {
    touchpointId = touchpoint;
    offeringId = offering;
    return this;
  }

  /// The request that would make this link: what a patch is applied to.
  SurveyLinkRequest asRequest(Instant now) {
    return new SurveyLinkRequest(
        surveyVersionId, kiosk, expiresAt, touchpointId, offeringId, status(now));
  }

  /// Takes over what the request says.
  ///
  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(SurveyLinkRequest request, Instant now) {
    SurveyLinkRequest before = asRequest(now);
    if (request.equals(before)) {
      return false;
    }
    if (!request.surveyVersionId().equals(surveyVersionId)) {
      throw ProblemException.invalid(
          "/surveyVersionId", "A link keeps its survey version: make another link.");
    }
    LinkStatus wanted = request.status() == null ? before.status() : request.status();
    if (closedAt != null || (wanted != before.status() && wanted != LinkStatus.CLOSED)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          closedAt == null
              ? "A link becomes closed only: to open it again after its time, give it a later"
                  + " expiresAt."
              : "A closed link stays as it is: make another link.");
    }
    terms(request.isKiosk(), request.expiresAt());
    about(request.touchpointId(), request.offeringId());
    if (wanted == LinkStatus.CLOSED) {
      closedAt = now;
    }
    touch(now);
    return true;
  }

  LinkStatus status(Instant now) {
    if (closedAt != null) {
      return LinkStatus.CLOSED;
    }
    return expiresAt == null || now.isBefore(expiresAt) ? LinkStatus.OPEN : LinkStatus.EXPIRED;
  }

  String secretHash() {
    return secretHash;
  }

  LinkKind kind() {
    return kind;
  }

  UUID surveyVersionId() {
    return surveyVersionId;
  }

  @Nullable UUID campaignId() {
    return campaignId;
  }

  @Nullable UUID invitationId() {
    return invitationId;
  }

  @Nullable UUID touchpointId() {
    return touchpointId;
  }

  @Nullable UUID offeringId() {
    return offeringId;
  }

  boolean kiosk() {
    return kiosk;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }
}

package org.customerfocus.survey.delivery;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// An e-mail to somebody who was invited. It holds no address and no text: both are made when it is
/// sent, and kept nowhere.
@Entity
class SurveyMail extends TenantEntity {

  private Instant createdAt;
  private UUID invitationId;
  private UUID campaignId;
  private MailKind kind;
  private int ordinal;
  private MailStatus status;
  private Instant dueAt;
  private int attempts;
  private @Nullable Instant sentAt;
  private @Nullable String reason;

  @SuppressWarnings("NullAway.Init")
  protected SurveyMail() {}

  SurveyMailView view() {
    return new SurveyMailView(
        id(),
        invitationId,
        campaignId,
        kind,
        ordinal,
        status,
        dueAt,
        attempts,
        sentAt,
        reason,
        createdAt);
  }

  /// What an ETag tells apart: nothing of an e-mail changes but by another try or another status.
  long version() {
    return Integer.toUnsignedLong(31 * attempts + status.wire().hashCode());
  }
}

package org.customerfocus.survey.improvement;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// Somebody whose words led to an improvement, and whether they were told that it is done.
@Entity
@Table(name = "improvement_notification")
class Notification extends VersionedEntity {

  private UUID improvementId;
  private UUID partyId;
  private @Nullable UUID customerId;
  private NotificationStatus status;
  private @Nullable Instant toldAt;
  private @Nullable String channel;
  private @Nullable String reason;

  @SuppressWarnings("NullAway.Init")
  protected Notification() {}

  NotificationRequest asRequest() {
    return new NotificationRequest(status, toldAt, channel, reason);
  }

  void change(NotificationRequest request, Instant now) {
    if (request.status() != NotificationStatus.TOLD
        && (request.toldAt() != null || request.channel() != null)) {
      throw ProblemException.invalid("/status", "A time and a channel belong to who was told.");
    }
    if (request.toldAt() != null && request.toldAt().isAfter(now)) {
      throw ProblemException.invalid("/toldAt", "must not be in the future");
    }
    if (request.status() == NotificationStatus.NOT_TOLD && request.reason() == null) {
      throw ProblemException.invalid(
          java.util.List.of(FieldError.at("/reason", "say why they are not told")));
    }
    status = request.status();
    channel = request.channel();
    reason = request.reason();
    toldAt =
        status != NotificationStatus.TOLD
            ? null
            : request.toldAt() == null ? now : request.toldAt();
    touch(now);
  }

  /// They were told by e-mail.
  void told(Instant now) {
    status = NotificationStatus.TOLD;
    channel = "email";
    reason = null;
    toldAt = now;
    touch(now);
  }

  /// They were not, and whether somebody is to tell them otherwise.
  void notToldByMail(NotificationStatus left, String why, Instant now) {
    status = left;
    reason = why;
    touch(now);
  }

  UUID improvementId() {
    return improvementId;
  }

  UUID partyId() {
    return partyId;
  }

  NotificationStatus status() {
    return status;
  }

  NotificationView view() {
    return new NotificationView(
        id(),
        improvementId,
        partyId,
        customerId,
        status,
        toldAt,
        channel,
        reason,
        createdAt(),
        updatedAt());
  }
}

package org.customerfocus.survey.invitation;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// One person's invitation to one survey version.
@Entity
class Invitation extends VersionedEntity {

  private UUID campaignId;
  private UUID surveyVersionId;
  private @Nullable UUID customerId;
  private @Nullable UUID partyId;
  private @Nullable UUID occasionId;
  private InvitationChannel channel;
  private InvitationStatus status;
  private boolean anonymous;
  private Instant offeredAt;
  private @Nullable Instant deliveredAt;
  private @Nullable Instant openedAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant completedAt;
  private @Nullable Instant expiresAt;
  private int reminded;
  private @Nullable Instant remindAt;
  private int[] reminderDays;
  private Frozen attributes;
  private @Nullable String failure;

  @SuppressWarnings("NullAway.Init")
  protected Invitation() {}

  Invitation(Offer offer, Offer.Person person, Instant now) {
    super(now);
    campaignId = offer.campaignId();
    surveyVersionId = offer.surveyVersionId();
    customerId = person.customerId();
    partyId = person.partyId();
    occasionId = person.occasionId();
    channel = person.channel();
    anonymous = offer.anonymous();
    status = InvitationStatus.OFFERED;
    offeredAt = now;
    expiresAt = offer.expiresAt();
    // Only messages are repeated.
    List<Integer> reminders = channel == InvitationChannel.EMAIL ? offer.reminderDays() : List.of();
    reminderDays = reminders.stream().mapToInt(Integer::intValue).toArray();
    remindAt = reminderDays.length == 0 ? null : reminderTime(1);
    attributes = person.attributes();
  }

  /// Whether nothing would come of taking it forward to a step.
  boolean staysAt(InvitationStatus step) {
    return switch (status) {
      case EXPIRED -> true;
      case FAILED -> false;
      case OFFERED, DELIVERED, OPENED, STARTED, COMPLETED -> status.compareTo(step) >= 0;
    };
  }

  /// Takes the invitation forward to a step. The steps before it are taken as well: who completes
  /// has started, opened and received.
  ///
  /// @return what there is more of now: 1 for each step that is new, and -1 for a failure that has
  ///   turned out to be none
  Map<InvitationStatus, Integer> reach(InvitationStatus step, Instant now) {
    Map<InvitationStatus, Integer> reached = new EnumMap<>(InvitationStatus.class);
    if (status == InvitationStatus.EXPIRED) {
      return reached;
    }
    // The time of an anonymous step is the day: an instant could be matched with a response.
    Instant at = anonymous ? day(now) : now;
    if (deliveredAt == null) {
      deliveredAt = at;
      reached.put(InvitationStatus.DELIVERED, 1);
    }
    if (openedAt == null && step.compareTo(InvitationStatus.OPENED) >= 0) {
      openedAt = at;
      reached.put(InvitationStatus.OPENED, 1);
    }
    if (startedAt == null && step.compareTo(InvitationStatus.STARTED) >= 0) {
      startedAt = at;
      reached.put(InvitationStatus.STARTED, 1);
    }
    if (completedAt == null && step == InvitationStatus.COMPLETED) {
      completedAt = at;
      remindAt = null;
      reached.put(InvitationStatus.COMPLETED, 1);
    }
    if (status == InvitationStatus.FAILED) {
      reached.put(InvitationStatus.FAILED, -1);
    }
    if (!reached.isEmpty()) {
      if (!status.isStep() || status.compareTo(step) < 0) {
        status = step;
      }
      failure = null;
      // Of an anonymous answer nothing says when it was, the row's own time included.
      touch(at);
    }
    return reached;
  }

  /// What was offered could not be delivered.
  ///
  /// @return whether that is new
  boolean fail(String why, Instant now) {
    if (status != InvitationStatus.OFFERED && status != InvitationStatus.DELIVERED) {
      return false;
    }
    status = InvitationStatus.FAILED;
    failure = why;
    remindAt = null;
    touch(now);
    return true;
  }

  /// Whether it can still be answered.
  boolean open() {
    return status.isStep() && status != InvitationStatus.COMPLETED;
  }

  /// It ended before it was completed.
  void expire(Instant now) {
    status = InvitationStatus.EXPIRED;
    remindAt = null;
    touch(now);
  }

  /// A reminder was sent, or its time has passed without it; what comes next is the first one whose
  /// time has not.
  ///
  /// @param ordinal 1 is the first reminder
  /// @return the next one's ordinal; null where there is none
  @Nullable Integer endReminder(int ordinal, boolean sent, Instant now) {
    Integer next = open() ? reminderAfter(ordinal, now) : null;
    Instant due = next == null ? null : reminderTime(next);
    if (sent || !Objects.equals(due, remindAt)) {
      reminded += sent ? 1 : 0;
      remindAt = due;
      touch(now);
    }
    return next;
  }

  /// The first reminder after one, of those whose time has not passed.
  private @Nullable Integer reminderAfter(int ordinal, Instant now) {
    for (int next = ordinal + 1; next <= reminderDays.length; next++) {
      if (reminderTime(next).isAfter(now)) {
        return next;
      }
    }
    return null;
  }

  private Instant reminderTime(int ordinal) {
    return offeredAt.plus(reminderDays[ordinal - 1], ChronoUnit.DAYS);
  }

  private static Instant day(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS);
  }

  UUID campaignId() {
    return campaignId;
  }

  UUID surveyVersionId() {
    return surveyVersionId;
  }

  @Nullable UUID customerId() {
    return customerId;
  }

  @Nullable UUID partyId() {
    return partyId;
  }

  @Nullable UUID occasionId() {
    return occasionId;
  }

  InvitationChannel channel() {
    return channel;
  }

  InvitationStatus status() {
    return status;
  }

  boolean anonymous() {
    return anonymous;
  }

  Instant offeredAt() {
    return offeredAt;
  }

  @Nullable Instant deliveredAt() {
    return deliveredAt;
  }

  @Nullable Instant openedAt() {
    return openedAt;
  }

  @Nullable Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant completedAt() {
    return completedAt;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  int reminded() {
    return reminded;
  }

  @Nullable Instant remindAt() {
    return remindAt;
  }

  Frozen attributes() {
    return attributes;
  }

  @Nullable String failure() {
    return failure;
  }
}

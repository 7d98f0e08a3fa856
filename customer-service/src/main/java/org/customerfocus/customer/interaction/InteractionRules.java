package org.customerfocus.customer.interaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.recording.RecordedOnce.Rules;
import org.customerfocus.customer.reference.Target;
import org.jspecify.annotations.Nullable;

/// What constraints on single fields cannot say of an interaction.
///
/// @param latest the last instant that is not in the future, on whatever clock
/// @param customers those that exist, as far as the reports name them; so are the others
record InteractionRules(
    Instant latest,
    Set<UUID> customers,
    Set<UUID> touchpoints,
    Set<UUID> offerings,
    Set<UUID> parties)
    implements Rules<InteractionRequest> {

  @Override
  public List<FieldError> faults(InteractionRequest report, String at) {
    List<FieldError> faults = new ArrayList<>();
    exists(Target.CUSTOMER, customers, report.customerId(), at + "/customerId", faults);
    exists(Target.TOUCHPOINT, touchpoints, report.touchpointId(), at + "/touchpointId", faults);
    exists(Target.OFFERING, offerings, report.offeringId(), at + "/offeringId", faults);
    List<InteractionParticipant> participants = report.participants();
    for (int i = 0; participants != null && i < participants.size(); i++) {
      exists(
          Target.PARTY,
          parties,
          participants.get(i).partyId(),
          "%s/participants/%d/partyId".formatted(at, i),
          faults);
    }
    if (report.channel() == null && report.touchpointId() == null) {
      faults.add(FieldError.at(at + "/channel", "is required without a touchpoint"));
    }
    past(report.startedAt(), at + "/startedAt", faults);
    past(report.answeredAt(), at + "/answeredAt", faults);
    past(report.resolvedAt(), at + "/resolvedAt", faults);
    notBefore(report.startedAt(), report.answeredAt(), at + "/answeredAt", faults);
    notBefore(report.startedAt(), report.resolvedAt(), at + "/resolvedAt", faults);
    return faults;
  }

  private static void exists(
      Target target, Set<UUID> known, @Nullable UUID id, String at, List<FieldError> faults) {
    if (id != null && !known.contains(id)) {
      faults.add(FieldError.at(at, target.missing()));
    }
  }

  private void past(@Nullable Instant then, String at, List<FieldError> faults) {
    if (then != null && then.isAfter(latest)) {
      faults.add(FieldError.at(at, "must not be in the future"));
    }
  }

  private static void notBefore(
      Instant started, @Nullable Instant then, String at, List<FieldError> faults) {
    if (then != null && then.isBefore(started)) {
      faults.add(FieldError.at(at, "must not be earlier than startedAt"));
    }
  }
}

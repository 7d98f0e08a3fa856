package org.customerfocus.survey.campaign;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.permission.Permission;
import org.customerfocus.survey.permission.Refusal;
import org.customerfocus.survey.permission.Standing;
import org.jspecify.annotations.Nullable;

/// What consents say of each person and channel of a campaign.
///
/// @param channels the preferred one first
/// @param standings by channel and party
record Ways(
    List<InvitationChannel> channels,
    Permission permission,
    Map<InvitationChannel, Map<UUID, Standing>> standings) {

  /// How someone may be asked: over a channel, or why over none.
  record Way(@Nullable InvitationChannel channel, ExclusionReason reason) {}

  /// The same with nothing known yet.
  static Ways of(Plan plan) {
    return new Ways(plan.inviting(), plan.permitted(), new EnumMap<>(InvitationChannel.class));
  }

  void note(InvitationChannel channel, Map<UUID, Standing> found) {
    standings.computeIfAbsent(channel, each -> new HashMap<>()).putAll(found);
  }

  /// The first channel over which the person may be asked; what is said of the first one where it
  /// is none.
  Way of(UUID party, @Nullable Instant unsubscribedAt) {
    Refusal first = null;
    for (InvitationChannel channel : channels) {
      Standing standing = Objects.requireNonNull(standings.get(channel)).get(party);
      Refusal refusal = Objects.requireNonNull(standing).refusal(permission, unsubscribedAt);
      if (refusal == null) {
        return new Way(channel, ExclusionReason.INVITED);
      }
      first = first == null ? refusal : first;
    }
    return new Way(null, ExclusionReason.of(Objects.requireNonNull(first)));
  }
}

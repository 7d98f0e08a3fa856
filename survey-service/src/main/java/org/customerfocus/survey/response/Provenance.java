package org.customerfocus.survey.response;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which way a response came, and what it is about.
///
/// @param channel such as `api`, `import`, `link`, `email`, `kiosk` or `embed`
public record Provenance(
    @Nullable String channel,
    @Nullable UUID campaignId,
    @Nullable UUID invitationId,
    @Nullable UUID linkId,
    @Nullable UUID touchpointId,
    @Nullable UUID offeringId) {

  /// Where nothing but the channel is known.
  public static Provenance of(@Nullable String channel) {
    return new Provenance(channel, null, null, null, null, null);
  }

  /// What may be kept where nothing may tell who answered. What an invited person was asked about
  /// is something that happened to that person.
  Provenance anonymous() {
    return invitationId == null
        ? new Provenance(channel, null, null, null, touchpointId, offeringId)
        : of(channel);
  }
}

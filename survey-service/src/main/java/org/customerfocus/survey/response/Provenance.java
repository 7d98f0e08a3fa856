package org.customerfocus.survey.response;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which way a response came.
///
/// @param channel such as `api`, `import`, `link`, `email`, `kiosk` or `embed`
public record Provenance(
    @Nullable String channel,
    @Nullable UUID campaignId,
    @Nullable UUID invitationId,
    @Nullable UUID linkId) {

  /// Where nothing but the channel is known, or may be kept.
  public static Provenance of(@Nullable String channel) {
    return new Provenance(channel, null, null, null);
  }
}

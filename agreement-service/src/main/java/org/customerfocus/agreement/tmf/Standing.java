package org.customerfocus.agreement.tmf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a document says of an agreement besides its terms.
///
/// @param endedAt when it was terminated
public record Standing(
    UUID id,
    String status,
    int version,
    Instant createdAt,
    @Nullable Instant endedAt,
    List<Authorization> authorizations) {

  /// One signature.
  ///
  /// @param day ISO 8601
  public record Authorization(String side, UUID partyId, String day) {}
}

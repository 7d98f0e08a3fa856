package org.customerfocus.survey.permission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the consents of a person say of one purpose over one channel.
///
/// @param reason as customer-service names it
/// @param saidAt when what decided was said; null where nothing was
public record Standing(boolean allowed, String reason, @Nullable Instant saidAt) {

  /// Why the person may not be asked; null where they may. Of what was said here and there the
  /// later word counts: a consent lifts an earlier unsubscribing.
  ///
  /// @param unsubscribedAt when the person said here that they want no more surveys
  public @Nullable Refusal refusal(Permission permission, @Nullable Instant unsubscribedAt) {
    boolean consentedSince =
        allowed && saidAt != null && unsubscribedAt != null && saidAt.isAfter(unsubscribedAt);
    if (unsubscribedAt != null && !consentedSince) {
      return Refusal.UNSUBSCRIBED;
    }
    if (allowed) {
      return null;
    }
    return switch (reason) {
      case "not-stated" -> permission.silenceRefuses() ? Refusal.CONSENT_NOT_STATED : null;
      case "expired" -> Refusal.CONSENT_EXPIRED;
      case "unknown-party" -> Refusal.UNKNOWN_PARTY;
      // Whatever else customer-service may come to say: it is no permission.
      default -> Refusal.CONSENT_REFUSED;
    };
  }
}

package org.customerfocus.gateway.access;

import java.time.Instant;
import org.customerfocus.conventions.caller.Caller;
import org.jspecify.annotations.Nullable;

/// What a credential leads to.
public sealed interface Access {

  /// @param caller who it stands for
  /// @param authorization the header value that services trust
  /// @param expiresAt when the credential ends; null for never
  record Granted(Caller caller, String authorization, @Nullable Instant expiresAt)
      implements Access {}

  /// @param detail why not and what to do, for the client
  record Refused(String detail) implements Access {}
}

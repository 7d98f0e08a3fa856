package org.customerfocus.gateway.access;

import org.jspecify.annotations.Nullable;

/// Says, within a transaction, that what was remembered of a credential is out of date once the
/// transaction is committed.
///
/// @param digest of the one key that changed; null when all of a tenant did
public record CredentialsChanged(@Nullable String digest) {

  public static CredentialsChanged ofTenant() {
    return new CredentialsChanged(null);
  }
}

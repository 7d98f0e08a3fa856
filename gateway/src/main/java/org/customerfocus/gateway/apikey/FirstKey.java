package org.customerfocus.gateway.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.gateway.access.Credentials;
import org.customerfocus.gateway.access.KeySecret;

/// The key that a new tenant starts with: without it nobody could make the others.
@ApplicationScoped
public class FirstKey {

  private final ApiKeyRepository keys;
  private final InstantSource clock;

  FirstKey(ApiKeyRepository keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// To be called in the operator's transaction that makes the tenant.
  public CreatedApiKeyView make(UUID tenant, boolean test) {
    KeySecret secret = KeySecret.generate(test);
    ApiKeyRequest request = new ApiKeyRequest("First key", List.of(Credentials.ADMIN), null, null);
    ApiKey key = new ApiKey(request, secret, clock.instant());
    keys.addTo(tenant, key);
    return CreatedApiKeyView.of(key, secret.secret());
  }
}

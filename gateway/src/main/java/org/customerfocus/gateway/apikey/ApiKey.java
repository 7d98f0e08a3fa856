package org.customerfocus.gateway.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.gateway.access.KeySecret;
import org.jspecify.annotations.Nullable;

@Entity
class ApiKey extends VersionedEntity {

  private String name;
  private String prefix;
  private String secretDigest;
  private String scopes;
  private ApiKeyStatus status;
  private @Nullable Instant expiresAt;

  // Written where keys are looked up, without raising the version.
  @Column(insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  @SuppressWarnings("NullAway.Init")
  protected ApiKey() {}

  ApiKey(ApiKeyRequest request, KeySecret secret, Instant now) {
    super(now);
    if (request.status() == ApiKeyStatus.REVOKED) {
      throw ProblemException.invalid("/status", "must be active for a new key, or absent");
    }
    requireFuture(request.expiresAt(), now);
    this.name = request.name();
    this.prefix = secret.prefix();
    this.secretDigest = secret.digest();
    this.scopes = String.join(" ", new TreeSet<>(request.scopes()));
    this.status = ApiKeyStatus.ACTIVE;
    this.expiresAt = request.expiresAt();
  }

  /// The request that would make this key: what a patch is applied to.
  ApiKeyRequest asRequest() {
    return new ApiKeyRequest(name, scopes(), expiresAt, status);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(ApiKeyRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    if (!Set.copyOf(request.scopes()).equals(Set.copyOf(scopes()))) {
      throw ProblemException.invalid("/scopes", "cannot be changed: make another key");
    }
    if (status == ApiKeyStatus.REVOKED && request.status() == ApiKeyStatus.ACTIVE) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED, "A revoked key stays revoked. Make another key.");
    }
    if (request.expiresAt() != null && !request.expiresAt().equals(expiresAt)) {
      requireFuture(request.expiresAt(), now);
    }
    name = request.name();
    expiresAt = request.expiresAt();
    status = request.status() == null ? status : request.status();
    touch(now);
    return true;
  }

  /// @return whether it was still active
  boolean revoke(Instant now) {
    if (status == ApiKeyStatus.REVOKED) {
      return false;
    }
    status = ApiKeyStatus.REVOKED;
    touch(now);
    return true;
  }

  private static void requireFuture(@Nullable Instant expiresAt, Instant now) {
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw ProblemException.invalid("/expiresAt", "must be in the future");
    }
  }

  String name() {
    return name;
  }

  String prefix() {
    return prefix;
  }

  String secretDigest() {
    return secretDigest;
  }

  List<String> scopes() {
    return List.of(scopes.split(" ", -1));
  }

  ApiKeyStatus status() {
    return status;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }
}

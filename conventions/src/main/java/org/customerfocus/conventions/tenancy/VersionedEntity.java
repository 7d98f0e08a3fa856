package org.customerfocus.conventions.tenancy;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/// An aggregate root: its version is the `ETag` that its clients hold.
@MappedSuperclass
public abstract class VersionedEntity extends TenantEntity {

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  private Instant updatedAt;

  /// For Hibernate.
  protected VersionedEntity() {}

  protected VersionedEntity(Instant createdAt) {
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /// Marks a change, of the root or of a part of it: the version rises with the next flush.
  protected void touch(Instant at) {
    // Two changes in one microsecond are still two changes; equal times would not raise the
    // version.
    this.updatedAt = at.isAfter(updatedAt) ? at : updatedAt.plusNanos(1_000);
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}

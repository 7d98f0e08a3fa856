package org.customerfocus.customer.duplicate;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A comparison of all parties with one another.
@Entity
class DuplicateScan extends VersionedEntity {

  private ScanStatus status;
  private long partyCount;
  private long comparedCount;
  private long foundCount;
  private long skippedBlockCount;
  private @Nullable UUID afterParty;
  private @Nullable Long afterKey;
  private @Nullable Instant startedAt;
  private @Nullable Instant completedAt;

  @SuppressWarnings("NullAway.Init")
  protected DuplicateScan() {}

  DuplicateScan(Instant now) {
    super(now);
    this.status = ScanStatus.QUEUED;
  }

  void start(Instant now) {
    if (status == ScanStatus.QUEUED) {
      status = ScanStatus.PROFILING;
      startedAt = now;
      touch(now);
    }
  }

  void profiled(UUID through, int parties, Instant now) {
    afterParty = through;
    partyCount += parties;
    touch(now);
  }

  void enter(ScanStatus next, Instant now) {
    status = next;
    touch(now);
  }

  void compared(long throughKey, long pairs, long found, Instant now) {
    afterKey = throughKey;
    comparedCount += pairs;
    foundCount += found;
    touch(now);
  }

  void complete(long skippedBlocks, Instant now) {
    skippedBlockCount = skippedBlocks;
    end(ScanStatus.COMPLETED, now);
  }

  void end(ScanStatus how, Instant now) {
    status = how;
    completedAt = now;
    touch(now);
  }

  ScanStatus status() {
    return status;
  }

  @Nullable UUID afterParty() {
    return afterParty;
  }

  @Nullable Long afterKey() {
    return afterKey;
  }

  Instant startedAt() {
    return startedAt == null ? createdAt() : startedAt;
  }

  DuplicateScanView view() {
    return new DuplicateScanView(
        id(),
        status,
        partyCount,
        comparedCount,
        foundCount,
        skippedBlockCount,
        createdAt(),
        startedAt,
        completedAt);
  }
}

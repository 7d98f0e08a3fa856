package org.customerfocus.survey.caserule;

import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rule applied to what was there before it. Each step is one transaction that moves it on
/// together with what the step did.
@Entity
class CaseRuleRun extends VersionedEntity {

  /// Where a run is.
  @Schema(name = "CaseRuleRunStatus")
  enum Status implements WireEnum {
    RUNNING,
    COMPLETED,
    /// It broke off again and again; what it opened until then stays, and another run goes on.
    FAILED;

    @Converter(autoApply = true)
    static final class Column extends WireColumn<Status> {
      Column() {
        super(Status.class);
      }
    }
  }

  private UUID ruleId;
  private Status status;
  private @Nullable UUID doneThrough;
  private long checked;
  private long opened;

  @SuppressWarnings("NullAway.Init")
  protected CaseRuleRun() {}

  CaseRuleRun(UUID ruleId, Instant now) {
    super(now);
    this.ruleId = ruleId;
    status = Status.RUNNING;
  }

  void advance(UUID through, int looked, int made, Instant now) {
    doneThrough = through;
    checked += looked;
    opened += made;
    touch(now);
  }

  void complete(Instant now) {
    status = Status.COMPLETED;
    touch(now);
  }

  void fail(Instant now) {
    status = Status.FAILED;
    touch(now);
  }

  /// As it is answered.
  @Schema(
      name = "CaseRuleRunView",
      description = "A rule applied to what was there before it, and how far that is.")
  record CaseRuleRunView(
      UUID id,
      UUID ruleId,
      Status status,
      @Schema(description = "How many responses or how much feedback was looked at.") Long checked,
      @Schema(description = "How many cases were opened.") Long opened,
      Instant createdAt,
      Instant updatedAt) {}

  CaseRuleRunView view() {
    return new CaseRuleRunView(id(), ruleId, status, checked, opened, createdAt(), updatedAt());
  }

  UUID ruleId() {
    return ruleId;
  }

  boolean running() {
    return status == Status.RUNNING;
  }

  @Nullable UUID doneThrough() {
    return doneThrough;
  }
}

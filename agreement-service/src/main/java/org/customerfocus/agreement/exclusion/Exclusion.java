package org.customerfocus.agreement.exclusion;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Time that both sides agreed not to count: it works only once it is approved.
@Entity
@SuppressWarnings("NullAway.Init")
class Exclusion extends VersionedEntity {

  private UUID agreementId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> commitmentIds;

  private ExclusionKind kind;
  private @Nullable String recurrence;
  private @Nullable String recurrenceZone;
  private Instant spanStart;
  private Instant spanEnd;
  private String reason;
  private String author;
  private @Nullable String approvedBy;
  private @Nullable Instant approvedAt;

  /// For Hibernate.
  protected Exclusion() {}

  /// @param caller who asks for it where the request names nobody
  Exclusion(ExclusionRequest as, String caller, Instant now) {
    super(now);
    agreementId = as.agreementId();
    author = caller;
    describe(as);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(ExclusionRequest as, Instant now) {
    ExclusionRequest before = describe();
    if (as.equals(before)) {
      return false;
    }
    describe(as);
    if (!asksForTheSame(before, as) && Objects.equals(as.approval(), before.approval())) {
      withdrawApproval();
    }
    touch(now);
    return true;
  }

  /// Consent is to what was asked for then, so it does not carry over to something else.
  private void withdrawApproval() {
    approvedBy = null;
    approvedAt = null;
  }

  private static boolean asksForTheSame(ExclusionRequest before, ExclusionRequest after) {
    return before.span().equals(after.span())
        && before.kind() == after.kind()
        && Objects.equals(before.recurrence(), after.recurrence())
        && before.reason().equals(after.reason())
        && Set.copyOf(before.commitmentIds()).equals(Set.copyOf(after.commitmentIds()));
  }

  private void describe(ExclusionRequest as) {
    commitmentIds = new ArrayList<>(as.commitmentIds());
    kind = as.kind();
    ExclusionRecurrence again = as.recurrence();
    recurrence = again == null ? null : again.rule();
    recurrenceZone = again == null ? null : again.timeZone();
    spanStart = as.span().start();
    spanEnd = as.span().end();
    reason = as.reason();
    author = as.author() == null ? author : as.author();
    Approval approval = as.approval();
    approvedBy = approval == null ? null : approval.by();
    approvedAt = approval == null ? null : approval.at();
  }

  ExclusionRequest describe() {
    return new ExclusionRequest(
        agreementId, commitmentIds(), kind, span(), recurrence(), reason, author, approval());
  }

  UUID agreementId() {
    return agreementId;
  }

  List<UUID> commitmentIds() {
    return List.copyOf(commitmentIds);
  }

  ExclusionKind kind() {
    return kind;
  }

  @Nullable ExclusionRecurrence recurrence() {
    return recurrence == null || recurrenceZone == null
        ? null
        : new ExclusionRecurrence(recurrence, recurrenceZone);
  }

  TimeSpan span() {
    return new TimeSpan(spanStart, spanEnd);
  }

  String reason() {
    return reason;
  }

  String author() {
    return author;
  }

  @Nullable Approval approval() {
    return approvedBy == null || approvedAt == null ? null : new Approval(approvedBy, approvedAt);
  }
}

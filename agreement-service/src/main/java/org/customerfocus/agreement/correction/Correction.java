package org.customerfocus.agreement.correction;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.agreement.ingest.Amended;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// A correction that was made; it never changes.
@Entity
@SuppressWarnings("NullAway.Init")
class Correction extends TenantEntity {

  private Instant createdAt;
  private CorrectionKind kind;
  private UUID reportId;
  private long reportVersion;
  private UUID metricId;

  @SuppressWarnings("UnusedVariable")
  private @Nullable UUID customerId;

  private boolean retracted;
  private String reason;
  private String author;

  /// For Hibernate.
  protected Correction() {}

  Correction(CorrectionRequest request, Instant now) {
    createdAt = now;
    kind = request.kind();
    retracted = request.isRetraction();
    reason = request.reason();
    author = request.author();
  }

  /// What it came to.
  Correction made(Amended amended) {
    reportId = amended.id();
    reportVersion = amended.version();
    metricId = amended.metricId();
    customerId = amended.customerId();
    return this;
  }

  CorrectionView view() {
    return new CorrectionView(
        id(), kind, reportId, reportVersion, metricId, retracted, reason, author, createdAt);
  }
}

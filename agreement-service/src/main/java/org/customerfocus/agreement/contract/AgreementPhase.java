package org.customerfocus.agreement.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// The status that an agreement had since an instant, until the next one.
@Entity
@SuppressWarnings("NullAway.Init")
class AgreementPhase extends TenantEntity {

  // Read by the database, which joins by it.
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "agreement_id")
  @SuppressWarnings("UnusedVariable")
  private Agreement agreement;

  private AgreementStatus status;
  private Instant since;

  /// For Hibernate.
  protected AgreementPhase() {}

  AgreementPhase(Agreement agreement, AgreementStatus status, Instant since) {
    this.agreement = agreement;
    this.status = status;
    this.since = since;
  }

  AgreementStatus status() {
    return status;
  }

  Instant since() {
    return since;
  }
}

package org.customerfocus.agreement.measurement;

import jakarta.persistence.Entity;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.Immutable;

/// The id of a measurement that no agreement counts, from the view that tells which those are.
@Entity
@Immutable
class UnmatchedMeasurement extends TenantEntity {

  /// For Hibernate.
  protected UnmatchedMeasurement() {}
}

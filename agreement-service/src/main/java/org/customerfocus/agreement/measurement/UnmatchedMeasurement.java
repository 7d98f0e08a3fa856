package org.customerfocus.agreement.measurement;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/// A measurement that no commitment counts, from the view that tells which those are.
@Entity
@Immutable
class UnmatchedMeasurement extends RecordedMeasurement {

  /// For Hibernate.
  protected UnmatchedMeasurement() {}
}

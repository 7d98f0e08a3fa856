package org.customerfocus.agreement.measurement;

import jakarta.persistence.Entity;

/// A recorded measurement.
@Entity
class Measurement extends RecordedMeasurement {

  /// For Hibernate.
  protected Measurement() {}
}

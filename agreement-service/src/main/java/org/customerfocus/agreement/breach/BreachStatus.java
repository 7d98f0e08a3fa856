package org.customerfocus.agreement.breach;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How settled a breach is. It follows the results of its period; nobody sets it.
public enum BreachStatus implements WireEnum {
  /// The period is over and the target was missed; what arrives late may still change it.
  PROVISIONAL,
  /// The final result of the period misses the target.
  CONFIRMED,
  /// A later result of the period no longer misses it.
  WITHDRAWN;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<BreachStatus> {
    Column() {
      super(BreachStatus.class);
    }
  }
}

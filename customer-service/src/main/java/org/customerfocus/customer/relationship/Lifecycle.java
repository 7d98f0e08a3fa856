package org.customerfocus.customer.relationship;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a customer relationship is in its life.
public enum Lifecycle implements WireEnum {
  POTENTIAL,
  CURRENT,
  FORMER;

  /// What may come next. Who was won back is current again.
  public List<Lifecycle> allowed() {
    return switch (this) {
      case POTENTIAL -> List.of(CURRENT);
      case CURRENT -> List.of(FORMER);
      case FORMER -> List.of(CURRENT);
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Lifecycle> {
    Column() {
      super(Lifecycle.class);
    }
  }
}

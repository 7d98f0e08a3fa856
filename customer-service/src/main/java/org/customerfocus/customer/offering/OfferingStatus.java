package org.customerfocus.customer.offering;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where an offering is in its life.
public enum OfferingStatus implements WireEnum {
  DRAFT,
  OFFERED,
  WITHDRAWN;

  /// What may come next.
  public List<OfferingStatus> allowed() {
    return switch (this) {
      case DRAFT -> List.of(OFFERED, WITHDRAWN);
      case OFFERED -> List.of(WITHDRAWN);
      case WITHDRAWN -> List.of(OFFERED);
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<OfferingStatus> {
    Column() {
      super(OfferingStatus.class);
    }
  }
}

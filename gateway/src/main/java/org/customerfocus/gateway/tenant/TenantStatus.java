package org.customerfocus.gateway.tenant;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether a tenant's credentials and links work.
public enum TenantStatus implements WireEnum {
  ACTIVE,
  SUSPENDED;

  /// What may come next.
  public List<TenantStatus> allowed() {
    return switch (this) {
      case ACTIVE -> List.of(SUSPENDED);
      case SUSPENDED -> List.of(ACTIVE);
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<TenantStatus> {
    Column() {
      super(TenantStatus.class);
    }
  }
}

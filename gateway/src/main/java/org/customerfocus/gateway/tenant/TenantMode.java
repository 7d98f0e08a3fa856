package org.customerfocus.gateway.tenant;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether what a tenant does is meant: for a test tenant no mail leaves and webhooks are marked.
public enum TenantMode implements WireEnum {
  LIVE,
  TEST;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<TenantMode> {
    Column() {
      super(TenantMode.class);
    }
  }
}

package org.customerfocus.gateway.apikey;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether a key still opens anything. Revocation is final.
public enum ApiKeyStatus implements WireEnum {
  ACTIVE,
  REVOKED;

  /// What may come next.
  public List<ApiKeyStatus> allowed() {
    return switch (this) {
      case ACTIVE -> List.of(REVOKED);
      case REVOKED -> List.of();
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ApiKeyStatus> {
    Column() {
      super(ApiKeyStatus.class);
    }
  }
}

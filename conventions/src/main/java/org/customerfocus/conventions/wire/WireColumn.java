package org.customerfocus.conventions.wire;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/// Stores a [WireEnum] as its wire text. Each enumeration declares its own:
///
/// ```java
/// @Converter(autoApply = true)
/// static final class Column extends WireColumn<Lifecycle> {
///   Column() { super(Lifecycle.class); }
/// }
/// ```
public abstract class WireColumn<E extends Enum<E> & WireEnum>
    implements AttributeConverter<@Nullable E, @Nullable String> {

  private final Class<E> type;

  protected WireColumn(Class<E> type) {
    this.type = type;
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable E value) {
    return value == null ? null : value.wire();
  }

  @Override
  public @Nullable E convertToEntityAttribute(@Nullable String text) {
    return text == null
        ? null
        : WireEnum.find(type, text)
            .orElseThrow(() -> new IllegalStateException("Unknown %s in a row".formatted(type)));
  }
}

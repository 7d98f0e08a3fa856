package org.customerfocus.conventions.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An enumeration that is written as a lower-case kebab string: `END_USER` is `end-user` in JSON,
/// in parameters and in the database.
public interface WireEnum {

  String name();

  @JsonValue
  default String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E> & WireEnum> Optional<E> find(Class<E> type, String wire) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.wire().equals(wire))
        .findFirst();
  }
}

package org.customerfocus.customer.attribute;

import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What values an attribute has, and in which column they lie.
@Schema(name = "CustomAttributeType", description = "What values an attribute has.")
enum AttributeType implements WireEnum {
  TEXT(String.class, "textValue", "text_value"),
  INTEGER(Long.class, "integerValue", "integer_value"),
  DECIMAL(BigDecimal.class, "integerValue", "integer_value"),
  BOOLEAN(Boolean.class, "booleanValue", "boolean_value"),
  DATE(LocalDate.class, "dateValue", "date_value"),
  INSTANT(Instant.class, "instantValue", "instant_value"),
  CHOICE(String.class, "textValue", "text_value");

  private final Class<?> java;
  private final String property;
  private final String column;

  AttributeType(Class<?> java, String property, String column) {
    this.java = java;
    this.property = property;
    this.column = column;
  }

  /// The type of a list's field.
  Class<?> java() {
    return java;
  }

  String property() {
    return property;
  }

  String column() {
    return column;
  }

  boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AttributeType> {
    Column() {
      super(AttributeType.class);
    }
  }
}

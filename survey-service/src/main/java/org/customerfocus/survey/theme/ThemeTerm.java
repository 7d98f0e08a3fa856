package org.customerfocus.survey.theme;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

/// A term that speaks of a theme: its stems, and how it is mostly written.
record ThemeTerm(String stems, String face) {

  @Converter
  static final class Column extends JsonColumn<List<ThemeTerm>> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}

package org.customerfocus.survey.gemba;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class TextsColumn extends JsonColumn<List<String>> {

  TextsColumn() {
    super(new TypeReference<>() {});
  }
}

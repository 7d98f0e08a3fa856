package org.customerfocus.survey.feedback;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Map;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class AttributesColumn extends JsonColumn<Map<String, String>> {

  AttributesColumn() {
    super(new TypeReference<>() {});
  }
}

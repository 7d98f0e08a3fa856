package org.customerfocus.survey.response;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Map;
import org.customerfocus.conventions.wire.JsonColumn;
import org.customerfocus.survey.questionnaire.AttributeValue;

@Converter
final class AttributesColumn extends JsonColumn<Map<String, AttributeValue>> {

  AttributesColumn() {
    super(new TypeReference<>() {});
  }
}

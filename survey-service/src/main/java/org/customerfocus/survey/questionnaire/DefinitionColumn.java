package org.customerfocus.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/// Stores a definition as JSON text. A row that a newer version wrote is still readable.
@Converter(autoApply = true)
final class DefinitionColumn implements AttributeConverter<Definition, String> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public String convertToDatabaseColumn(Definition definition) {
    try {
      return JSON.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A definition cannot be written as JSON", e);
    }
  }

  @Override
  public Definition convertToEntityAttribute(String text) {
    try {
      return JSON.readValue(text, Definition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored definition cannot be read", e);
    }
  }
}
